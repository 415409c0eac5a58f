import { paperWords } from '#shared/texts/paper.ts'

/** How papers with people's records are counted at the day's end. */
export const papersTexts = {
  title: '個人情報の紙',
  asking: 'きょう番号をつけた紙を調べています…',
  noAnswer: 'きょう番号をつけた紙の数を調べられませんでした。つながってから、もう一度ひらいてください。',
  none: 'きょう番号をつけた紙はありません。',
  printed: (count: number) =>
    `きょう番号をつけた紙は ${count}枚です（活動依頼書・点呼・活動予約の一覧・本人の記録。印刷の画面をひらくたびに番号がつきます）。`,
  back: '戻ったか、細断した枚数',
  backHint: '画面でひらいただけで印刷しなかったものも、戻った数に入れます。',
  unit: '枚',
  missing: '戻っていない紙の番号（わかれば）',
  missingHint: '紙の右上の番号です。例: 3、12',
  save: '枚数を記録する',
  unfit: '枚数は数字で、番号は「3、12」のように入れてください。',
  counted: (printed: number, back: number, by: string, at: string) =>
    `${printed}枚のうち${back}枚が戻りました（${at} ${by}さんが記録）。`,
  allBack: '全部そろっています。',
  away: (count: number) =>
    `戻っていない紙が${count}枚あります。さがしても見つからなければ、社会福祉協議会の担当者に知らせてください。`,
  which: (papers: readonly string[]) => `戻っていない番号: ${papers.join('、')}`,
  one: (paper: number, name: string | undefined) =>
    name ? `${paperWords.number(paper)}（${name}）` : paperWords.number(paper),
  later: (count: number) => `記録のあとに${count}枚ふえました。もう一度数えてください。`,
} as const
