import { handle } from '#server/core/handlers.ts'
import type { Vitals } from '#server/keeping/vitals.ts'
import type { KeepingVoice } from '#server/keeping/voice.ts'
import { answerClock, noteClock, noteSleep } from '#shared/keeping/commands.ts'

/** What the clock did, for the chronology, and what a person said to that. */
export const clockHandlers = (vitals: Vitals) => [
  handle(noteClock, async (work, { byMs }) => work.describe({ byMs })),
  handle(noteSleep, async (work, { from, to }) => work.describe({ from, to })),
  handle(answerClock, async (work, { trust }) => {
    const { clock } = vitals
    work.describe({ trust: trust ? 1 : 0, byMs: Math.round(clock?.off ?? 0) })
    work.afterCommit(() => {
      if (trust) clock?.trust()
      answered(vitals.voice, trust)
    })
  }),
]

function answered(voice: KeepingVoice, trust: boolean): void {
  const doubt = voice.state.clock
  if (doubt) voice.say({ clock: trust ? null : { ...doubt, answered: true } })
}
