import { expect, test } from 'vitest'
import { everyRoute } from '#tests/support/every-route.ts'
import { givenEverything } from '#tests/support/given-everything.ts'

const { rows } = await everyRoute()

/** Pages and files that a browser opens or saves; what scripts ask for has no paper. */
const opened = rows.filter(({ method, path }) => method === 'get' && !path.startsWith('/api/'))

/** What no person reads as a page of this center: its health, its description, certificates, and what the phone keeps. */
const noPage = /^\/(?:healthz|openapi\.json|https|photos\/|imports\/)/

const isPaper = (type: string) => type.startsWith('text/html')

test('every page, sheet and file of a drill says so, and none of a live center does', async () => {
  for (const kind of ['drill', 'live'] as const) {
    const { desk, asksFor } = await givenEverything({ kind })
    const looked: string[] = []
    const wrong: string[] = []
    for (const { path } of opened.filter((row) => !noPage.test(row.path))) {
      const answer = await desk.fetch('GET', asksFor[path] ?? path)
      if (!answer.ok) continue
      looked.push(path)
      const type = answer.headers.get('content-type') ?? ''
      const name = decodeURIComponent(answer.headers.get('content-disposition') ?? '')
      const said = await answer.text()
      // The frame and the words 訓練 in red are drawn by this mark alone: `tests/browser/marked.test.ts` looks at them.
      const isMarked = isPaper(type)
        ? /<html [^>]*data-kind="drill"/.test(said)
        : said.includes('訓練') && /訓練|drill/.test(name)
      if (isMarked !== (kind === 'drill')) wrong.push(`${path} ${type}`)
    }
    expect(wrong).toEqual([])
    // Whatever has an address of its own above was really looked at, and files are among it.
    expect(looked).toContain('/exports/table.csv')
    expect(looked).toContain('/exports/day-summary.csv')
    expect(looked.length).toBeGreaterThan(12)
  }
})
