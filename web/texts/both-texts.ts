/** Where two people changed the same thing: both texts side by side. */
export const bothTexts = {
  title: 'ほかの人が先に変えました。両方を見て、残すほうを選んでください',
  hint: 'このまま保存すると「あなたの変更」が残ります。',
  theirs: '相手の変更（いまの記録）',
  mine: 'あなたの変更',
  empty: '（空）',
  yes: 'はい',
  no: 'いいえ',
  take: '相手のほうにする',
  takeOf: (label: string) => `${label}を相手のほうにする`,
  same: 'ちがうところはありません。もう一度保存できます。',
} as const
