import { createHash } from 'node:crypto'
import type { ZodError } from 'zod'
import { type Scenario, scenario } from '#drills/core/scenario.ts'
import { asUuid } from '#drills/core/seeded-random.ts'
import { commands } from '#shared/commands.ts'

/** A scenario that cannot be played, with the places in it that are to be mended. */
export class ScenarioProblem extends Error {
  readonly places: readonly string[]

  constructor(name: string, places: readonly string[]) {
    super(`想定「${name}」に直すところがあります。\n${places.map((place) => `  ${place}`).join('\n')}`)
    this.places = places
  }
}

const commandsByName = new Map(Object.values(commands).map((command) => [command.name as string, command]))

/** The id that a scenario's `#name` stands for. */
export function idNamed(name: string): string {
  return asUuid(createHash('sha256').update(name).digest('hex').slice(0, 32))
}

/** A step's input with every `#name` replaced by its id, at any depth. */
export function withIds(value: unknown): unknown {
  if (typeof value === 'string') return /^#(?:[a-z0-9-]+|staff-.+)$/.test(value) ? idNamed(value.slice(1)) : value
  if (Array.isArray(value)) return value.map(withIds)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withIds(inner)]))
}

function placesOf(error: ZodError, before: string): string[] {
  return error.issues.map(
    ({ path, message }) => `${[...(before === '' ? [] : [before]), ...path].join('.')}: ${message}`,
  )
}

function stepProblems({ steps, staff }: Scenario): string[] {
  return steps.flatMap(({ command: name, input, by }, index) => {
    const place = `steps.${index}`
    const command = commandsByName.get(name)
    if (!command) return [`${place}.command: ${name} という操作はありません`]
    const unknown = staff.some((one) => one.name === by) ? [] : [`${place}.by: ${by} さんは staff にいません`]
    const parsed = command.input.safeParse(withIds(input))
    return [...unknown, ...(parsed.success ? [] : placesOf(parsed.error, `${place}.input`))]
  })
}

function peopleProblems({ volunteers, staff, players }: Scenario): string[] {
  const sum = (list: readonly { people: number }[]) => list.reduce((total, { people }) => total + people, 0)
  const [arriving, described] = [sum(volunteers.arrivals), sum(volunteers.kinds)]
  const counts = arriving === described ? [] : [`volunteers: 来る人は${arriving}人、内訳は${described}人です`]
  const strangers = players.flatMap((part, index) =>
    'staff' in part && !staff.some(({ name }) => name === part.staff)
      ? [`players.${index}.staff: ${part.staff} さんは staff にいません`]
      : [],
  )
  return [...counts, ...strangers]
}

function callProblems({ calls }: Scenario): string[] {
  const names = calls.map(({ name }) => name)
  return calls.flatMap(({ name, otherWay, visits }, index) => {
    const place = `calls.${index}`
    const problems: string[] = []
    if (names.indexOf(name) !== index) problems.push(`${place}.name: ${name} が2つあります`)
    if (otherWay?.way === 'addTo' && !names.includes(otherWay.call))
      problems.push(`${place}.otherWay.call: ${otherWay.call} がありません`)
    if (!otherWay && visits.length === 0) problems.push(`${place}.visits: どうなるかが書かれていません`)
    return problems
  })
}

/** Checks a whole scenario before anything starts; throws a ScenarioProblem that names every place to mend. */
export function readScenario(data: unknown): Scenario {
  const parsed = scenario.safeParse(data)
  const name = typeof data === 'object' && data !== null && 'name' in data ? String(data.name) : '?'
  if (!parsed.success) throw new ScenarioProblem(name, placesOf(parsed.error, ''))
  const problems = [...stepProblems(parsed.data), ...peopleProblems(parsed.data), ...callProblems(parsed.data)]
  if (problems.length > 0) throw new ScenarioProblem(name, problems)
  return parsed.data
}
