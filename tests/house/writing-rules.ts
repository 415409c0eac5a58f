import type { SourceFile } from './source-files.ts'

const maxLines = 400
const maxTestLines = 600

/** Files that are longer than a reader holds in mind. */
export function lengthProblems(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.trimEnd().split('\n').length
    const limit = path.startsWith('tests/') ? maxTestLines : maxLines
    return lines > limit ? [`${path}: ${lines} lines, at most ${limit}`] : []
  })
}

const saysNothing = /(^|\/)(index|utils?|helpers?|types|misc|common)\.(ts|tsx|mjs)$/
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/

/** File names that say nothing, or are written another way than the rest. */
export function nameProblems(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path }) => {
    const name = path.split('/').at(-1) ?? ''
    if (saysNothing.test(path)) return [`${path}: name the file for what it exports`]
    return kebabCase.test(name) ? [] : [`${path}: file names are kebab-case`]
  })
}

interface WordRule {
  why: string
  word: RegExp
  /** Where the rule holds. */
  where: RegExp
  /** Files where the word has its home. */
  home?: RegExp
}

const everywhere = /^(shared|server|web|drills|tests)\/.*\.(ts|tsx|mjs)$/
const product = /^(shared|server|web|drills)\/.*\.tsx?$/
const serverSlice =
  /^server\/(messages|places|households|needs|volunteers|network|equipment|teams|dispatch|reports)\/.*\.ts$/

const wordRules: readonly WordRule[] = [
  {
    why: 'time comes from clock.ts',
    word: /\bDate\.now\b|\bnew Date(?:\(\s*\)|(?!\s*[(\w]))/,
    where: product,
    home: /(^|\/)(clock|ids)\.ts$/,
  },
  {
    why: 'chance comes from ids.ts or from a seed',
    word: /\bMath\.random\b/,
    where: everywhere,
    home: /(^|\/)(clock|ids)\.ts$/,
  },
  {
    why: 'text never becomes markup',
    word: /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment)\b|\bdocument\.write/,
    where: /^web\//,
  },
  {
    why: 'Leaflet reads a string as markup; hand it an element',
    word: /\b(?:bindPopup|bindTooltip|setContent|setPopupContent|setTooltipContent|openPopup|openTooltip)\(\s*['"`]|\bhtml:\s*['"`]/,
    where: /^web\//,
  },
  {
    why: 'no code asks which profile it is; ask a policy field',
    word: /\bprofile[?!]?\.name\b|\{[^{}]*\bname\b[^{}]*\}\s*=\s*(?:\w+\.)*profile\b/,
    where: product,
    home: /^web\/shell\//,
  },
  {
    why: 'inside a transaction the outer database never answers; use work.tx',
    word: /\bcenter\.db\b|['"]#server\/database\/open\.ts['"]/,
    where: serverSlice,
  },
  {
    why: 'settings come from env.ts',
    word: /\bprocess\.env\b/,
    where: product,
    home: /^server\/(env|main)\.ts$/,
  },
]

/** Words that have one home in the project and stand elsewhere, as `file:line: why`. */
export function wordProblems(files: readonly SourceFile[]): string[] {
  const judged = files.filter((file) => !file.path.startsWith('tests/house/'))
  return judged.flatMap((file) =>
    wordRules
      .filter((rule) => rule.where.test(file.path) && !rule.home?.test(file.path))
      .flatMap((rule) => linesWith(file, rule.word).map((line) => `${file.path}:${line}: ${rule.why}`)),
  )
}

function linesWith(file: SourceFile, word: RegExp): number[] {
  const lines = file.text.split('\n')
  return lines.flatMap((line, index) => (word.test(withoutComment(line)) ? [index + 1] : []))
}

function withoutComment(line: string): string {
  return /^\s*(\/\/|\/?\*)/.test(line) ? '' : line.replace(/\s\/\/ .*$/, '')
}

/** Words that people read stand in dictionaries; these files name languages or read Japanese, they say nothing. */
const readsJapanese: readonly string[] = ['web/ui/language-switch.tsx', 'web/ui/phone-words.tsx']

/** Japanese written into a screen instead of its dictionary. */
export function strayWordProblems(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => /^web\/.*\.tsx$/.test(path) && !readsJapanese.includes(path))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .map((line, index) => ({ line: line.replace(/\/\/.*|^\s*\/?\*.*/, ''), number: index + 1 }))
        .filter(({ line }) => /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(line))
        .map(({ number }) => `${path}:${number} says its words itself`),
    )
}
