import { conditionWords } from '#drills/core/condition-words.ts'
import type { Drill } from '#drills/core/drill.ts'
import { dueOf } from '#drills/core/due.ts'
import { idNamed, injectIdOf } from '#drills/core/named-ids.ts'
import { doneAtOpening, openingOf } from '#drills/core/opening-state.ts'
import { recipientOf } from '#drills/core/recipients.ts'
import type { Part, Scenario } from '#drills/core/scenario.ts'
import { desksOfStep } from '#drills/core/step-desks.ts'
import { checkWords } from '#drills/summary/check-words.ts'
import { profileNamed } from '#shared/center/profiles.ts'
import { doesWork } from '#shared/practice/who-plays.ts'
import type { BroughtAlong } from '#shared/readiness/brought-along.ts'

/** Which desk a simulated part sits at. */
const deskOfPart: Readonly<Partial<Record<Part['player'], string>>> = {
  reception: 'reception',
  needs: 'needs',
  survey: 'survey',
  dispatch: 'dispatch',
  sendOff: 'equipment',
  return: 'return',
  lead: 'lead',
}

/** The desks for which the scenario itself acts: by a step of somebody who sits there, or by what answers an inject. */
function scriptedDesks({ staff, steps, injects }: Scenario): string[] {
  const ofSteps = steps.flatMap((step) => desksOfStep(step, staff.find(({ name }) => name === step.by)?.desks ?? []))
  const ofInjects = injects.flatMap(({ to, reaction }) =>
    reaction && typeof to === 'object' && 'desk' in to ? to.desk : [],
  )
  return [...ofSteps, ...ofInjects]
}

/**
 * The desks that simulated players sit at: those of the works that the scenario has parts for, into which a small center
 * may grow, those that it acts for, and of the center as it begins each desk that does one of these.
 */
function simulatedDesks(scenario: Scenario): string[] {
  const { players, center } = scenario
  const works = [...players.flatMap(({ player }) => deskOfPart[player] ?? []), ...scriptedDesks(scenario)]
  const { desks } = profileNamed(center.profileName)
  const seated = desks.filter((desk) => works.some((work) => doesWork(desk, work)))
  return [...new Set([...works, ...seated.map(({ name }) => name)])]
}

/** Puts into the drill's center what the scenario gives to people: injects, cards, seats, expectations. */
export async function beginPractice(drill: Drill, speed: number, brought?: BroughtAlong): Promise<void> {
  const { scenario } = drill
  const at = (clock: string) => new Date(drill.instantOf(clock)).toISOString()
  const titleOf = (key: string) => scenario.injects.find((one) => one.key === key)?.title ?? key
  const state = {
    scenarioName: scenario.name,
    title: scenario.title,
    seed: scenario.seed,
    endsAt: at(scenario.endsAt),
    speed,
    soloDesk: scenario.solo?.desk ?? '',
    weather: scenario.weather.map(({ from, words, wbgt = null, rainMm }) => ({ from: at(from), words, wbgt, rainMm })),
    opening: openingOf(drill),
  }
  const reply = await drill.send({ kind: 'system' }, 'practice.startDrill', {
    state,
    seats: simulatedDesks(scenario).map((deskName) => ({
      id: idNamed(`seat-${deskName}`),
      deskName,
      player: 'simulated' as const,
    })),
    injects: scenario.injects.map(({ key, to, title, text, script, hint, at: clock, when, answerWithin }) => ({
      id: injectIdOf(key),
      key,
      recipient: recipientOf(to),
      title,
      text,
      script: hint ?? script,
      dueAt: clock === undefined ? null : at(clock),
      condition: when === undefined ? '' : conditionWords(when, titleOf),
      answerWithin: answerWithin ?? null,
    })),
    cards: scenario.cards.map((card) => ({ id: idNamed(`card-${card.key}`), ...card })),
    outcomes: scenario.expectations.map((expected, index) => {
      const due = dueOf(scenario, expected)
      const dueAt = due === undefined ? null : at(due)
      const id = idNamed(`expectation-${index}`)
      return { id, key: `${index} ${expected.check}`, title: checkWords[expected.check], dueAt }
    }),
  })
  if (reply instanceof Error) throw reply
  await furnishSetUpRoom(drill, brought)
}

/**
 * The set-up room begins with the lists of the center that holds the drill, or the usual ones where that has none, with
 * what the scenario says is done already, and with the issues that are still open (前回からの課題).
 */
async function furnishSetUpRoom(drill: Drill, { items = [], issues = [] }: Partial<BroughtAlong> = {}): Promise<void> {
  const lists = { ...(items.length > 0 && { items }), doneKeys: doneAtOpening(drill.scenario) }
  const adopted = await drill.send({ kind: 'system' }, 'readiness.adoptLists', lists)
  if (adopted instanceof Error) throw adopted
  for (const { id: issueId, ...issue } of issues) {
    const act = { id: idNamed(`issue-${issueId}`) }
    const said = { issueId, ...issue, source: '', fromBefore: true }
    const reply = await drill.send({ kind: 'system' }, 'readiness.addIssue', said, act)
    if (reply instanceof Error) throw reply
  }
}
