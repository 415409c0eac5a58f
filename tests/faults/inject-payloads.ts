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
  return Array.from({ length: count }, (_, index) => {
    const start = before[Math.floor(index / seeds.length) % before.length] ?? ''
    return start + (seeds[index % seeds.length] ?? '')
  })
}

const lengths = [300, 120, 60, 40, 30, 20, 12]

/** Fields that mean something to the center: changed, an act would be about something else. */
const leftAlone = /(^|[a-z])(id|ids|token|secret|pin|version|townId|names?On)$/i

/** Puts a payload into every text of an input that its schema lets stand there; answers how many there were. */
export function stuff(input: unknown, payload: string, schema: z.ZodType): { input: unknown; texts: number } {
  let present = structuredClone(input)
  let texts = 0
  const visit = (path: readonly string[], value: unknown) => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) if (!leftAlone.test(key)) visit([...path, key], inner)
    } else if (typeof value === 'string') {
      const fitting = lengths.map((length) => withAt(present, path, payload.slice(0, length)))
      const taken = fitting.find((one) => schema.safeParse(one).success)
      if (taken === undefined) return
      present = taken
      texts++
    }
  }
  visit([], input)
  return { input: present, texts }
}

function withAt(value: unknown, [key, ...rest]: readonly string[], text: string): unknown {
  if (key === undefined) return text
  const copy: unknown = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  Reflect.set(copy as object, key, withAt(Reflect.get(copy as object, key), rest, text))
  return copy
}
