import { posix } from 'node:path'
import { parseSync } from 'vite'
import type { SourceFile } from './source-files.ts'

/** One import of a file: a target inside the project, or else the name of a package. */
export interface ImportLine {
  from: string
  specifier: string
  target: string | null
  kind: 'static' | 'type' | 'dynamic'
}

type Found = Pick<ImportLine, 'specifier' | 'kind'>

/** Reads every import of a file: type imports, re-exports, import(), a page's scripts and styles included. */
export function importLines(file: SourceFile): ImportLine[] {
  const found = file.path.endsWith('.html') ? pageImports(file.text) : moduleImports(file)
  return found.map((each) => ({ from: file.path, ...each, target: targetOf(file.path, each.specifier) }))
}

function pageImports(text: string): Found[] {
  const scripts = [...text.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:tsx?|css))"/g)]
  return scripts.map(([, specifier = '']) => ({ specifier: specifier.replace(/^\/?(?=\w)/, './'), kind: 'static' }))
}

function moduleImports(file: SourceFile): Found[] {
  if (!/\.(ts|tsx|mjs)$/.test(file.path)) return []
  const { module, errors } = parseSync(file.path, file.text)
  if (errors.length > 0) throw new Error(`${file.path} cannot be read: ${errors[0]?.message}`)
  const dynamicStarts = new Set(module.dynamicImports.map((each) => each.start))
  return [
    ...module.staticImports.map((each) => found(each.moduleRequest.value, each.entries)),
    ...module.staticExports
      .flatMap((each) => each.entries)
      .flatMap((each) => (each.moduleRequest ? [found(each.moduleRequest.value, [each])] : [])),
    ...calledImports(file.text, dynamicStarts),
  ]
}

function found(specifier: string, entries: readonly { isType: boolean }[]): Found {
  const onlyTypes = entries.length > 0 && entries.every((entry) => entry.isType)
  return { specifier, kind: onlyTypes ? 'type' : 'static' }
}

// The parser lists import('…') where it runs, not where it stands for a type; the text shows both.
function calledImports(text: string, dynamicStarts: ReadonlySet<number>): Found[] {
  return [...text.matchAll(/(?<!\/\/.*)\bimport\(\s*['"]([^'"]+)['"]/g)].map((match) => ({
    specifier: match[1] ?? '',
    kind: dynamicStarts.has(match.index) ? 'dynamic' : 'type',
  }))
}

function targetOf(from: string, specifier: string): string | null {
  const path = specifier.replace(/\?.*$/, '')
  if (path.startsWith('#')) return path.slice(1)
  return path.startsWith('.') ? posix.join(posix.dirname(from), path) : null
}
