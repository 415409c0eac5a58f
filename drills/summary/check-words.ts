import type { Expectation } from '#drills/core/scenario.ts'

/** An expectation in words. */
export const checkWords: Record<Expectation['check'], string> = {
  receivedBy: '時間までに受け付ける',
  dispatchedBy: '時間までに班を出す',
  injectsAnsweredInTime: '状況付与に時間内に答える',
  injectAnswered: '状況付与に答える',
  stoppedBy: '時間までに中止か短縮を決める',
  nothingLeftWithoutAnswer: '断った人に返事の期日がある',
  volunteers: '受け付けた人数',
  jobsVisited: '班が行った件数',
  needsByStatus: 'ニーズの状態',
  needsDispatchedWithin: '派遣可になってから待たせない',
  allReturnedBy: '時間までに全員帰着',
  dayClosedBy: '時間までにその日を閉じる',
  groups: '団体の数',
  grewWithoutLoss: '体制が変わっても失われない',
  noDoubleHouseholds: '世帯の二重登録がない',
  everyDeclineHasReasonAndAnswerDate: '不受理・紹介に理由と返事の期日がある',
  nobodyUninsuredOut: '保険の足りない人を出さない',
  noMinorsAlone: '未成年だけの班を出さない',
  leadersKnewTheWay: 'リーダーの画面に行き先が出る',
  incidents: 'けが・ヒヤリハットの記録',
  everyoneWentHome: '全員退所',
  summaryAgrees: '集計が記録と合う',
  refusedOnlyWith: '断られるべきものだけが断られる',
}
