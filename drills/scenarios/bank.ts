import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import type { ScenarioData } from '#drills/core/scenario.ts'

/** The folder of the bank; the same from here and from the server that is built into one file. */
const folder = resolve(import.meta.dirname, '../../drills/scenarios')

/** The names of the scenarios that come with Sasae. */
export const bankNames = (): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .toSorted()

/** The text of a scenario's file; undefined where there is none of that name. */
export function bankText(name: string): string | undefined {
  return bankNames().includes(name) ? readFileSync(join(folder, `${name}.yaml`), 'utf8') : undefined
}

/** A scenario of the bank as unread data, for tests that change something in it. */
export function bankData(name: string): ScenarioData {
  // What it is shows the schema, before anything is played.
  return parse(bankText(name) ?? '') as ScenarioData
}
