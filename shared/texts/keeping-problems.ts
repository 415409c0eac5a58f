import type * as problems from '#shared/keeping/problems.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'

export const keepingProblemTexts: ProblemTexts<typeof problems> = {
  'keeping.diskFull': {
    ja: () => 'パソコンの空き容量がないため、いまは保存できません。入力は残っていて、空きができると送られます。',
    easy: () => 'いま ほぞん できません。いれた ものは のこっています。このまま まってください。',
    en: () => 'The center’s disk is full. Your entry is kept and will be sent once there is room.',
  },
  'keeping.restartByHand': {
    ja: () => 'ここからは立ち上げ直せません。本部のパソコンで ささえ を終わらせて、もう一度始めてください。',
  },
}
