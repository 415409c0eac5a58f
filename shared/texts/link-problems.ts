import type { ProblemTexts } from '#shared/texts/text.ts'
import type * as problems from '#shared/volunteers/link-problems.ts'

export const linkProblemTexts: ProblemTexts<typeof problems> = {
  'volunteers.linkElsewhere': {
    ja: () => 'このページは、別のスマートフォンで使われています。受付番号と生年月日を入れると、ここでも使えます。',
    easy: () => 'この ページは べつの スマートフォンで つかっています。ばんごうと うまれた ひを いれてください。',
    en: () => 'This page is in use on another phone. Enter your number and date of birth to use it here too.',
  },
  'volunteers.notYourLink': {
    ja: () =>
      '受付番号か生年月日が違います。確かめて、もう一度入れてください。わからないときは、受付の人に声をかけてください。',
    easy: () => 'ばんごうか うまれた ひが ちがいます。もういちど いれてください。スタッフに きいても いいです。',
    en: () => 'The number or the date of birth does not fit. Please check and try again, or ask at reception.',
  },
  'volunteers.linkOnManyPhones': {
    ja: ({ most }) => `このページは、もう${most}台で使われています。受付で新しいコードをもらってください。`,
    easy: ({ most }) =>
      `この ページは もう ${most}だいで つかっています。うけつけで あたらしい コードを もらってください。`,
    en: ({ most }) => `This page is already in use on ${most} phones. Please ask reception for a new code.`,
  },
  'volunteers.linkOver': {
    ja: () => 'このページはもう使えません。受付で新しいコードをもらうか、もう一度受付してください。',
    easy: () => 'この ページは もう つかえません。うけつけで きいてください。',
    en: () => 'This page is no longer valid. Ask at reception, or check in again.',
  },
}
