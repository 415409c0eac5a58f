import { parseArgs } from 'node:util'
import type { Scenario } from '#drills/core/scenario.ts'
import { findScenario, scenarioNames } from '#drills/scenario-list.ts'

/** What the command line asks for. */
export type Asked =
  | { act: 'list' }
  | { act: 'run'; data: Scenario }
  | { act: 'runMany'; scenarios: readonly Scenario[]; seeds: number }
  | { act: 'score'; of: { file: string } | { scenario: Scenario } }
  | { act: 'serve'; data: Scenario; speed: number; port: number; at: string | undefined }

/** An order that cannot be carried out, with the sentence that says how it is written. */
export class OrderProblem extends Error {}

const usage = `使い方:
  npm run drill -- list
  npm run drill -- run first-day --seed 7
  npm run drill -- run --all --seeds 5
  npm run drill -- serve first-day --speed 60 --port 8090 --at 10:30
  npm run drill -- score 訓練のファイル.db
  npm run drill -- score --scenario first-day --seed 7`

function parsed(argv: readonly string[]) {
  const text = { type: 'string' } as const
  const options = {
    speed: text,
    port: text,
    at: text,
    seed: text,
    seeds: text,
    scenario: text,
    all: { type: 'boolean' },
  } as const
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true })
  } catch {
    throw new OrderProblem(usage)
  }
}

function numberWithin(text: string, from: number, to: number, name: string): number {
  const number = Number(text)
  if (text !== '' && number >= from && number <= to) return number
  throw new OrderProblem(`--${name} は ${from} から ${to} までの数にしてください。\n${usage}`)
}

function scenarioNamed(name: string | undefined): Scenario {
  const data = findScenario(name)
  if (data) return data
  throw new OrderProblem(`「${name ?? ''}」という想定はありません。あるもの: ${scenarioNames().join('、')}\n${usage}`)
}

function timeOfDay(text: string | undefined): string | undefined {
  if (text === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return text
  throw new OrderProblem(`--at は 10:30 のように書いてください。\n${usage}`)
}

type Said = ReturnType<typeof parsed>['values']

const withSeed = (data: Scenario, seed: string | undefined): Scenario =>
  seed === undefined ? data : { ...data, seed: numberWithin(seed, 0, 2 ** 31, 'seed') }

/** The file of a drill that was kept, or a scenario that is played for it. */
function scoreAsked(file: string | undefined, { scenario, seed }: Said): Asked {
  if (scenario !== undefined) return { act: 'score', of: { scenario: withSeed(scenarioNamed(scenario), seed) } }
  if (file === undefined) throw new OrderProblem(usage)
  return { act: 'score', of: { file } }
}

/** One run is told at length; several, or all scenarios, in a line each. */
function runAsked(name: string | undefined, { all, seed, seeds }: Said): Asked {
  const chosen = all ? scenarioNames().map(scenarioNamed) : [scenarioNamed(name)]
  const scenarios = chosen.map((one) => withSeed(one, seed))
  const [data] = scenarios
  if (data && !all && seeds === undefined) return { act: 'run', data }
  return { act: 'runMany', scenarios, seeds: numberWithin(seeds ?? '1', 1, 100, 'seeds') }
}

/** Reads the command line; throws an OrderProblem that says what fits. */
export function readArguments(argv: readonly string[]): Asked {
  const { values, positionals } = parsed(argv)
  const [act = 'list', name] = positionals
  if (act === 'list') return { act }
  if (act === 'score') return scoreAsked(name, values)
  if (act !== 'run' && act !== 'serve') throw new OrderProblem(usage)
  if (act === 'run') return runAsked(name, values)
  const data = scenarioNamed(name)
  const speed = numberWithin(values.speed ?? '60', 1, 3600, 'speed')
  const port = numberWithin(values.port ?? '8090', 0, 65535, 'port')
  return { act, data, speed, port, at: timeOfDay(values.at) }
}
