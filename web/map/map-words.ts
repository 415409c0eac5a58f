/** The words the map says by itself; only desks and the board have a map. */
export const mapWords = {
  kind: '地図',
  help: '矢印キーで動かす、＋と－で拡大と縮小、Tabで地点へ、Enterで選ぶ',
  pinHelp: '地図を押すと場所が決まります。キーでは、地図を動かして真ん中に合わせ、Enter',
  skip: '地図をとばす',
  zoomIn: '拡大',
  zoomOut: '縮小',
  wholeWard: '全体',
  tileProblem: '背景地図を読み込めません。町名と地点はそのまま使えます',
  legend: { base: '地域防災拠点', station: '駅', office: '区役所' },
  here: (count: number) => `この場所に${count}件`,
  stack: (title: string, count: number) => `${title} ほか${count - 1}件。Enterで一覧`,
  urgent: (title: string) => `急ぎ ${title}`,
  close: '閉じる',
  pin: '場所の印',
  pinNear: (town: string) => `印は${town}の近くです`,
  pinOutside: '印は金沢区の外にあります',
} as const
