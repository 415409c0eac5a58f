import type { Language } from '#shared/core/language.ts'

/** The wording that is read out to whoever asks for help now. */
export const needsConsentVersion = 'needs-2026-12'

/**
 * What is read out to whoever asks for help, by the version that their consent records. A wording is never changed; a new
 * one gets a new version. The first line opens, the last closes; between them stands one question for each item.
 */
export const needsConsentWordings: Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>> = {
  'needs-2026-11': {
    ja: [
      '伺ったことは、お手伝いのためだけに使います。',
      '訪ねる班には名字・住所・作業だけを伝え、電話番号は伝えません。',
      '住所を知られたくない事情があれば、おっしゃってください。',
      'よろしいでしょうか。',
    ],
    easy: [
      'きいた ことは、てつだいの ためだけに つかいます。',
      'いく 人には みょうじ・じゅうしょ・しごとだけ いいます。でんわばんごうは いいません。',
      'じゅうしょを しられたくない ときは、いって ください。',
      'いいですか。',
    ],
    en: [
      'What you tell us is used only to help you.',
      'The team that comes is told only your surname, your address and the work, and not your phone number.',
      'If there is a reason why your address must not be known, please say so.',
      'Is that all right?',
    ],
  },
  'needs-2026-12': {
    ja: [
      '伺ったことはお手伝いのためだけに使い、電話番号は班に伝えません。訪ねる班に伝えてよいことを、4つ聞かせてください。',
      'お名字を伝えてよいですか。',
      'ご住所を伝えてよいですか。伝えないときは、センターがそのつど案内します。',
      '頼みたい作業のくわしい内容を伝えてよいですか。',
      'お体のことなどで、班に気をつけてほしいことを伝えてよいですか。',
      'お答えは、あとからいつでも変えられます。',
    ],
    easy: [
      'きいた ことは、てつだいの ためだけに つかいます。でんわばんごうは いく 人に いいません。4つ きかせて ください。',
      'みょうじを いっても いいですか。',
      'じゅうしょを いっても いいですか。いわない ときは、センターが そのたびに おしえます。',
      'しごとの くわしい ことを いっても いいですか。',
      'からだの ことなどで、きを つけて ほしい ことを いっても いいですか。',
      'こたえは、あとから いつでも かえられます。',
    ],
    en: [
      'What you tell us is used only to help you, and the team is not told your phone number. May I ask four things about what the team that comes may be told?',
      'May they be told your surname?',
      'May they be told your address? If not, the center guides them each time.',
      'May they be told the details of the work?',
      'May they be told what to mind for somebody’s health or comfort?',
      'You can change your answers at any time.',
    ],
  },
}
