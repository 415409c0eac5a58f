import type { Language } from '#shared/core/language.ts'
import type { AnySentences } from '#shared/texts/text.ts'

const unknown: Record<Language, string> = {
  ja: 'うまくいきませんでした。もう一度試すか、本部に知らせてください。',
  easy: 'うまくいきませんでした。もういちど おしてください。だめなときは スタッフに いってください。',
  en: 'Something went wrong. Please try again or tell the staff.',
}

/** The sentence for a code in a language; Japanese where a desk's problem has no other. */
export function sentenceFor(
  catalogue: AnySentences,
  problem: { code: string; details: object },
  language: Language,
): string {
  const sentences = catalogue[problem.code]
  const sentence = sentences?.[language] ?? sentences?.ja
  // The code decides which details came with it; the catalogue is checked against the definitions where it is written.
  return sentence ? sentence(problem.details as never) : unknown[language]
}
