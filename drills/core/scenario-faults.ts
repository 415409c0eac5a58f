import type { ZodError } from 'zod'
import { z } from 'zod'
import { dayTimeFaults } from '#drills/core/day-time-faults.ts'
import { dueOf } from '#drills/core/due.ts'
import { withIds } from '#drills/core/named-ids.ts'
import { openingFaults } from '#drills/core/opening-state.ts'
import { plainAsked } from '#drills/core/plain-call.ts'
import type { Scenario } from '#drills/core/scenario.ts'
import type { Fault } from '#drills/core/scenario-fault.ts'
import { smallProfile } from '#shared/center/profiles/small.ts'
import { standardProfile } from '#shared/center/profiles/standard.ts'
import { commands } from '#shared/commands.ts'
import { towns } from '#shared/places/towns.ts'
import { minutesOf } from '#shared/practice/scenario-clock.ts'

const commandsByName = new Map(Object.values(commands).map((command) => [command.name as string, command]))
const inJapanese = z.locales.ja().localeError

function inputFaults(error: ZodError, before: Fault['path']): Fault[] {
  return error.issues.map(({ path, message }) => ({
    path: [...before, ...path.filter((key) => typeof key !== 'symbol')],
    sentence: message,
  }))
}

function commandFaults(step: { command: string; input: Record<string, unknown> }, path: Fault['path']): Fault[] {
  const command = commandsByName.get(step.command)
  if (!command) return [{ path: [...path, 'command'], sentence: `「${step.command}」という操作はありません。` }]
  const parsed = command.input.safeParse(withIds(step.input), { error: inJapanese })
  return parsed.success ? [] : inputFaults(parsed.error, [...path, 'input'])
}

const unknownStaff = ({ staff }: Scenario, name: string, path: Fault['path']): Fault[] =>
  staff.some((one) => one.name === name) ? [] : [{ path, sentence: `「${name}」さんは staff にいません。` }]

function stepFaults(scenario: Scenario): Fault[] {
  return scenario.steps.flatMap((step, index) => [
    ...commandFaults(step, ['steps', index]),
    ...unknownStaff(scenario, step.by, ['steps', index, 'by']),
  ])
}

interface Written {
  path: Fault['path']
  clock: string | undefined
}

/** The two ends of everything that goes on for a while. */
function spansOf({ volunteers, callGroups, players }: Scenario): [Written, Written][] {
  const span = (path: Fault['path'], [from, to]: [string, string], names = ['from', 'to']): [Written, Written] => [
    { path: [...path, names[0] ?? ''], clock: from },
    { path: [...path, names[1] ?? ''], clock: to },
  ]
  return [
    ...volunteers.arrivals.map(({ from, to }, index) => span(['volunteers', 'arrivals', index], [from, to])),
    ...callGroups.map(({ from, to }, index) => span(['callGroups', index], [from, to])),
    ...players.flatMap((part, index) =>
      'until' in part ? [span(['players', index], [part.from, part.until], ['from', 'until'])] : [],
    ),
  ]
}

const clockIn = (there: boolean | string) => (typeof there === 'string' ? there : undefined)

/** Every moment that stands by itself. */
function momentsOf(scenario: Scenario): Written[] {
  const at = (path: Fault['path'], list: readonly { at?: string | undefined }[]) =>
    list.map((one, index) => ({ path: [...path, index, 'at'], clock: one.at }))
  return [
    { path: ['servedFrom'], clock: scenario.servedFrom },
    ...at(['calls'], scenario.calls),
    ...at(['steps'], scenario.steps),
    ...at(['injects'], scenario.injects),
    ...at(['volunteers', 'buses'], scenario.volunteers.buses),
    { path: ['opening', 'line'], clock: clockIn(scenario.opening.line) },
    { path: ['opening', 'power'], clock: clockIn(scenario.opening.power) },
    ...scenario.weather.map(({ from }, index) => ({ path: ['weather', index, 'from'], clock: from })),
    ...scenario.players.flatMap((part, index) =>
      part.player === 'survey' ? [{ path: ['players', index, 'from'], clock: part.from }] : [],
    ),
    ...scenario.expectations.map((one, index) => ({
      path: ['expectations', index, 'clock'],
      clock: dueOf(scenario, one),
    })),
  ]
}

