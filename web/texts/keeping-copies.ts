/** What desks read of copies of the center. */
export const oldCopyTexts = {
  old: {
    title: 'ここは古い本部です',
    words:
      'この端末は、引き継いだ新しい本部につながったことがあります。ここに書いても残りません。新しいポスターのアドレスへ移ってください。この端末に残っている入力も持っていけます。',
  },
  fork: {
    title: '同じセンターが2台で動いています',
    words:
      'この端末は、同じ控えから始めた別のパソコンで受け付けられています。どちらで続けるかを統括が決めるまで、こちらには送りません。',
  },
} as const

export const copiesTexts = {
  loading: '控えを調べています…',
  copies: '控え',
  copiesWords: '1時間ごとと、日を閉じたときに、ひとりでにとります。読み直して元と同じだったものだけが並びます。',
  none: '控えはまだありません。',
  makeNow: 'いま控えをとる',
  makeAnyway: '少ないままで控えをとる',
  making: '控えをとっています…',
  latest: (ago: string) => `最後の控えは ${ago} です。`,
  reasons: {
    hourly: '1時間ごと',
    close: '日を閉じたとき',
    button: '手で',
    migration: '新しい版の前',
    restore: '戻す前',
    handover: '引き継ぎ',
    minute: '1分ごと',
  },
  places: { here: 'このパソコン', second: '2つめの場所' },
  columns: { at: 'とった時刻', seq: '記録の番号', reason: 'きっかけ', place: '場所', size: '大きさ', restore: '戻す' },
  megabytes: (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`,
  restore: '戻す…',
  second: '2つめの場所（USBメモリーなど）',
  secondWords:
    'パソコンが壊れても残るように、控えを別のディスクにも写します。書いたことは、1分ごとにも写します。差してから、フォルダを入れてください。',
  folder: 'フォルダ',
  plugged: 'いま差さっているもの',
  saveFolder: 'ここにも控える',
  noFolder: '使わない',
  secondStates: {
    unset: 'まだ決めていません。',
    present: 'つながっています。',
    missing: 'つながっていません。USBメモリーを差してください。控えはこのパソコンにだけあります。',
    failed: '前の控えを写せませんでした。差し直すか、別のものに替えてください。1分ごとに、もう一度写してみます。',
  },
  previewTitle: '控えから戻す',
  reading: '控えを全部読んで確かめています…',
  now: 'いま',
  copy: '控え',
  facts: {
    seq: '記録の番号',
    lastAt: '最後の記録',
    head: 'しるし',
    persons: '人',
    attendances: '参加の記録',
    needs: 'ニーズ',
    teams: '班',
  },
  missing: (count: number) => `控えのあとの ${count}件は、この24時間に使った端末から送り直されます。`,
  relations: {
    same: 'いまと同じ内容です。戻す必要はありません。',
    earlier: 'いまより前の控えです。',
    later: 'いまより新しい控えです。',
    forked:
      'いまの記録と、途中から別々に書かれています。戻すと、いまのほうだけにある記録は、端末が送り直すまで見えません。',
    otherCenter: '別のセンターの控えです。',
    unknown: 'いまの記録とは比べられません。',
  },
  asideWords: 'いまのファイルは名前を変えて残します。戻しているあいだ、数秒つながりません。',
  restoreNow: 'この控えに戻す',
  restored: (from: string, before: number, after: number) =>
    `控え ${from} から戻しました（${before}番 → ${after}番）。`,
  handOver: '別のパソコンへ引き継ぐ',
  handOverWords:
    '全部をひとつの引き継ぎファイルにします。つくると、このパソコンは読むだけになります。開くことばは、引き継ぎ票に印刷します。',
  handOverNow: '引き継ぎファイルをつくる',
  handOverAgain: 'もう一度つくる',
  handOverStates: {
    none: '',
    sealing: '引き継ぎファイルをつくっています…',
    sealed: '引き継ぎファイルができました。USBメモリーに写し、引き継ぎ票を印刷してください。',
    handedOver: 'このパソコンは引き継ぎ済みです。開くことばはもう出せません。要るときは、もう一度つくってください。',
    failed: '引き継ぎファイルをつくれませんでした。このパソコンで続けています。',
  },
  printSheet: '引き継ぎ票を開く',
  takeBack: '引き継ぎをやめる',
  takeBackWords:
    'このパソコンで続けます。引き継ぎファイルを新しいパソコンで開いたあとなら、やめずに、新しいほうを使ってください。',
  takeBackNow: 'このパソコンで続ける',
  mets: {
    nothing: '',
    newer: '端末が、引き継いだ新しい本部につながっています。このパソコンは読むだけです。',
    fork: '同じ控えから始めたパソコンが、もう1台動いています。どちらで続けるかを決め、もう1台を止めてください。自動では混ぜません。',
  },
} as const

export const takeOverTexts = {
  open: '引き継ぎファイルから始める',
  words: '引き継ぎファイルの入ったUSBメモリーを差し、引き継ぎ票のことばを入れます。',
  path: '引き継ぎファイル',
  found: '見つかった引き継ぎファイル',
  notFound: 'まだ見つかりません。差してから「もう一度さがす」を押すか、場所を入れてください。',
  search: 'もう一度さがす',
  code: '開くことば',
  codeHint: '引き継ぎ票の32文字。空白はなくてもかまいません。',
  start: 'このパソコンで続ける',
  back: 'もどる',
  starting: '開いています。数秒で担当者の画面になります…',
} as const
