/** What was written on paper, while the line, the power or the devices were away, and is keyed in with its own time. */
export const earlierTimeTexts = {
  keyedLater: 'あとから紙を見て入れる',
  hint: '紙に書いてある時刻。9:30・930・9時半',
  unreadable: '時刻として読めません。9:30 のように入れてください',
  future: 'まだ来ていない時刻です。紙の時刻を確かめてください',
  visited: '訪ねた時刻',
  left: '出発した時刻',
  cameBack: '帰着した時刻',
  wentHome: '退所した時刻',
} as const
