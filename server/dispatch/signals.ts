import { handle } from '#server/core/handlers.ts'
import { showHomeAgain } from '#server/dispatch/home-of-team.ts'
import { teams } from '#server/teams/teams.ts'
import { answerHelp, signal } from '#shared/dispatch/signal-commands.ts'
import { helpIsOpen, signalProblem, withSignal } from '#shared/dispatch/signal-rules.ts'

const signalHandler = handle(
  signal,
  async (work, { teamId, ...said }) => {
    const team = await teams.get(work.tx, teamId)
    const problem = signalProblem(team, said.signal)
    if (problem) throw problem
    const after = withSignal(team, said, work.now)
    if (after !== team) await teams.save(work, after)
    work.describe({ team: team.number, signal: said.signal })
    if (said.signal !== 'moreTime') return
    work.describe({ minutes: said.minutes })
    // Whoever asks for more time after the report goes on at the home.
    if (said.minutes > 0) await showHomeAgain(work, after)
  },
  {
    related: async ({ tx, actor }, { teamId }) => {
      const team = await teams.find(tx, teamId)
      return actor.kind === 'volunteer' && team?.leaderId === actor.attendanceId
    },
  },
)

/** The first desk that answers is named; whoever presses after it changes nothing. */
const answerHelpHandler = handle(answerHelp, async (work, { teamId }) => {
  const team = await teams.get(work.tx, teamId)
  work.describe({ team: team.number })
  if (helpIsOpen(team)) await teams.save(work, { ...team, helpAnsweredBy: work.actorName })
  return { answeredBy: helpIsOpen(team) ? work.actorName : team.helpAnsweredBy }
})

export const signalHandlers = [signalHandler, answerHelpHandler]
