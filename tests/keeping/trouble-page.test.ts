import { expect, test } from 'vitest'
import type { Trouble } from '#server/keeping/trouble.ts'
import { troublePage } from '#server/keeping/trouble-page.ts'
import { troubleTexts } from '#shared/texts/keeping-trouble.ts'

const at = '2026-11-23T02:00:00.000Z'
const known = [{ centerId: 'x', name: '金沢区', file: '/data/sasae.db', lastSeq: 9, at, leftBehind: false }]
const troubles: readonly Trouble[] = [
  { kind: 'missing', known },
  { kind: 'missing', known: [] },
  { kind: 'older', lost: 3, lastAt: at },
  ...(['network', 'cloud', 'removable'] as const).map((place) => ({ kind: 'place', place }) as const),
  ...(['keyMissing', 'locked', 'unreadable', 'damaged', 'newer', 'ioError', 'unwritable'] as const).map((kind) => ({
    kind,
  })),
]

const pageOf = async (trouble: Trouble, backups: readonly { name: string; at: string; seq: number }[]) =>
  String(await troublePage({ trouble, folder: '/data', backups, isThere: () => true, complaint: null, script: null }))

/** What the one filled button does. */
const filled = (page: string) =>
  [...page.matchAll(/<form[^>]*>.*?<\/form>/gs)].filter(([form]) => form.includes('class="next"')).map(([form]) => form)

test('each page of trouble has one button that is meant first, and it never begins a new center', async () => {
  for (const backups of [[], [{ name: 'a', at, seq: 7 }]])
    for (const trouble of troubles) {
      const page = await pageOf(trouble, backups)
      expect(filled(page), JSON.stringify(trouble)).toHaveLength(1)
      expect(filled(page)[0]).not.toMatch(/startNew|accept/)
      expect(Object.values(troubleTexts).some(({ title }) => page.includes(`<h1>${title}</h1>`))).toBe(true)
    }
})

test('a file of a newer version is not answered first with a copy from before the upgrade', async () => {
  const [first] = filled(await pageOf({ kind: 'newer' }, [{ name: 'a', at, seq: 7 }]))
  expect(first).toContain('value="again"')
})
