import type { ScenarioLook } from '#shared/practice/scenario-desk.ts'

/** One state of a scenario under work, with what the server said of it; null until it has. */
export interface Step {
  text: string
  look: ScenarioLook | null
}

/** The states behind and before the one that is shown: what 元に戻す and やり直す go through. */
export interface Steps {
  now: Step
  past: readonly Step[]
  future: readonly Step[]
  /** Whether the last step came from typing: the letters of one sentence are taken back together. */
  typed: boolean
}

/** More than anybody takes back, and little enough for a tablet. */
const mostSteps = 100

export const stepsFrom = (text: string): Steps => ({ now: { text, look: null }, past: [], future: [], typed: false })

const remember = ({ past, now }: Steps) => [...past, now].slice(-mostSteps)

export const stepTo = (steps: Steps, now: Step): Steps => ({ now, past: remember(steps), future: [], typed: false })

/** A letter more or less in the text itself; what was seen of the text before stays until the server has read it. */
export const typedInto = (steps: Steps, text: string): Steps => ({
  now: { text, look: null },
  past: steps.typed ? steps.past : remember(steps),
  future: [],
  typed: true,
})

/** The server has read the text that is shown. */
export const lookedAt = (steps: Steps, look: ScenarioLook): Steps => ({ ...steps, now: { ...steps.now, look } })

export function undone(steps: Steps): Steps {
  const { past, now, future } = steps
  const before = past.at(-1)
  return before ? { now: before, past: past.slice(0, -1), future: [now, ...future], typed: false } : steps
}

export function redone(steps: Steps): Steps {
  const [after, ...future] = steps.future
  return after ? { now: after, past: remember(steps), future, typed: false } : steps
}

/** What the form shows: of a text that the server has not read yet, the last thing that it said. */
export function lastLook({ now, past }: Steps): ScenarioLook | null {
  return now.look ?? past.findLast(({ look }) => look !== null)?.look ?? null
}
