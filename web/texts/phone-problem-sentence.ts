import type { Language } from '#shared/core/language.ts'
import { coreProblemTexts } from '#shared/texts/core-problems.ts'
import { injectPhoneProblemTexts } from '#shared/texts/inject-phone-problems.ts'
import { keepingProblemTexts } from '#shared/texts/keeping-problems.ts'
import { linkProblemTexts } from '#shared/texts/link-problems.ts'
import { phoneReportProblemTexts } from '#shared/texts/phone-report-problems.ts'
import { photosProblemTexts } from '#shared/texts/photos-problems.ts'
import { sentenceFor } from '#shared/texts/sentence-for.ts'
import { signalProblemTexts } from '#shared/texts/signal-problems.ts'
import type { AnySentences } from '#shared/texts/text.ts'
import type { Refusal } from '#web/core/request.ts'

/** Only what a volunteer's page can meet: every sentence is a line on a crowded network. */
const catalogue: AnySentences = {
  ...coreProblemTexts,
  ...keepingProblemTexts,
  ...signalProblemTexts,
  ...linkProblemTexts,
  ...phoneReportProblemTexts,
  ...photosProblemTexts,
  ...injectPhoneProblemTexts,
}

/** The sentence of a refusal on a volunteer's own page. */
export function phoneProblemSentence(problem: Refusal, language: Language): string {
  return sentenceFor(catalogue, problem, language)
}
