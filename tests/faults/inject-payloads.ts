import type { z } from 'zod'

/** Each would act where text is taken for markup, or for a formula. Markup carries a mark, so that it is found in the page. */
const seeds = [
  '<img src=x data-pwned onerror="globalThis.pwned=1">',
  '<svg data-pwned onload=pwned=1>',
  '<b data-pwned>x</b>',
  `"'></script><script data-pwned>pwned=1</script>`,
  '</title><b data-pwned>',
  '</style><i data-pwned>',
  '--><u data-pwned>',
  '" onmouseover="pwned=1" data-pwned="',
  "' onfocus='pwned=1' autofocus data-pwned='",
  '&lt;b data-pwned&gt;&#60;b data-pwned&#62;',
  'javascript:globalThis.pwned=1',
  '</textarea><a data-pwned href=javascript:pwned=1>',
  '{{constructor.constructor("pwned=1")()}}',
  '$' + '{globalThis.pwned=1}',
  '=1+1',
  '=HYPERLINK("http://evil.example","x")',
  '+1',
  '-2+3',
  '@SUM(A1)',
  '＝１＋１',
  '＋１',
  '－１',
  '＠SUM(A1)',
  '"=1+1',
  ',=1+1',
  '1,=1+1',
]

/** So many payloads: the seeds, and then the seeds with something before them. */
export function payloads(count: number): string[] {
  const before = ['', '金沢 ', '　', '"', "'", '>', '\u202e']
  // A seed that begins as another does with something before it is the same once more.
  const all = new Set(before.flatMap((start) => seeds.map((seed) => start + seed)))
  return [...all].slice(0, count)
}

/** What is surely left of a payload where a field is short; by this it is found again. */
export const beginningOf = (payload: string) => payload.slice(0, 12)

const lengths = [1000, 300, 120, 60, 40, 30, 20, 12, 8]

/** A payload at the beginning, and as many of those that follow it as there is room for. */
export function filled([first = '', ...others]: readonly string[], length: number): string {
  let text = first.slice(0, length)
  for (const other of others) {
    if (text.length + 1 + other.length > length) break
    text += ` ${other}`
  }
  return text
}

/** Fields that mean something to the center: changed, an act would be about something else. */
export const means = /(^|[a-z])(id|ids|token|secret|pin|version|townId|names?On|deskNames?|seats|from|into)$/i

interface Stuffed {
  input: unknown
  /** The fields that were filled. */
  fields: readonly string[]
}

/** Puts payloads, the first of them first, into every text of an input that its schema lets stand there. */
export function stuff(input: unknown, payloads: readonly string[], schema: z.ZodType): Stuffed {
  const texts = [...new Set(lengths.map((length) => filled(payloads, length)))]
  let present = structuredClone(input)
  const fields: string[] = []
  const visit = (path: readonly string[], value: unknown) => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) if (!means.test(key)) visit([...path, key], inner)
    } else if (typeof value === 'string') {
      const fitting = texts.map((one) => withAt(present, path, one))
      const taken = fitting.find((one) => schema.safeParse(one).success)
      if (taken === undefined) return
      present = taken
      fields.push(path.filter((key) => !/^\d+$/.test(key)).join('.'))
    }
  }
  visit([], input)
  return { input: present, fields }
}

function withAt(value: unknown, [key, ...rest]: readonly string[], text: string): unknown {
  if (key === undefined) return text
  const copy: unknown = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  Reflect.set(copy as object, key, withAt(Reflect.get(copy as object, key), rest, text))
  return copy
}
