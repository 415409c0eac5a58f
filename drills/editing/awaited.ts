import { type Document, isMap, isNode, isSeq, type LineCounter } from 'yaml'
import { checkWords } from '#drills/summary/check-words.ts'
import type { ScenarioFault } from '#shared/practice/scenario-desk.ts'

const itemsOf = (document: Document, field: string): unknown[] => {
  const found = document.get(field)
  return isSeq(found) ? found.items : []
}

/** Where something of the file waits for an inject or looks at its answer, so that it cannot go; null where nothing does. */
export function awaitedAt(document: Document, lines: LineCounter, key: string): ScenarioFault | null {
  const faultAt = (path: readonly (string | number)[], sentence: string): ScenarioFault => {
    const node: unknown = document.getIn(path, true)
    const line = isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1
    return { line, path: path.join('.'), sentence }
  }
  for (const [index, item] of itemsOf(document, 'injects').entries()) {
    if (!isMap(item) || item.getIn(['when', 'inject']) !== key) continue
    const title = String(item.get('title') ?? item.get('key'))
    return faultAt(
      ['injects', index, 'when', 'inject'],
      `「${title}」が、これの出るのを待っています。先にそちらの条件を直してください。`,
    )
  }
  for (const [index, item] of itemsOf(document, 'expectations').entries()) {
    if (!isMap(item) || item.get('inject') !== key) continue
    return faultAt(
      ['expectations', index, 'inject'],
      `期待すること「${checkWords.injectAnswered}」が、これへの答えを見ています。先にそちらを直してください。`,
    )
  }
  return null
}
