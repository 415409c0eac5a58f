import { type Document, LineCounter, parseDocument, visit, type YAMLMap, type YAMLSeq } from 'yaml'
import { plainOf, readScenarioData } from '#drills/core/scenario-text.ts'
import { change } from '#drills/editing/change.ts'
import { outlineOf } from '#drills/editing/outline-of.ts'
import { quartersOf } from '#drills/editing/quarters-of.ts'
import { editUnfit, scenarioUnfit } from '#shared/practice/problems.ts'
import type { EditedScenario, ScenarioEdit, ScenarioFault, ScenarioLook } from '#shared/practice/scenario-desk.ts'

function lookAt(text: string): ScenarioLook {
  const { read, data } = readScenarioData(text)
  const quarters = read.scenario ? quartersOf(read.scenario) : []
  return { outline: outlineOf(data), problems: [...read.places], quarters }
}

/** The first place that was not to be mended before: lines and places shift, so sentences are counted. */
function firstNew(before: readonly ScenarioFault[], after: readonly ScenarioFault[]): ScenarioFault | undefined {
  const known = before.map(({ sentence }) => sentence)
  return after.find(({ sentence }) => {
    const place = known.indexOf(sentence)
    if (place >= 0) known.splice(place, 1)
    return place < 0
  })
}

type ToString = (typeof YAMLSeq.prototype)['toString']

/** Lists are written as the bank writes them, `[a, b]` beside `{ c: d }`, so that no other line of a file changes. */
function textOf(document: Document): string {
  const padded = (node: YAMLMap | YAMLSeq, flowCollectionPadding: string): void => {
    const write: ToString = node.toString.bind(node)
    const writePadded: ToString = (context, ...more) => write(context && { ...context, flowCollectionPadding }, ...more)
    node.toString = writePadded
  }
  visit(document, { Seq: (_, node) => padded(node, ''), Map: (_, node) => padded(node, ' ') })
  return document.toString({ lineWidth: 0 })
}

/**
 * Applies small edits to a scenario's text, and looks at what comes of it; without edits it is looked at as it stands.
 * An edit that would make a fault is refused with its line and sentence, so that nothing is broken unseen.
 */
export function editScenario(text: string, edits: readonly ScenarioEdit[]): EditedScenario {
  if (edits.length === 0) return { text, ...lookAt(text) }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  if (document.errors.length > 0 || outlineOf(plainOf(document)) === null) {
    const [{ line, sentence } = { line: 1, sentence: '' }] = lookAt(text).problems
    throw scenarioUnfit({ line, sentence })
  }
  change(document, lines, edits)
  const changed = textOf(document)
  const after = lookAt(changed)
  // What was to be mended before is no fault of this edit.
  const fault = after.problems.length > 0 ? firstNew(lookAt(text).problems, after.problems) : undefined
  if (fault) throw editUnfit({ ...fault })
  return { text: changed, ...after }
}
