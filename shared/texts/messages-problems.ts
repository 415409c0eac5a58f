import type * as problems from '#shared/messages/problems.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'

export const messagesProblemTexts: ProblemTexts<typeof problems> = {
  'messages.alreadyStopped': {
    ja: ({ at, by }) => `${at} に${by}さんが活動中止を出しています。再開してから、もう一度出してください。`,
  },
  'messages.alreadyLifted': { ja: () => 'この知らせは、もう取り消されています。' },
  'messages.reasonMissing': { ja: () => '理由を選ぶか、書いてください。' },
  'messages.unfitReturnTime': {
    ja: ({ earliest, latest }) => `帰着時刻は ${earliest} より後、${latest} より前にしてください。`,
  },
}
