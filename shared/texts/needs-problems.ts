import type { GateReason } from '#shared/needs/need.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import type * as problems from '#shared/needs/problems.ts'
import { statusMark } from '#shared/needs/status-marks.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'

/** Why the gate is closed, in words for desks and sheets. */
export const gateReasonWords: Readonly<Record<GateReason, string>> = {
  redSticker: '応急危険度判定が赤',
  yellowSticker: '応急危険度判定が黄',
  roofWork: '屋根の作業',
  surveyUnresolved: '現地調査が済んでいない',
  mayNotEnter: '調査で立ち入れないと判断',
}

const reasonList = (reasons: readonly GateReason[]) => reasons.map((reason) => gateReasonWords[reason]).join('、')

const missingWords = { headcount: '人数', work: '作業内容', place: '場所' } as const

const byWhom = (by: string) => (by === '' ? '別の端末' : `${by}さん`)

export const needsProblemTexts: ProblemTexts<typeof problems> = {
  'needs.likelyDouble': {
    ja: ({ householdIds, needNumbers }) => {
      const numbers = needNumbers.length > 0 ? `（${needNumbers.map(needNumberText).join('、')}）` : ''
      return `同じ世帯かもしれない記録が${householdIds.length}件あります${numbers}。右の一覧で確かめ、別の世帯なら「別の世帯」を押してください。`
    },
  },
  'needs.changedMeanwhile': {
    ja: ({ number, by, at }) =>
      `${needNumberText(number)}は${at}に${byWhom(by)}が書き換えました。相手の入力を各欄の下に出しています。見比べて、もう一度保存してください。`,
  },
  'needs.askedMeanwhile': {
    ja: ({ number, by, at }) =>
      `${needNumberText(number)}の返事は${at}に${byWhom(by)}が記録しました。上に出ているその返事を見て、もう一度押してください。`,
  },
  'needs.movedMeanwhile': {
    ja: ({ number, status, by, at }) =>
      `${needNumberText(number)}は${at}に${byWhom(by)}が「${statusMark(status).word}」にしました。入力は残っています。`,
  },
  'needs.notMetAlready': {
    ja: ({ number, count, minutes }) =>
      `${needNumberText(number)}の不在は、もう記録されています（いま${count}回）。同じ訪問なら、これで済んでいます。別の訪問なら、いまの回数を見てからもう一度押してください${minutes > 0 ? `（ほかの人の記録から${minutes}分は、同じ訪問とみなします）` : ''}。`,
  },
  'needs.isMerged': {
    ja: ({ number, kept }) =>
      `${needNumberText(number)}は${needNumberText(kept)}にまとめました。${needNumberText(kept)}を開いて、そちらに入れてください。`,
  },
  'needs.wrongStep': {
    ja: ({ number, from, to }) =>
      `${needNumberText(number)}はいま「${statusMark(from).word}」なので、「${statusMark(to).word}」にはできません。`,
  },
  'needs.teamOnIt': {
    ja: ({ number, teams }) =>
      `${needNumberText(number)}には${teams}班がついています。先にマッチングで班を外してもらってください。`,
  },
  'needs.notReadyYet': {
    ja: ({ number, missing }) =>
      `${needNumberText(number)}を派遣可にするには、${missing.map((one) => missingWords[one]).join('・')}を入れてください。`,
  },
  'needs.livelihoodOutside': {
    ja: ({ number }) =>
      `${needNumberText(number)}は生業（店・会社・農業）の依頼です。このセンターでは受けない決まりなので、つなぎ先を案内してください。`,
  },
  'needs.gateClosed': {
    ja: ({ number, reasons }) =>
      `${needNumberText(number)}は安全確認が済んでいません（${reasonList(reasons)}）。判断した人の名前と理由を入れて、派遣の許可を記録してください。`,
  },
  'needs.gateNotClosed': { ja: ({ number }) => `${needNumberText(number)}は派遣を止められていません。` },
  'needs.gateChanged': {
    ja: ({ number, reasons }) =>
      `${needNumberText(number)}の止まっている理由が変わりました（いま: ${reasonList(reasons)}）。確かめて、もう一度判断してください。`,
  },
  'needs.unreachable': {
    ja: () => '連絡先（電話）か、住所・目印のどれかを入れてください。返事や訪問ができなくなります。',
  },
  'needs.addressRefused': {
    ja: ({ number }) =>
      `${needNumberText(number)}の世帯は、住所を班に伝えないでほしいと答えています。先に「班に伝えてよいこと」を聞き直してから、住所非開示を外してください。`,
  },
  'needs.storyFull': {
    ja: ({ number, left }) =>
      `${needNumberText(number)}の聞き取り欄は残り${left}文字です。短くするか、要らない所を消してください。`,
  },
  'needs.paperFromFuture': { ja: () => '紙に書かれた時刻が先の時刻になっています。直してください。' },
  'needs.reasonMissing': { ja: ({ number }) => `${needNumberText(number)}の理由を入れてください。` },
  'needs.dateGone': { ja: ({ date }) => `${date}はもう過ぎています。きょうから先の日付にしてください。` },
  'needs.nothingToAnswer': { ja: ({ number }) => `${needNumberText(number)}に返答待ちはありません。` },
  'needs.nothingToTakeBack': { ja: ({ number }) => `${needNumberText(number)}はもう先へ進んだので、元に戻せません。` },
}
