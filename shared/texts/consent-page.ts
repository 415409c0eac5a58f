import type { PhoneTexts } from '#shared/texts/text.ts'

/** The page on which a wording of the consent stays readable, also when a newer one is in use. */
export const consentPageTexts = {
  title: { ja: '同意の文章', easy: '同意（どうい）の ぶんしょう', en: 'What was agreed to' },
} satisfies PhoneTexts

export const consentVersionText = (version: string) => `版 / version ${version}`