/** Every time must lie between the drill's beginning and its end, and no end before its beginning. */
function timeFaults(scenario: Scenario): Fault[] {
  const [start, end] = [minutesOf(scenario.startsAt), minutesOf(scenario.endsAt)]
  const spans = spansOf(scenario)
  const outside = [...momentsOf(scenario), ...spans.flat()].filter(
    ({ clock }) => clock !== undefined && (minutesOf(clock) < start || minutesOf(clock) > end),
  )
  const span = `${scenario.startsAt}から${scenario.endsAt}まで`
  const backwards = spans.flatMap(([from, to]) =>
    minutesOf(from.clock ?? '') < minutesOf(to.clock ?? '')
      ? []
      : [{ path: to.path, sentence: `「${to.clock}」は「${from.clock}」より後にしてください。` }],
  )
  return [
    ...(start < end ? [] : [{ path: ['endsAt'], sentence: `「${scenario.endsAt}」は始まりより後にしてください。` }]),
    ...outside.map(({ path, clock }) => ({ path, sentence: `「${clock}」は訓練の時間（${span}）にありません。` })),
    ...backwards,
  ]
}

/** What is written later of the weather comes later: every page reads it from the top. */
function weatherFaults({ weather }: Scenario): Fault[] {
  return weather.flatMap(({ from }, index) => {
    const before = weather[index - 1]
    if (!before || minutesOf(from) > minutesOf(before.from)) return []
    return [{ path: ['weather', index, 'from'], sentence: `「${from}」は「${before.from}」より後にしてください。` }]
  })
}

function peopleFaults({ volunteers }: Scenario): Fault[] {
  const { arrivals, kinds } = volunteers
  const shares = kinds.filter(({ share }) => share !== undefined)
  const both = kinds.flatMap(({ people, share }, index) =>
    (people === undefined) === (share === undefined)
      ? [
          {
            path: ['volunteers', 'kinds', index],
            sentence: 'people（人数）か share（割合）の、どちらか1つを書いてください。',
          },
        ]
      : [],
  )
  if (both.length > 0) return both
  if (shares.length > 0 && shares.length < kinds.length)
    return [{ path: ['volunteers', 'kinds'], sentence: '人数（people）と割合（share）は、まぜて書けません。' }]
  if (shares.length > 0) return []
  const sum = (list: readonly (number | undefined)[]) => list.reduce<number>((total, one) => total + (one ?? 0), 0)
  if (arrivals.some(({ people }) => typeof people !== 'number'))
    return [
      { path: ['volunteers', 'kinds'], sentence: '来る人数に幅があるときは、内訳は割合（share）で書いてください。' },
    ]
  const coming = sum(arrivals.map(({ people }) => (typeof people === 'number' ? people : 0)))
  const described = sum(kinds.map(({ people }) => people))
  if (coming === described) return []
  return [
    { path: ['volunteers', 'kinds'], sentence: `来る人は${coming}人、内訳は${described}人です。同じにしてください。` },
  ]
}

function playerFaults(scenario: Scenario): Fault[] {
  return scenario.players.flatMap((part, index) =>
    'staff' in part ? unknownStaff(scenario, part.staff, ['players', index, 'staff']) : [],
  )
}

const knownDesks = new Set([...standardProfile.desks, ...smallProfile.desks].map(({ name }) => name))

function deskFaults({ staff }: Scenario): Fault[] {
  return staff.flatMap(({ desks }, index) =>
    desks.flatMap((desk, place) =>
      knownDesks.has(desk)
        ? []
        : [{ path: ['staff', index, 'desks', place], sentence: `「${desk}」というデスクはありません。` }],
    ),
  )
}

const knownTowns = new Set(towns.map(({ id }) => id))

function townFault(townId: unknown, path: Fault['path']): Fault[] {
  if (typeof townId !== 'string' || knownTowns.has(townId)) return []
  return [{ path, sentence: `「${townId}」という町は、金沢区の町の一覧にありません。` }]
}

function callFaults({ calls }: Scenario): Fault[] {
  const names = calls.map(({ name }) => name)
  return calls.flatMap(({ name, otherWay, visits, contact, duplicateOf }, index) => {
    const path = ['calls', index]
    const faults: Fault[] = townFault(contact.townId, [...path, 'contact', 'townId'])
    if (names.indexOf(name) !== index) faults.push({ path: [...path, 'name'], sentence: `「${name}」が2つあります。` })
    if (otherWay?.way === 'addTo' && !names.includes(otherWay.call))
      faults.push({ path: [...path, 'otherWay', 'call'], sentence: `「${otherWay.call}」という電話がありません。` })
    if (duplicateOf !== undefined && (duplicateOf === name || !names.includes(duplicateOf)))
      faults.push({ path: [...path, 'duplicateOf'], sentence: `「${duplicateOf}」という別の電話がありません。` })
    if (!otherWay && visits.length === 0)
      faults.push({ path, sentence: 'どうなるか（visits か otherWay）が書かれていません。' })
    return faults
  })
}

