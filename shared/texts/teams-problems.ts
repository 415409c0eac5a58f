import { needNumberText } from '#shared/needs/need-number.ts'
import { statusMark } from '#shared/needs/status-marks.ts'
import type * as problems from '#shared/teams/problems.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'

/** A volunteer's state of the day as dispatch desks call it. */
const attendanceStatusWords: Readonly<Record<string, string>> = {
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

export const teamsProblemTexts: ProblemTexts<typeof problems> = {
  'teams.groupNotMixed': {
    ja: ({ number }) =>
      `${number}番の人の団体は、自分たちだけで活動したいと言っています。ほかの人と同じ班にするときは、代表者に聞いて「混ぜてよい」にしてください。`,
  },
  'teams.tooFewWaiting': {
    ja: ({ waiting, wanted }) => `この団体で待機しているのは${waiting}人です。${wanted}人分の班は組めません。`,
  },
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
      `${needNumberText(need)} は、${at}に${by}さんが${team}班に割り当てました。選択は残っています。その班を確かめてから、もう一度押してください。`,
  },
  'teams.needHasEnough': {
    ja: ({ need, headcount, team, by, at }) =>
      `${needNumberText(need)} は、${at}に${by}さんが${team}班を割り当てて、必要な${headcount}人に足りています。増やすときは、いまある班に加えてください。`,
  },
  'teams.needNotReady': {
    ja: ({ need, status }) =>
      `${needNumberText(need)} はいま「${statusMark(status).word}」で、班を出せません。ニーズ班に確かめてください。`,
  },
  'teams.finishedBefore': {
    ja: ({ need, finished }) => {
      const others = finished.filter((number) => number !== need).map(needNumberText)
      const done = others.length > 0 ? `同じ世帯の${others.join('、')}は完了しています` : '作業は一度完了しています'
      return `${needNumberText(need)} の${done}。もう一度班を出す理由を書いてください。`
    },
  },
  'teams.teamIsGone': {
    ja: ({ team, status }) => `${team}班はもう「${teamStatusWords[status] ?? status}」で、変えられません。`,
  },
  'teams.notMember': { ja: ({ team }) => `その人は${team}班にいません。一覧を確かめてください。` },
  'teams.nobodyChosen': { ja: () => '班に入れる人を、待っている人から選んでください。' },
  'teams.otherDay': { ja: () => 'きょうの記録ではありません。ページを読み込み直してください。' },
}
