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
  'keeping.ending': {
    ja: () => 'センターはきょうの分を終えるところです。入力は残っていて、次に開いたときに送られます。',
    easy: () => 'センターは もう おわります。いれた ものは のこっています。つぎに ひらいたとき おくります。',
    en: () => 'The center is closing for today. Your entry is kept and will be sent when it opens again.',
  },
  'keeping.restartByHand': {
    ja: () => 'ここからは立ち上げ直せません。本部のパソコンで ささえ を終わらせて、もう一度始めてください。',
  },
  'keeping.autostartTaken': {
    ja: ({ path }) =>
      path === ''
        ? 'このパソコンでは、ひとりでに始めることを ここからは設定できません。'
        : `「${path}」は、ささえのものではないファイルです。何も変えていません。`,
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
