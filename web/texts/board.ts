import type { BoardView } from '#shared/reports/board.ts'

/** Words on the wall. */
export const boardTexts = {
  title: '全体のようす',
  closed: '活動日は開かれていません',
  day: (number: number) => `第${number}日`,
  dayOver: '（終了）',
  numbers: {
    arrived: '受付した人',
    waiting: '待機',
    out: '活動中',
    openNeeds: '残っている依頼',
    completedToday: 'きょう完了',
  } satisfies Record<keyof BoardView['numbers'], string>,
  units: { arrived: '人', waiting: '人', out: '人', openNeeds: '件', completedToday: '件' } satisfies Record<
    keyof BoardView['numbers'],
    string
  >,
  eventsTitle: 'きょうの予定',
  events: {
    receptionOpens: '受付開始',
    receptionCloses: '受付終わり',
    returnBy: '全員もどる',
  } satisfies Record<BoardView['events'][number]['kind'], string>,
  over: '済',
  noticesTitle: 'お知らせ',
  notices: { stop: '活動中止', shorten: '活動短縮', message: 'お知らせ' } satisfies Record<
    BoardView['notices'][number]['kind'],
    string
  >,
  back: (clock: string) => `${clock} までにもどる`,
  noNotices: 'お知らせはありません',
  map: '依頼のある町',
  mark: (town: string, word: string) => `${town} ${word}`,
  /** What the letter of a mark stands for; several states share one. */
  groups: {
    未: '未対応',
    調: '現地調査',
    割: '割当済',
    活: '活動中',
    済: 'きょう完了',
    保: '保留・対応不可',
  } as Readonly<Record<string, string>>,
  live: 'つながっています',
  offline: (clock: string) => `接続なし ${clock} 現在`,
  connecting: 'つないでいます',
} as const
