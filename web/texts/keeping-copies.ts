/** What desks read of copies of the center. */
export const oldCopyTexts = {
  old: {
    title: 'ここは古い本部です',
    words:
      'この端末は、引き継いだ新しい本部につながったことがあります。ここに書いても残りません。新しい本部のアドレスを開いてください。入力はこの端末に残っています。',
  },
  fork: {
    title: '同じセンターが2台で動いています',
    words:
      'この端末は、同じ控えから始めた別のパソコンで受け付けられています。どちらで続けるかを統括が決めるまで、こちらには送りません。',
  },
} as const
