/** What lies outside the center in a drill, on the controller's page. */
export const outsideTexts = {
  title: '天気と、はじめの状態',
  now: 'いまの天気',
  next: '次の天気',
  opening: 'はじめの状態',
  fromStart: 'はじめから使える',
  from: (clock: string) => `${clock}から使える`,
  never: '終わりまで使えない',
  power: (there: string) => `電気: ${there}`,
  line: (there: string) => `回線: ${there}`,
  done: (count: number) => `準備室で済んでいた項目: ${count}件`,
}
