import type * as problems from '#shared/teams/problems.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'

/** A volunteer's state of the day as dispatch desks call it. */
export const attendanceStatusWords: Readonly<Record<string, string>> = {
  waitingListed: 'キャンセル待ち',
  consulting: '体調を相談中',
  waiting: '待機',
  inTeam: '班に所属',
  out: '活動中',
  returned: '帰着',
  centerWork: 'センター業務',
  left: '退所',
  cancelled: '取消',
}

export const teamStatusWords: Readonly<Record<string, string>> = {
  forming: '編成中',
  ready: '出発前',
  out: '活動中',
  back: '帰着',
  disbanded: '解散',
}

/** A need's state as the wall calls it. */
export const needStatusWords: Readonly<Record<string, string>> = {
  received: '受付',
  surveyPending: '現地調査待ち',
  surveyScheduled: '現地調査の予定あり',
  ready: '派遣可',
  assigned: '班あり',
  inProgress: '活動中',
  toBeContinued: '継続',
  completed: '完了',
  referred: '紹介済み',
  onHold: '保留',
  declined: '対応不可',
  cancelled: '取消',
}

export const gateReasonWords: Readonly<Record<string, string>> = {
  redSticker: '応急危険度判定が赤（危険）',
  yellowSticker: '応急危険度判定が黄（要注意）',
  roofWork: '屋根の作業',
  surveyUnresolved: '現地調査がまだ',
  mayNotEnter: '現地調査で立ち入り不可',
}

const needName = (number: number) => `N-${String(number).padStart(3, '0')}`

export const teamsProblemTexts: ProblemTexts<typeof problems> = {
  'teams.alreadyInTeam': {
    ja: ({ number, team, by, at, others }) =>
      `${number}番の人は、${at}に${by}さんが${team}班に入れました。${
        others > 0 ? `ほかにも${others}人が先に決まっています。` : ''
      }選択は残っています。外してからもう一度押してください。`,
  },
  'teams.notWaiting': {
    ja: ({ number, status }) =>
      `${number}番の人はいま「${attendanceStatusWords[status] ?? status}」で、班に入れません。選択から外してください。`,
  },
  'teams.needTaken': {
    ja: ({ need, team, by, at }) =>
      `${needName(need)} は、${at}に${by}さんが${team}班に割り当てました。選択は残っています。2つめの班にするときは、もう一度押してください。`,
  },
  'teams.needHasEnough': {
    ja: ({ need, headcount }) =>
      `${needName(need)} は必要な${headcount}人に足りています。増やすときは、いまある班に加えてください。`,
  },
  'teams.needNotReady': {
    ja: ({ need, status }) =>
      `${needName(need)} はいま「${needStatusWords[status] ?? status}」で、班を出せません。ニーズ班に確かめてください。`,
  },
  'teams.gateClosed': {
    ja: ({ need, reasons }) =>
      `${needName(need)} は安全の確認が済んでいません（${reasons.map((reason) => gateReasonWords[reason] ?? reason).join('・')}）。ニーズ班か現地調査班に頼んでください。`,
  },
  'teams.teamIsGone': {
    ja: ({ team, status }) => `${team}班はもう「${teamStatusWords[status] ?? status}」で、変えられません。`,
  },
  'teams.notMember': { ja: ({ team }) => `その人は${team}班にいません。一覧を確かめてください。` },
  'teams.nobodyChosen': { ja: () => '班に入れる人を、待っている人から選んでください。' },
  'teams.otherDay': { ja: () => 'きょうの記録ではありません。ページを読み込み直してください。' },
}
