import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readScenarioFile } from '#drills/core/read-scenario.ts'
import type { Scenario } from '#drills/core/scenario.ts'
import { findScenario, scenarioNames } from '#drills/scenario-list.ts'
import { readSettings } from '#server/env.ts'
import { type DrillEnd, drillEnd } from '#shared/practice/drill-room.ts'

/** What the command line asks for. */
export type Asked =
  | { act: 'list' }
  | { act: 'run'; data: Scenario }
  | { act: 'runMany'; scenarios: readonly Scenario[]; seeds: number }
  | { act: 'score'; of: { file: string } | { scenario: Scenario } }
  | {
      act: 'serve'
      data: Scenario
      speed: number
      at: string | undefined
      port: number
      dataFolder: string
      end: DrillEnd
    }
  | { act: 'resume'; port: number; dataFolder: string; end: DrillEnd }

/** An order that cannot be carried out, with the sentence that says how it is written. */
export class OrderProblem extends Error {}

const usage = `使い方:
  npm run drill -- list
  npm run drill -- run first-day --seed 7
  npm run drill -- run --all --seeds 5
  npm run drill -- serve first-day --speed 60 --port 8090 --at 10:30
  npm run drill -- serve わたしの想定.yaml --end keep（記録を残す。seal は名前を消して残す）
  npm run drill -- serve --resume（途中で切れた訓練の続き）
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
    data: text,
    end: text,
    resume: { type: 'boolean' },
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

function wholeWithin(...said: Parameters<typeof numberWithin>): number {
  const number = numberWithin(...said)
  if (Number.isInteger(number)) return number
  throw new OrderProblem(`--${said[3]} は、小数のない数にしてください。\n${usage}`)
}

function scenarioNamed(name: string | undefined): Scenario {
  if (name && /\.ya?ml$/.test(name) && existsSync(name)) return readScenarioFile(readFileSync(name, 'utf8'), name)
  const data = findScenario(name)
  if (data) return data
  throw new OrderProblem(`「${name ?? ''}」という想定はありません。あるもの: ${scenarioNames().join('、')}\n${usage}`)
}

function timeOfDay(text: string | undefined): string | undefined {
  if (text === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return text
  throw new OrderProblem(`--at は 10:30 のように書いてください。\n${usage}`)
}

function endAsked(text = 'erase'): DrillEnd {
  const { success, data } = drillEnd.safeParse(text)
  if (success) return data
  throw new OrderProblem(`--end は keep（残す）、seal（名前を消して残す）、erase（消す）のどれかです。\n${usage}`)
}

type Said = ReturnType<typeof parsed>['values']

const withSeed = (data: Scenario, seed: string | undefined): Scenario =>
  seed === undefined ? data : { ...data, seed: wholeWithin(seed, 0, 2 ** 31, 'seed') }

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
  return { act: 'runMany', scenarios, seeds: wholeWithin(seeds ?? '1', 1, 100, 'seeds') }
}

/** Reads the command line; throws an OrderProblem that says what fits. */
export function readArguments(argv: readonly string[]): Asked {
  const { values, positionals } = parsed(argv)
  const [act = 'list', name] = positionals
  if (act === 'list') return { act }
  if (act === 'score') return scoreAsked(name, values)
  if (act !== 'run' && act !== 'serve') throw new OrderProblem(usage)
  if (act === 'run') return runAsked(name, values)
  return serveAsked(name, values)
}

/** What is served by hand lies apart from the drills of the center on this laptop. */
const servedIn = (data: string | undefined) =>
  join(readSettings(data === undefined ? [] : ['--data', data]).dataFolder, 'served')

function serveAsked(name: string | undefined, values: Said): Asked {
  const port = numberWithin(values.port ?? '8090', 0, 65535, 'port')
  const dataFolder = servedIn(values.data)
  const end = endAsked(values.end)
  if (values.resume) return { act: 'resume', port, dataFolder, end }
  const data = withSeed(scenarioNamed(name), values.seed)
  const speed = numberWithin(values.speed ?? (data.solo ? '1' : '60'), 1, 600, 'speed')
  return { act: 'serve', data, speed, port, at: timeOfDay(values.at), dataFolder, end }
}
