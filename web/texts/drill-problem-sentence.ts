import type { Language } from '#shared/core/language.ts'
import { coreProblemTexts } from '#shared/texts/core-problems.ts'
import { joinPhone } from '#shared/texts/join-phone.ts'
import { keepingProblemTexts } from '#shared/texts/keeping-problems.ts'
import { photosProblemTexts } from '#shared/texts/photos-problems.ts'
import { practiceProblemTexts } from '#shared/texts/practice-problems.ts'
import { sentenceFor } from '#shared/texts/sentence-for.ts'
import type { AnySentences } from '#shared/texts/text.ts'
import type { Refusal } from '#web/core/request.ts'

const plain = (text: Record<Language, string>) => ({
  ja: () => text.ja,
  easy: () => text.easy.replace(/《[^》]+》/g, ''),
  en: () => text.en,
})

/** Only what the page of a drill can meet. */
const catalogue: AnySentences = {
  ...coreProblemTexts,
  ...keepingProblemTexts,
  ...photosProblemTexts,
  ...practiceProblemTexts,
  'access.nameTaken': plain(joinPhone.nameTaken),
  'web.noLine': plain(joinPhone.noLine),
}

export const drillProblemSentence = (problem: Refusal, language: Language): string =>
  sentenceFor(catalogue, problem, language)
