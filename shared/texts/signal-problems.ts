import type * as problems from '#shared/dispatch/signal-problems.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'

export const signalProblemTexts: ProblemTexts<typeof problems> = {
  'dispatch.teamNotOut': {
    ja: ({ team }) => `${team}班はまだ送り出されていません。送り出しの人に声をかけてください。`,
    easy: ({ team }) => `${team}班（はん）は まだ でかけることが できません。スタッフに きいてください。`,
    en: ({ team }) => `Team ${team} has not been sent out yet. Please ask the staff at the exit.`,
  },
  'dispatch.teamIsBack': {
    ja: ({ team }) => `${team}班はもう帰着しています。`,
    easy: ({ team }) => `${team}班（はん）は もう もどっています。`,
    en: ({ team }) => `Team ${team} is already back.`,
  },
  'dispatch.teamIsDisbanded': {
    ja: ({ team }) => `${team}班は解散しました。受付で待っていてください。`,
    easy: ({ team }) => `${team}班（はん）は なくなりました。うけつけで まっていてください。`,
    en: ({ team }) => `Team ${team} was dissolved. Please wait at reception.`,
  },
}
