/** What the shell itself says: the bar, the five numbers, acts that wait. */
export const shellTexts = {
  connecting: 'つないでいます',
  day: (number: number) => `第${number}日`,
  noDay: '活動日の前',
  desks: 'デスク',
  lane: 'レーン',
  laneNumber: (lane: number) => `レーン${lane}`,
  now: 'いま:',
  switch: '交代',
  secondsAgo: (seconds: number) => `${seconds}秒前`,
  asOf: (clock: string) => `${clock} 現在`,
  parts: 'この画面の部分',
  elsewhere: (part: string, desks: string) =>
    `「${part}」は、あなたのデスクにはありません。${desks}のデスクで見られます。`,
  numbers: 'きょうの数',
  countedTitle: (word: string, count: number) => `${word} ${count}`,
  nobody: 'いまは、ひとりもいません。',
  nothing: 'いまは、1件もありません。',
  unsent: (count: number) => `送信待ち ${count}`,
  unsentTitle: 'まだ送れていない操作',
  unsentWords: 'つながると、押した順に送られます。このページを閉じても残ります。',
  putAside: (count: number) => `受け付けられなかった操作 ${count}`,
  putAsideTitle: '受け付けられなかった操作',
  putAsideWords:
    'つながる前に押した操作のうち、あとで受け付けられなかったものです。入れた内容を確かめて、必要ならやり直してください。',
  nothingTyped: '書き入れたものはありません。',
  seen: '確かめた(消す)',
  help: 'このデスクの仕事',
  look: '表示',
  person: (number: number, name: string) => `${number} ${name}`,
} as const

export const numberWords = {
  waiting: '待機',
  active: '活動中',
  overdue: '未帰着(超過)',
  needs: 'ニーズ未対応',
  surveys: '調査待ち',
  unnamed: '名前待ち',
} as const

/** A panel's short name, for screens on which panels are parts of one desk. */
export const partNames: Readonly<Record<string, string>> = {
  lead: '統括',
  needs: 'ニーズ',
  reception: '受付',
  reservations: '活動予約',
  groups: '団体',
  doubles: '重複さがし',
  roster: '登録',
  dispatch: 'マッチング',
  return: '帰着',
  allReturned: '全員帰着',
  affairs: '記録',
  privacy: '個人情報',
  lookback: '振り返り',
  readiness: '開設準備',
  findPeople: '人をさがす',
  surveys: '現地調査',
  practice: '訓練',
}
