import type { Team } from '#shared/teams/team.ts'
import { leaderOfTeam } from '#shared/texts/drill-sheets.ts'
import { send } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { GivenList } from '#web/practice/given-list.tsx'
import { type Said, saidBy, saidNow } from '#web/practice/said.ts'
import { phoneProblemSentence } from '#web/texts/phone-problem-sentence.ts'

const answering = {
  act: 'practice.answerAsLeader',
  send: async (injectId: string, answer: string): Promise<Said> =>
    saidBy(await send('practice.answerAsLeader', { injectId, answer, ...saidNow() })),
  sentence: phoneProblemSentence,
} as const

/** Not kept where there is no line: an old word that something was read helps nobody. */
const noteSeen = async (injectId: string) =>
  (await send('practice.seeAsLeader', { injectId }, { secret: true })).kind === 'done'

/** What happens in a drill to the team that this phone's owner leads. */
export function TeamInjects({ team }: { team: Team }) {
  const own = { ...answering, as: leaderOfTeam(team.number) }
  return <GivenList injects={store.all('inject')} word="toTeam" answering={own} noteSeen={noteSeen} />
}
