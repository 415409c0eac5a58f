/** かぎ: how the file opens, in the lead's panel and at the first start. */
export const keyTexts = {
  title: 'データのかぎ',
  elsewhere: 'かぎの設定は、本部のパソコンの画面でだけできます。',
  open: 'データは暗号で守られ、このパソコンだけがひとりでに開けます。盗まれたUSBメモリや写しは読めません。',
  locked: (names: string) => `立ち上げるたびにバッジを読ませる設定です。開けるバッジ: ${names}`,
  lockedByNobody:
    '立ち上げるたびにバッジを読ませる設定ですが、開けるバッジがもうありません。次は「復旧の紙」で開きます。下で、あなたのバッジを読ませてください。',
  sheetTitle: '復旧の紙',
  sheetWords:
    'パソコンが壊れた・盗まれたとき、控えを別のパソコンで開くのに要ります。印刷して封をし、金庫に置いてください。',
  neverPrinted: 'まだ印刷していません。',
  printedAt: (day: string, clock: string) => `${day} ${clock} に印刷しました。`,
  print: '復旧の紙を印刷する',
  lockTitle: '立ち上げにバッジを求める',
  lockWords: 'パソコンごと盗まれても開けなくなります。停電のあとも、統括がバッジを読ませるまで始まりません。',
  badgeLabel: 'あなたのバッジ',
  lockFirst: '先に復旧の紙を印刷してください。バッジをなくすと開けなくなります。',
  lockedNow: '次に立ち上げるときから、バッジで開きます。',
  unlock: 'バッジなしで立ち上がるように戻す',
  unlockedNow: 'このパソコンでは、ひとりでに開くように戻しました。',
  offerTitle: '復旧の紙を印刷して、金庫に置いてください',
  offerWords:
    'このパソコンが使えなくなったとき、控えから別のパソコンで再開するのに要る紙です。1枚だけで、いつでも「データのかぎ」から印刷し直せます。',
  later: 'あとで',
  owedTitle: '復旧の紙をまだ印刷していません',
  owedWords: 'このパソコンが壊れると、控えがあっても開けません。印刷して金庫に置いてください。',
  placeTitle: 'データのかぎをどこに置きますか',
  placeWords: 'ふつうは、このパソコンに置いたままにします。停電のあとも、ひとりでに立ち上がります。',
  placeHere: 'このパソコンに置いたままにする',
  placeNoBadge: 'バッジがまだなければ、あとで「データのかぎ」から設定できます。',
} as const
