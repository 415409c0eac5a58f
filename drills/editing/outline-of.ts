import { conditionWords } from '#drills/core/condition-words.ts'
import { recipientOf } from '#drills/core/recipients.ts'
import { recipientInFile } from '#drills/core/scenario.ts'
import { expectationsOf, knownChecks } from '#drills/editing/outlined-expectations.ts'
import { cardsOf, comingOf } from '#drills/editing/outlined-people.ts'
import { isPlain, type Plain, wordOf } from '#drills/editing/plain.ts'
import { smallProfile } from '#shared/center/profiles/small.ts'
import { standardProfile } from '#shared/center/profiles/standard.ts'
import { condition } from '#shared/practice/condition.ts'
import type { InjectTiming, OutlinedInject, ScenarioOutline } from '#shared/practice/scenario-desk.ts'

function timingOf({ at, when }: Plain): InjectTiming {
  if (typeof at === 'string') return { kind: 'at', clock: at }
  const read = condition.safeParse(when)
  return read.success ? { kind: 'when', condition: read.data } : { kind: 'byHand' }
}

function injectOf(item: Plain, index: number, titleOf: (key: string) => string): OutlinedInject {
  const to = recipientInFile.safeParse(item.to)
  const timing = timingOf(item)
  return {
    index,
    key: wordOf(item.key),
    recipient: to.success ? recipientOf(to.data) : null,
    title: wordOf(item.title),
    text: wordOf(item.text),
    script: wordOf(item.script),
    timing,
    condition: timing.kind === 'when' ? conditionWords(timing.condition, titleOf) : '',
    answerWithin: typeof item.answerWithin === 'number' ? item.answerWithin : null,
    answersItself: isPlain(item.reaction),
  }
}

/** The desks of the profile that the day begins with, and those that the file gives something to besides. */
function desksOf(scenario: Plain, injects: readonly OutlinedInject[]): string[] {
  const isSmall = isPlain(scenario.center) && scenario.center.profileName === 'small'
  const { desks } = isSmall ? smallProfile : standardProfile
  const named = injects.flatMap(({ recipient }) => (recipient?.kind === 'desk' ? [recipient.deskName] : []))
  return [...new Set([...desks.map(({ name }) => name), ...named])]
}

/** What a form can show of a scenario's data, however unfinished it is; null where it is none at all. */
export function outlineOf(scenario: unknown): ScenarioOutline | null {
  if (!isPlain(scenario)) return null
  const items: readonly unknown[] = Array.isArray(scenario.injects) ? scenario.injects : []
  const titleOf = (key: string) => wordOf(items.filter(isPlain).find((item) => item.key === key)?.title) || key
  const injects = items.flatMap((item, index) => (isPlain(item) ? [injectOf(item, index, titleOf)] : []))
  return {
    name: wordOf(scenario.name),
    title: wordOf(scenario.title),
    startsAt: wordOf(scenario.startsAt),
    endsAt: wordOf(scenario.endsAt),
    injects,
    cards: cardsOf(scenario),
    expectations: expectationsOf(scenario),
    checks: [...knownChecks],
    coming: comingOf(scenario),
    desks: desksOf(scenario, injects),
  }
}
