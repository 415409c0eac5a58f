import type { OpenMatter } from '#shared/reports/limits.ts'

/** The lines of the close-of-day list (field guide 1.7), short enough for a list and a refusal alike. */
export const openMatterNames: Record<OpenMatter, string> = {
  teamsOut: '帰っていない班',
  peopleOut: '帰っていない人',
  unansweredHelp: '返事をしていない「困っている」',
  openReports: '報告を聞いていない班',
  contradictoryNeeds: '報告は完了なのに開いたままの依頼',
  needsAtWork: '班がいないのに「割当・活動中」の依頼',
  teamsNotSent: '出発しなかった班',
  peopleWaiting: '待機のままの人',
  peopleReturned: '退所していない人',
  waitingList: 'キャンセル待ちの人',
  namesToFollow: '名前がまだの人（団体の名簿）',
  toolsReturned: '資機材がそろった',
  keysReturned: '車と鍵がもどった',
  papersCollected: '個人情報の紙を集めた',
  cashCounted: '現金を確かめた',
  tomorrowDecided: 'あすの募集人数を決めた',
}
