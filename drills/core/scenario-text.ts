import { isNode, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { type Scenario, scenario } from '#drills/core/scenario.ts'
import type { Fault } from '#drills/core/scenario-fault.ts'
import { scenarioFaults } from '#drills/core/scenario-faults.ts'
import type { ScenarioFault } from '#shared/practice/scenario-desk.ts'

/** A scenario as its file has it: whole, or with every place that is to be mended. */
export type ReadText =
  | { scenario: Scenario; places: readonly [] }
  | { scenario: null; places: readonly ScenarioFault[] }

const inJapanese = z.locales.ja().localeError

function lineOf(document: ReturnType<typeof parseDocument>, lines: LineCounter, path: Fault['path']): number {
  // The nearest thing that is there: what is missing has no line of its own.
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

/** A document as plain data; undefined where an alias in it leads nowhere, or on and on. */
export function plainOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS()
  } catch {
    return undefined
  }
}

/** Reads a scenario from the text of its file (YAML); it never throws, whatever the text is. */
export const readScenarioText = (text: string): ReadText => readScenarioData(text).read

/** The same, with the data of the file besides, however unfinished; undefined where the text is no YAML. */
export function readScenarioData(text: string): { read: ReadText; data: unknown } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  if (document.errors.length > 0) {
    const places = document.errors.map(({ pos, message }) => ({
      line: lines.linePos(pos[0]).line,
      path: '',
      sentence: `ファイルの書き方が違います（${message.split('\n')[0]?.replace(/ at line.*$/, '') ?? ''}）`,
    }))
    return { read: { scenario: null, places }, data: undefined }
  }
  const data = plainOf(document)
  return { read: place(document, lines, faultsOf(data)), data }
}

function place(
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  read: ReturnType<typeof faultsOf>,
): ReadText {
  if (read.scenario) return { scenario: read.scenario, places: [] }
  const places = read.faults.map(({ path, sentence }) => ({
    line: lineOf(document, lines, path),
    path: path.join('.'),
    sentence,
  }))
  return { scenario: null, places: places.toSorted((one, other) => one.line - other.line) }
}

/** Holds data against the schema, and then against itself. */
export function faultsOf(
  data: unknown,
): { scenario: Scenario; faults: readonly [] } | { scenario: null; faults: readonly Fault[] } {
  const parsed = scenario.safeParse(data, { error: inJapanese })
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => ({
      path: path.filter((key) => typeof key !== 'symbol'),
      sentence: message,
    }))
    return { scenario: null, faults }
  }
  const faults = scenarioFaults(parsed.data)
  return faults.length > 0 ? { scenario: null, faults } : { scenario: parsed.data, faults: [] }
}
