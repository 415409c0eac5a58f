import type * as problems from '#shared/keeping/copy-problems.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'

/** What can be wrong with copies: only desks and the terminal meet it. */
export const copyProblemTexts: ProblemTexts<typeof problems> = {
  'keeping.noFile': { ja: () => 'このセンターはファイルに保存されていないので、控えはとれません。' },
  'keeping.notSetUpYet': { ja: () => 'センターがまだひらかれていないので、控えるものがありません。' },
  'keeping.copyDiffers': {
    ja: () =>
      '控えが元の記録と一致しなかったので、捨てました。もう一度とってください。続くときはディスクの傷みを疑ってください。',
  },
  'keeping.copyFailed': {
    ja: ({ reason }) => `控えをとれませんでした（${reason}）。ディスクの空きと、控えの置き場所を確かめてください。`,
  },
  'keeping.emptierThanCopies': {
    ja: ({ seq, most }) =>
      `いまの記録（${seq}番まで）は、前の控え（${most}番まで）より少なくなっています。控えから戻したあとなら、そのままで正しい状態です。`,
  },
  'keeping.folderMissing': {
    ja: ({ folder }) => `控え先「${folder}」が見つかりません。USBメモリーを差してから、もう一度とってください。`,
  },
  'keeping.folderUnfit': {
    ja: ({ folder }) =>
      `「${folder}」には書き込めません。USBメモリーや別のディスクの、あるフォルダをえらんでください。`,
  },
  'keeping.copyMissing': { ja: ({ file }) => `控え「${file}」が見つかりません。名前と場所を確かめてください。` },
  'keeping.copyLocked': {
    ja: ({ file }) => `「${file}」を開けません。別のかぎで作られたか、はじめの部分が傷んでいます。何も変えていません。`,
  },
  'keeping.copyDamaged': {
    ja: ({ file }) => `「${file}」は途中で切れているか、傷んでいます。別の控えをえらんでください。何も変えていません。`,
  },
  'keeping.copyUnfinished': {
    ja: ({ file }) => `「${file}」は書き終わらなかった控えです。使えません。何も変えていません。`,
  },
  'keeping.copyNewer': {
    ja: ({ file }) =>
      `「${file}」は、この ささえ より新しい版で作られています。新しい版で開いてください。何も変えていません。`,
  },
  'keeping.copyEmpty': { ja: ({ file }) => `「${file}」にはセンターがありません。別の控えをえらんでください。` },
  'keeping.severalCenters': {
    ja: ({ folder }) =>
      `「${folder}」には、別々のセンターの控えがあります。戻したい控えのファイルをえらんでください。何も変えていません。`,
  },
  'keeping.nothingSealed': {
    ja: () =>
      '引き継ぎファイルがまだないか、ささえ をはじめ直したので、開くことばがもうありません。統括の画面で、もう一度つくってください。',
  },
}
