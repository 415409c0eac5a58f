/** Japanese, やさしい日本語 and English: the languages of every page that a phone sees. */
export const languages = ['ja', 'easy', 'en'] as const
export type Language = (typeof languages)[number]

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}
