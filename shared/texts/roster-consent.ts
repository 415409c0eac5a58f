import type { Language } from '#shared/core/language.ts'

/** The wording that a registration is agreed to with now. */
export const rosterConsentVersion = 'roster-2026-11'

/** What somebody agrees to when registering, by version. A wording is never changed; a new one gets a new version. */
export const rosterConsentWordings: Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>> = {
  'roster-2026-11': {
    ja: [
      '登録した内容は、災害のときの連絡と活動の調整、保険の手続き、けがや急病への対応に使われます。',
      '社会福祉協議会が管理し、活動に必要な人のほかには渡されません。',
      '登録は年度ごとに更新します。更新しなくても、災害のときは受付で活動に参加できます。',
      'いつでも内容を直したり、退会したりできます。退会した人の情報は、決められた時期に消されます。',
      '登録だけでは活動の予約や受付にはなりません。活動する日に、あらためて受付をします。',
    ],
    easy: [
      'かいた ことは、さいがいの ときの れんらく、かつどうの じゅんび、ほけん、けがや びょうきの とき に つかいます。',
      'しゃかいふくし きょうぎかいが まもります。ひつような ひと だけが みます。',
      'とうろくは 1ねんに 1かい あたらしく します。しなくても、さいがいの とき うけつけを して さんか できます。',
      'いつでも なおしたり、やめたり できます。やめた ひとの ことは、きめられた ときに けします。',
      'とうろくは、よやくや うけつけでは ありません。かつどうする ひに、うけつけを して ください。',
    ],
    en: [
      'What you enter is used to contact you and arrange work in a disaster, for insurance, and in case of injury or illness.',
      'The Council of Social Welfare keeps it and gives it only to those who need it for the activity.',
      'You renew your registration each fiscal year. Without renewing, you can still check in and take part in a disaster.',
      'You can change it or leave at any time. The data of those who left is erased at a set time.',
      'Registering is neither a reservation nor a check-in. On the day you check in.',
    ],
  },
}
