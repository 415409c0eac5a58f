import type * as problems from '#shared/doubles/problems.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'

const keepBecause = {
  team: '班がついているので',
  open: 'まだ終わっていないので',
  registered: 'ボランティア登録があるので',
} as const

export const doublesProblemTexts: ProblemTexts<typeof problems> = {
  'doubles.addressIsWithheld': {
    ja: () =>
      '住所非開示の世帯です。並べて見ることはできません。統括かニーズのデスクで、依頼の一覧から開いてください。',
  },
  'doubles.sameRecord': { ja: () => '同じ記録を2つ選んでいます。別の記録を選んでください。' },
  'doubles.alreadyMerged': {
    ja: ({ label, into }) => `「${label}」は、もう「${into}」にまとめてあります。一覧を開き直してください。`,
  },
  'doubles.changedSince': {
    ja: ({ label, by, at }) =>
      `「${label}」は${at}に${by === '' ? '別の端末' : `${by}さん`}が書き換えました。新しい内容を出しました。見比べて、もう一度押してください。`,
  },
  'doubles.keepTheOther': {
    ja: ({ label, why }) => `「${label}」は${keepBecause[why]}、こちらを残すほうにしてください。`,
  },
  'doubles.bothBusy': {
    ja: ({ one, other }) =>
      `${needNumberText(one)}と${needNumberText(other)}の両方に班がついています。どちらかの班を外すか、報告を受けてからまとめてください。`,
  },
  'doubles.bothInTeams': {
    ja: ({ one, other }) =>
      `受付番号${one}と${other}がどちらも班に入っています。どちらかを班から外してからまとめてください。`,
  },
  'doubles.alreadyUndone': {
    ja: ({ by, at }) => `${at}に${by === '' ? '別の端末' : `${by}さん`}がもう元に戻しました。`,
  },
  'doubles.tooLateToUnmerge': {
    ja: ({ date }) =>
      `${date}にまとめたものは、その日のうちだけ元に戻せます。違っていたら、正しい人や依頼を新しく記録してください。`,
  },
  'doubles.mergedOn': {
    ja: ({ label }) => `「${label}」はそのあとで別の記録にまとめました。先にそちらを元に戻してください。`,
  },
  'doubles.reassignedMeanwhile': {
    ja: ({ number }) => `受付番号${number}は、別の端末で人が変わりました。いまの名前を確かめてください。`,
  },
  'doubles.isHereAlready': {
    ja: ({ number, other }) =>
      `その人は受付番号${other}でもう受付しています。受付番号${number}のほうを取り消してください。`,
  },
  'doubles.samePerson': { ja: ({ number }) => `受付番号${number}は、もうその人のものです。` },
  'doubles.teamHasThem': {
    ja: ({ number, team }) =>
      `受付番号${number}は${team}班に入っています。名前の書かれた紙が出ているので、先に班から外すか、帰着を待ってください。`,
  },
  'doubles.cancelledByMerge': {
    ja: ({ number, standing }) =>
      `受付番号${number}は、同じ人の受付番号${standing}にまとめて取り消しました。別の人だったときは、重複さがしの「きょうまとめたもの」で元に戻してください。`,
  },
  'doubles.cannotTakeBack': {
    ja: () => 'そのあとで記録が変わったので、元に戻せません。いまの内容を確かめてください。',
  },
}