function groupFaults({ callGroups }: Scenario): Fault[] {
  return callGroups.flatMap(({ towns: named, otherWay, visits, jobs }, index) => {
    const path = ['callGroups', index]
    const faults = named.flatMap((townId, place) => townFault(townId, [...path, 'towns', place]))
    const asked = commands.receiveNeed.input.shape.asked
    for (const [place, job] of jobs.entries()) {
      const parsed = asked.safeParse({ ...plainAsked, ...job }, { error: inJapanese })
      if (!parsed.success) faults.push(...inputFaults(parsed.error, [...path, 'jobs', place]))
    }
    if (!otherWay && visits.length === 0)
      faults.push({ path, sentence: 'どうなるか（visits か otherWay）が書かれていません。' })
    return faults
  })
}

/** An inject that waits for another that waits for it would never be given. */
function circle(injects: Scenario['injects'], key: string): string[] | null {
  const way: string[] = []
  let next: string | undefined = key
  while (next !== undefined) {
    if (way.includes(next)) return [...way, next]
    way.push(next)
    const when: Scenario['injects'][number]['when'] = injects.find((one) => one.key === next)?.when
    next = when?.that === 'afterInject' ? when.inject : undefined
  }
  return null
}

type Injected = Scenario['injects'][number]

function whenFaults({ injects }: Scenario, { key, at, when }: Injected, path: Fault['path']): Fault[] {
  const faults: Fault[] = []
  if (at !== undefined && when !== undefined)
    faults.push({ path, sentence: '時刻（at）か条件（when）の、どちらか1つにしてください。' })
  if (when?.that === 'afterInject' && injects.every((other) => other.key !== when.inject))
    faults.push({ path: [...path, 'when', 'inject'], sentence: `「${when.inject}」という状況付与がありません。` })
  const round = circle(injects, key)
  if (round && round[0] === round.at(-1))
    faults.push({ path: [...path, 'when'], sentence: `条件がひとまわりしています（${round.join(' → ')}）。` })
  return faults
}

function reactionFaults(scenario: Scenario, { reaction }: Injected, path: Fault['path']): Fault[] {
  if (!reaction) return []
  const steps = reaction.steps.flatMap((step, place) => commandFaults(step, [...path, 'reaction', 'steps', place]))
  return [...unknownStaff(scenario, reaction.by, [...path, 'reaction', 'by']), ...steps]
}

const isCoach = ({ to }: Injected) => typeof to === 'object' && 'coach' in to

function coachFaults({ solo }: Scenario, inject: Injected, path: Fault['path']): Fault[] {
  const { to, doneWhen } = inject
  if (!isCoach(inject))
    return doneWhen ? [{ path: [...path, 'doneWhen'], sentence: 'doneWhen は、coach への言葉にだけ書けます。' }] : []
  const faults: Fault[] = (doneWhen?.commands ?? []).flatMap((name, place) =>
    commandsByName.has(name)
      ? []
      : [{ path: [...path, 'doneWhen', 'commands', place], sentence: `「${name}」という操作はありません。` }],
  )
  if (typeof to === 'object' && 'coach' in to && to.coach !== solo?.desk)
    faults.push({ path: [...path, 'to', 'coach'], sentence: 'coach は、solo に書いたデスクにだけ付けられます。' })
  return faults
}

function soloFaults({ solo }: Scenario): Fault[] {
  if (!solo || knownDesks.has(solo.desk)) return []
  return [{ path: ['solo', 'desk'], sentence: `「${solo.desk}」というデスクはありません。` }]
}

function injectFaults(scenario: Scenario): Fault[] {
  const keys = scenario.injects.map(({ key }) => key)
  return scenario.injects.flatMap((inject, index) => {
    const path = ['injects', index]
    const { key, to } = inject
    const faults: Fault[] = []
    if (keys.indexOf(key) !== index) faults.push({ path: [...path, 'key'], sentence: `「${key}」が2つあります。` })
    if (typeof to === 'object' && 'desk' in to && !knownDesks.has(to.desk))
      faults.push({ path: [...path, 'to', 'desk'], sentence: `「${to.desk}」というデスクはありません。` })
    const more = [whenFaults, reactionFaults, coachFaults].flatMap((rule) => rule(scenario, inject, path))
    return [...faults, ...more]
  })
}

function expectationFaults({ expectations, injects }: Scenario): Fault[] {
  return expectations.flatMap((expected, index) =>
    expected.check === 'injectAnswered' && injects.every(({ key }) => key !== expected.inject)
      ? [{ path: ['expectations', index, 'inject'], sentence: `「${expected.inject}」という状況付与がありません。` }]
      : [],
  )
}

/** Everything of a scenario that cannot be, by its place. */
export function scenarioFaults(scenario: Scenario): Fault[] {
  const rules = [
    timeFaults,
    dayTimeFaults,
    weatherFaults,
    openingFaults,
    stepFaults,
    peopleFaults,
    playerFaults,
    deskFaults,
    soloFaults,
    callFaults,
    groupFaults,
    injectFaults,
    expectationFaults,
  ]
  return rules.flatMap((rule) => rule(scenario))
}
