import type { Language } from '#shared/core/language.ts'
import type { First, Problem } from '#shared/core/problem.ts'
import { accessProblemTexts } from '#shared/texts/access-problems.ts'
import { centerProblemTexts } from '#shared/texts/center-problems.ts'
import { coreProblemTexts } from '#shared/texts/core-problems.ts'
import { dispatchProblemTexts } from '#shared/texts/dispatch-problems.ts'
import { doublesProblemTexts } from '#shared/texts/doubles-problems.ts'
import { groupsProblemTexts } from '#shared/texts/groups-problems.ts'
import { copyProblemTexts } from '#shared/texts/keeping-copy-problems.ts'
import { keepingProblemTexts } from '#shared/texts/keeping-problems.ts'
import { linkProblemTexts } from '#shared/texts/link-problems.ts'
import { messagesProblemTexts } from '#shared/texts/messages-problems.ts'
import { needsProblemTexts } from '#shared/texts/needs-problems.ts'
import { phoneReportProblemTexts } from '#shared/texts/phone-report-problems.ts'
import { photosProblemTexts } from '#shared/texts/photos-problems.ts'
import { practiceProblemTexts } from '#shared/texts/practice-problems.ts'
import { privacyProblemTexts } from '#shared/texts/privacy-problems.ts'
import { readinessProblemTexts } from '#shared/texts/readiness-problems.ts'
import { reportsProblemTexts } from '#shared/texts/reports-problems.ts'
import { reservationsProblemTexts } from '#shared/texts/reservations-problems.ts'
import { rosterImportProblemTexts } from '#shared/texts/roster-import-problems.ts'
import { rosterProblemTexts } from '#shared/texts/roster-problems.ts'
import { sentenceFor } from '#shared/texts/sentence-for.ts'
import { signalProblemTexts } from '#shared/texts/signal-problems.ts'
import { teamsProblemTexts } from '#shared/texts/teams-problems.ts'
import type { AnySentences } from '#shared/texts/text.ts'
import { volunteersProblemTexts } from '#shared/texts/volunteers-problems.ts'
import type { Refusal } from '#web/core/request.ts'
import { actName } from '#web/texts/act-names.ts'

const catalogue: AnySentences = {
  'web.noLine': { ja: () => 'サーバーにつながりません。入力は残っています。つながってから、もう一度押してください。' },
  ...coreProblemTexts,
  ...accessProblemTexts,
  ...centerProblemTexts,
  ...copyProblemTexts,
  ...keepingProblemTexts,
  ...messagesProblemTexts,
  ...photosProblemTexts,
  ...needsProblemTexts,
  ...volunteersProblemTexts,
  ...reservationsProblemTexts,
  ...groupsProblemTexts,
  ...rosterImportProblemTexts,
  ...rosterProblemTexts,
  ...signalProblemTexts,
  ...linkProblemTexts,
  ...phoneReportProblemTexts,
  ...reportsProblemTexts,
  ...teamsProblemTexts,
  ...dispatchProblemTexts,
  ...doublesProblemTexts,
  ...privacyProblemTexts,
  ...readinessProblemTexts,
  ...practiceProblemTexts,
}

/** Who was first, what they did and when, where the server has said so. */
function whoWasFirst(details: object): string {
  // Only the server writes this field, and always whole.
  const { first } = details as { first?: First }
  if (!first) return ''
  const who = first.by === '' ? '本人か別の端末' : `${first.by}さん`
  return `（${first.at}に${who}が「${actName(first.act)}」）`
}

/** The sentence of a refusal on a desk's screen; whoever was second reads who was first as well. */
export function problemSentence(problem: Refusal | Problem, language: Language): string {
  return `${sentenceFor(catalogue, problem, language)}${whoWasFirst(problem.details)}`
}
