import type * as problems from '#shared/keeping/problems.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'

export const keepingProblemTexts: ProblemTexts<typeof problems> = {
  'keeping.diskFull': {
    ja: () => 'パソコンの空き容量がないため、いまは保存できません。入力は残っていて、空きができると送られます。',
    easy: () => 'いま ほぞん できません。いれた ものは のこっています。このまま まってください。',
    en: () => 'The center’s disk is full. Your entry is kept and will be sent once there is room.',
  },
  'keeping.notYourBadge': {
    ja: () => 'あなたのバッジではないか、出し直す前のバッジです。「担当者」でバッジを出し、それを読ませてください。',
  },
  'keeping.restartByHand': {
    ja: () => 'ここからは立ち上げ直せません。本部のパソコンで ささえ を終わらせて、もう一度始めてください。',
  },
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
  'keeping.nothingSealed': {
    ja: () =>
      '引き継ぎファイルがまだないか、ささえ をはじめ直したので、開くことばがもうありません。統括の画面で、もう一度つくってください。',
  },
  'keeping.newerCenter': {
    ja: () => 'ここは引き継ぎ前の古い本部です。新しい本部のアドレスを開いてください。入力はこの端末に残っています。',
    easy: () => 'ここは ふるい ほんぶです。あたらしい QRコードを よんでください。',
    en: () => 'This is the old center. Please scan the new QR code. Your entries are kept on this device.',
  },
  'keeping.forkedCenter': {
    ja: () =>
      '同じセンターの記録が2台のパソコンに分かれています。この端末は、もう1台のほうで受け付けられています。統括に知らせてください。',
    easy: () => 'ほんぶが 2つ あります。スタッフに いってください。',
    en: () => 'There are two copies of this center. Please tell the staff.',
  },
}
