/** What 元気ですか and the cards say beside the words that paper and terminal share with them. */
export const healthPageTexts = {
  unknown: 'わかりません',
  noAnswer: 'センターから答えがありません。つながると、ひとりでに表示されます。',
  restart: 'もう一度立ち上げる',
  release: '予備の 64 MB を空ける',
  trustClock: 'PC の時刻が正しい',
  keepClock: 'PC の時刻は違う（前の時刻のまま続ける）',
  second: '2か所目を決める',
  autostart: 'ひとりでに始める…',
  backUp: 'いま控えをとる',
  reload: '画面を読み込み直す',
  allCards: 'こまったら（全部）',
  card: (title: string) => `どうすればよいか: ${title}`,
  whatToDo: 'どうすればよいか',
  clockTitle: (span: string, back: boolean) =>
    `PC の時計が ${span}${back ? '戻りました' : '進みました'}。正しい時刻ですか`,
  clockWords: (wall: string, kept: string) =>
    `PC の時刻は ${wall}、センターは ${kept} のまま続けています。記録の順は変わりません。`,
  clockAnswered: (span: string) => `PC の時計が ${span}ずれたままです。パソコンの設定で直してください。`,
  clockLead: '統括が答えます。統括に伝えてください。',
  slept: (from: string, to: string) => `${from}〜${to} スリープしていました`,
  sleptWords: 'その間に押された操作は各機器に残っていて、いま届いています。ふたを閉じないでください。',
  seen: '確かめた',
  newerTitle: '新しい版です。入力を保存して更新してください',
  newerWords: '書きかけの文字と送信待ちの操作は残ります。',
  newerReload: '入力を残して更新',
  end: 'きょうを終わる',
  endNow: '控えをとって終わる',
  ending: '控えをとって確かめています',
  endWords:
    'ほかのデスクの入力が済んだか、声をかけて確かめてください。受け付けを止め、控えをとり、読み直して確かめてから、ささえ を終わります。活動日は閉じません。',
  plugWords: '急ぐときは、そのまま電源を切ってもかまいません。「済」と出た操作は、すべて残っています。',
  ended: (at: string, seq: number) => `${at} に控えをとり、確かめました（記録 ${seq}番まで）。`,
  endedWhere: (path: string) => `場所: ${path}`,
  endedSecond: (second: string) =>
    second === 'done'
      ? '2か所目にもあります。USBメモリなどを取り外せます。'
      : '2か所目にはありません。このパソコンを大切に運んでください。',
  endedNow: 'ささえ は終わりました。パソコンの電源を切ってかまいません。',
} as const
