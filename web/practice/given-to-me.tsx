import { GivenList } from '#web/practice/given-list.tsx'
import type { OwnPart } from '#web/practice/own-part.ts'
import { answerGiven, noteSeen } from '#web/practice/say.ts'
import { drillProblemSentence } from '#web/texts/drill-problem-sentence.ts'

const answering = { act: 'practice.answerAsParticipant', send: answerGiven, sentence: drillProblemSentence } as const

/** What was given to the part that this phone plays. */
export function GivenToMe({ injects, participant }: Pick<OwnPart, 'injects' | 'participant'>) {
  const own = { ...answering, as: participant.name }
  return <GivenList injects={injects} word="given" answering={own} noteSeen={noteSeen} />
}
