import type { Drill } from '#drills/core/drill.ts'
import { dueOf } from '#drills/core/due.ts'
import { idNamed } from '#drills/core/named-ids.ts'
import type { Condition, Part, ScenarioInject } from '#drills/core/scenario.ts'
import { checkWords } from '#drills/summary/check-words.ts'
import type { InjectTo } from '#shared/practice/inject.ts'
import type { BroughtAlong } from '#shared/readiness/brought-along.ts'

const conditionWords: { [T in Condition['that']]: (condition: Extract<Condition, { that: T }>) => string } = {
  teamsOut: ({ atLeast }) => `${atLeast}班が出ているとき`,
  peopleWaiting: ({ atLeast }) => `待機が${atLeast}人になったとき`,
  peopleReceived: ({ atLeast }) => `受付が${atLeast}人になったとき`,
  needsWaiting: ({ atLeast }) => `派遣を待つ依頼が${atLeast}件になったとき`,
  needsCompleted: ({ atLeast }) => `完了が${atLeast}件になったとき`,
  wbgt: ({ atLeast }) => `暑さ指数が${atLeast}になったとき`,
  rain: ({ atLeast }) => `雨が1時間に${atLeast}ミリになったとき`,
  afterInject: ({ inject, minutes }) => `「${inject}」から${minutes}分たったとき`,
}

function wordsOf(condition: Condition | undefined): string {
  if (condition === undefined) return ''
  // The table has one row for each condition, typed by it; the compiler cannot follow the name through the union.
  return (conditionWords[condition.that] as (one: Condition) => string)(condition)
}

function recipientOf(to: ScenarioInject['to']): InjectTo {
  if (to === 'team') return { kind: 'team' }
  if (to === 'controller') return { kind: 'controller' }
  return 'desk' in to ? { kind: 'desk', deskName: to.desk } : { kind: 'phone', role: to.phone }
}

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

/** Puts into the drill's center what the scenario gives to people: injects, cards, seats, expectations. */
export async function beginPractice(drill: Drill, speed: number, brought?: BroughtAlong): Promise<void> {
  const { scenario } = drill
  const at = (clock: string) => new Date(drill.instantOf(clock)).toISOString()
  const simulated = [...new Set(scenario.players.flatMap(({ player }) => deskOfPart[player] ?? []))]
  const state = {
    scenarioName: scenario.name,
    title: scenario.title,
    seed: scenario.seed,
    endsAt: at(scenario.endsAt),
    speed,
  }
  const reply = await drill.send({ kind: 'system' }, 'practice.startDrill', {
    state,
    seats: simulated.map((deskName) => ({ id: idNamed(`seat-${deskName}`), deskName, player: 'simulated' as const })),
    injects: scenario.injects.map(({ key, to, title, text, script, at: clock, when, answerWithin }) => ({
      id: idNamed(`inject-${key}`),
      key,
      recipient: recipientOf(to),
      title,
      text,
      script,
      dueAt: clock === undefined ? null : at(clock),
      condition: wordsOf(when),
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
  const lists = { ...(items.length > 0 && { items }), doneKeys: drill.scenario.opening.done }
  const adopted = await drill.send({ kind: 'system' }, 'readiness.adoptLists', lists)
  if (adopted instanceof Error) throw adopted
  for (const { id: issueId, ...issue } of issues) {
    const act = { id: idNamed(`issue-${issueId}`) }
    const said = { issueId, ...issue, source: '', fromBefore: true }
    const reply = await drill.send({ kind: 'system' }, 'readiness.addIssue', said, act)
    if (reply instanceof Error) throw reply
  }
}
