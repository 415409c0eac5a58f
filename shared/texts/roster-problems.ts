import type * as problems from '#shared/roster/problems.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'

export const rosterProblemTexts: ProblemTexts<typeof problems> = {
  'roster.alreadyRegistered': {
    ja: () =>
      '同じ方がもう登録されています。登録のページのリンクがわからないときは、センターに声をかけてください。新しいリンクをお渡しします。',
    easy: () => 'もう とうろくが あります。リンクが わからない ときは、スタッフに きいて ください。',
    en: () => 'You are registered already. If you have lost your link, please ask the center for a new one.',
  },
  'roster.groupAlreadyRegistered': {
    ja: () =>
      '同じ名前・同じ電話番号の団体がもう登録されています。登録のページのリンクがわからないときは、センターに声をかけてください。新しいリンクをお渡しします。',
    easy: () => 'この グループは もう とうろくが あります。リンクが わからない ときは、スタッフに きいて ください。',
    en: () => 'This group is registered already. If you have lost the link, please ask the center for a new one.',
  },
  'roster.linkNotKnown': {
    ja: () =>
      'このリンクは使えません。新しいリンクを渡されたときは、前のリンクは使えなくなります。センターに声をかけてください。',
    easy: () => 'この リンクは つかえません。スタッフに きいて ください。',
    en: () =>
      'This link is not valid. If you were given a new link, the earlier one no longer works. Please ask the center.',
  },
  'roster.isWithdrawn': {
    ja: ({ code }) => `${code} は退会しています。もう一度登録するときは、センターに声をかけてください。`,
    easy: ({ code }) =>
      `${code} は とうろくを やめて います。もう いちど とうろくする ときは、スタッフに きいて ください。`,
    en: ({ code }) => `${code} has left the roster. To register again, please ask the center.`,
  },
  'roster.bornInFuture': {
    ja: () => '生年月日が先の日付になっています。直してください。',
    easy: () => 'うまれた ひを もういちど みてください。',
    en: () => 'The date of birth is in the future. Please correct it.',
  },
  'roster.insuredInFuture': {
    ja: () => '保険の加入日が先の日付になっています。直してください。',
    easy: () => 'ほけんに はいった ひを もういちど みてください。',
    en: () => 'The date of the insurance is in the future. Please correct it.',
  },
  'roster.personRegistered': {
    ja: ({ code }) => `この人は ${code} で登録されています。その登録をひらいて直してください。`,
  },
  'roster.likelyKnown': {
    ja: ({ name, code }) =>
      `${code === null ? `前に来た${name}さん` : `${code} ${name}さん`}と同じ人かもしれません。見比べて、「同じ人」か「別の人」を選んでください。`,
  },
  'roster.groupNameTaken': {
    ja: ({ code }) => `同じ名前で同じ電話番号の団体が ${code} で登録されています。その登録をひらいて直してください。`,
  },
  'roster.alreadyRenewed': { ja: ({ code, year }) => `${code} は${year}年度の更新がすんでいます。` },
  'roster.notRenewed': { ja: ({ code, year }) => `${code} の${year}年度の更新は、もう取り消されています。` },
  'roster.yearNotOpen': { ja: ({ year }) => `${year}年度の更新は、いまはできません。来年度の更新は2月からできます。` },
  'roster.notWithdrawn': { ja: ({ code }) => `${code} は退会していません。` },
  'roster.changedMeanwhile': {
    ja: ({ code, by, at }) =>
      `${code} の登録は、${at}に${by === '' ? '本人' : `${by}さん`}が直しました。いまの内容を見てから、もう一度直してください。入力は残っています。`,
  },
}
