import { clockOf, timeZone } from '#shared/core/time.ts'
import type * as problems from '#shared/practice/problems.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'

const states: Readonly<Record<string, string>> = {
  waiting: 'これからに戻しています',
  fired: '出しています',
  answered: '答えています',
  skipped: '出さないことにしています',
}

type OnOwnPage = Pick<
  ProblemTexts<typeof problems>,
  'practice.notADrill' | 'practice.drillOver' | 'practice.injectMoved' | 'practice.leaderChanged'
>

/** Of drills, what a volunteer's own page can meet as well. */
export const injectPhoneProblemTexts: OnOwnPage = {
  'practice.notADrill': {
    ja: () => 'ここは訓練ではありません。訓練の操作はできません。',
    easy: () => 'ここは 訓練（れんしゅう）では ありません。',
    en: () => 'This is not a drill, so this cannot be done here.',
  },
  'practice.drillOver': {
    ja: ({ at, by }) =>
      by === '' ? 'この訓練は終わりました。' : `この訓練は ${clockOf(at, timeZone)} に${by}さんが終えました。`,
    easy: () => 'この 訓練（れんしゅう）は おわりました。',
    en: () => 'This drill is over.',
  },
  'practice.injectMoved': {
    ja: ({ title, state, at, by }) =>
      `「${title}」は ${clockOf(at, timeZone)} に${by === '' ? '進行' : `${by}さん`}が${states[state] ?? '動かしています'}。`,
    easy: ({ title, state, at }) =>
      state === 'answered'
        ? `「${title}」は ${clockOf(at, timeZone)} に ほかの 人が こたえました。`
        : `「${title}」は いま こたえなくて いいです。`,
    en: ({ title, state, at }) =>
      state === 'answered'
        ? `“${title}” was answered by somebody else at ${clockOf(at, timeZone)}.`
        : `“${title}” no longer asks for an answer.`,
  },
  'practice.leaderChanged': {
    ja: ({ title }) =>
      `この班のリーダーは、ほかの人にかわりました。「${title}」には、いまのリーダーかセンターが答えます。`,
    easy: ({ title }) => `リーダーは ほかの 人（ひと）に なりました。「${title}」は こたえなくて いいです。`,
    en: ({ title }) => `Somebody else leads this team now. “${title}” is answered by them or by the center.`,
  },
}
