/** What 元気ですか and the cards say beside the words that paper and terminal share with them. */
export const healthPageTexts = {
  unknown: 'わかりません',
  noAnswer: 'センターから答えがありません。つながると、ひとりでに表示されます。',
  restart: 'もう一度立ち上げる',
  release: '予備の 64 MB を空ける',
  trustClock: 'PC の時刻が正しい',
  keepClock: 'PC の時刻は違う（前の時刻のまま続ける）',
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
} as const
