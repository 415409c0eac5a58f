import { clockOf, timeZone } from '#shared/core/time.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { statusMark } from '#shared/needs/status-marks.ts'
import type * as problems from '#shared/reports/problems.ts'
import { openMatterNames } from '#shared/texts/close-of-day.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'

const clock = (at: string) => (at === '' ? '' : clockOf(at, timeZone))

const teamStates = { forming: '編成中', ready: '出発待ち', out: '活動中', back: '帰着済み', disbanded: '解散' } as const

const personStates = {
  waitingListed: 'キャンセル待ち',
  consulting: '体調相談',
  waiting: '待機',
  inTeam: '班（出発前）',
  out: '活動中',
  returned: '帰着',
  centerWork: 'センター業務',
  left: '退所',
  cancelled: '取消',
} as const

const kindNames = { injury: 'けが・事故', nearMiss: 'ヒヤリハット', unwell: '体調' } as const

function whoIsOut(teams: readonly number[], people: readonly number[]): string {
  const parts = [
    teams.length > 0 ? `班 ${teams.join('・')}` : '',
    people.length > 0 ? `受付番号 ${people.join('・')}` : '',
  ]
  return parts.filter((part) => part !== '').join('、')
}

export const reportsProblemTexts: ProblemTexts<typeof problems> = {
  'reports.teamNotOut': {
    ja: ({ team, status }) =>
      status === 'back'
        ? `${team}班は、もう帰着になっています。`
        : `${team}班はいま「${teamStates[status]}」です。出発していない班は帰着にできません。`,
  },
  'reports.personNotOut': {
    ja: ({ number, status }) => `${number}番の人はいま「${personStates[status]}」です。活動中の人だけ帰着にできます。`,
  },
  'reports.tooLateToUndo': {
    ja: ({ team }) => `${team}班は、もう報告や退所に進んでいるので、帰着を取り消せません。統括に相談してください。`,
  },
  'reports.teamStillOut': { ja: ({ team }) => `${team}班はまだ活動中です。先に帰着を受けてください。` },
  'reports.workOrderVoid': {
    ja: ({ order, version }) => `依頼書 ${order}-${version} は無効です。新しい版の依頼書を読み取ってください。`,
  },
  'reports.alreadyAccepted': {
    ja: ({ order, by, at }) =>
      `依頼書 ${order} の報告は、${by}さんが ${clock(at)} に受けています。違うところがあれば「報告を訂正」から直してください。`,
  },
  'reports.notYetAccepted': { ja: ({ order }) => `依頼書 ${order} の報告はまだ受けていません。` },
  'reports.needMovedOn': {
    ja: ({ need, status }) =>
      `${needNumberText(need)}は、この報告のあとに「${statusMark(status).word}」へ進んでいます。先に${needNumberText(need)}を報告のときの状態に戻してから、訂正してください。`,
  },
  'reports.incidentMissing': {
    ja: ({ kinds }) => `「${kinds.map((kind) => kindNames[kind]).join('・')}」の内容を先に記録してください。`,
  },
  'reports.cannotLeave': {
    ja: ({ number, status }) => `${number}番の人はいま「${personStates[status]}」なので、退所にできません。`,
  },
  'reports.notReturned': {
    ja: ({ number, status }) => `${number}番の人はいま「${personStates[status]}」です。帰着した人だけ待機に戻せます。`,
  },
  'reports.dayIsClosed': { ja: ({ date }) => `${date} の活動日はもう閉じています。直すときは統括が開き直します。` },
  'reports.dayIsOpen': { ja: ({ date }) => `${date} の活動日が開いています。` },
  'reports.someoneIsOut': {
    ja: ({ teams, people }) =>
      `まだ帰っていない人がいます（${whoIsOut(teams, people)}）。全員が帰るまで、この日を終えられません。`,
  },
  'reports.unexplained': {
    ja: ({ matters }) =>
      `済んだものに印を付けるか、できないわけを書いてください: ${matters.map((matter) => openMatterNames[matter]).join('、')}`,
  },
  'reports.changedMeanwhile': {
    ja: ({ team, by, at }) =>
      `${team}班の報告は、${at}に${by === '' ? '別の人' : `${by}さん`}が直しました。下で両方を見てから、もう一度保存してください。入力は残っています。`,
  },
}
