import { describe, expect, test } from 'vitest'
import type { CatchUp, Patch } from '#shared/core/patch.ts'
import { Line, type LineParts } from '#web/core/line.ts'
import type { Reply } from '#web/core/request.ts'
import { Store } from '#web/core/store.ts'

const mine = 'person:a'
const noon = Date.parse('2026-11-23T03:00:00.000Z')

function day(note: string) {
  return { kind: 'day', record: { id: 'day', note } }
}

function answer(seq: number, note: string, audiences = ['everyone', mine]): Reply<CatchUp> {
  return { kind: 'done', body: { seq, audiences, records: [day(note)], gone: [] } }
}

function patch(previous: number, seq: number, note: string): Patch {
  return { audience: mine, previous, seq, records: [day(note)], gone: [] }
}

/** A line whose time and whose answers a test decides. */
function lineWith(parts: Partial<LineParts> = {}) {
  const store = new Store()
  const asked: { since: number; reply: (reply: Reply<CatchUp>) => void }[] = []
  let now = 0
  let strangers = 0
  const line = new Line({
    store,
    fetch: (since) => new Promise((reply) => asked.push({ since, reply })),
    elapsed: () => now,
    centerNow: () => noon + now,
    takesAll: () => true,
    isMine: (audiences) => audiences.includes(mine),
    onStranger: () => strangers++,
    ...parts,
  })
  return {
    line,
    store,
    asked,
    strangers: () => strangers,
    note: () => (store.get('day', 'day') as { note?: string } | undefined)?.note,
    pass(ms: number) {
      for (const end = now + ms; now < end; ) {
        now += Math.min(1000, end - now)
        line.watch()
      }
    },
    async reply(reply: Reply<CatchUp>) {
      asked.shift()?.reply(reply)
      await new Promise((resolve) => setTimeout(resolve, 0))
    },
  }
}

async function liveLine(parts: Partial<LineParts> = {}) {
  const page = lineWith(parts)
  page.line.opened()
  await page.reply(answer(5, 'five'))
  expect(page.line.state.value).toBe('live')
  return page
}

const noLine: Reply<CatchUp> = { kind: 'noLine' }

describe('what is shown looks live only while it is', () => {
  test('two missed beats are too many, and the time shown is that of the last word', async () => {
    const page = await liveLine()
    page.pass(5000)
    page.line.heard()
    page.pass(10_000)
    expect(page.line.state.value).toBe('live')
    page.pass(1000)
    expect(page.line.state.value).toBe('offline')
    expect(page.line.asOf.value).toBe(noon + 5000)
  })

  test('a socket that breaks shows at once, and an answer by other ways makes it live again', async () => {
    const page = await liveLine()
    page.line.closed()
    expect(page.line.state.value).toBe('offline')
    await page.reply(answer(6, 'six'))
    expect(page.line.state.value).toBe('live')
    expect(page.note()).toBe('six')
  })

  test('a socket that is back proves nothing before the fetch has succeeded; every beat tries again', async () => {
    const page = await liveLine()
    page.line.closed()
    await page.reply(noLine)
    page.line.opened()
    await page.reply(noLine)
    expect(page.line.state.value).toBe('stale')
    page.line.heard()
    expect(page.line.state.value).toBe('stale')
    await page.reply(answer(6, 'six'))
    expect(page.line.state.value).toBe('live')
  })

  test('a page that slept asks before it trusts, and gives up its old socket', async () => {
    let time = 0
    const page = await liveLine({ elapsed: () => time })
    time = 60_000
    expect(page.line.woke()).toBe(true)
    expect(page.line.state.value).not.toBe('live')
    await page.reply(answer(9, 'nine'))
    expect(page.line.state.value).toBe('live')
  })

  test('without an answer at all it is offline after two beats, not connecting for ever', async () => {
    const page = lineWith()
    void page.line.catchUp()
    expect(page.line.state.value).toBe('connecting')
    page.pass(11_000)
    expect(page.line.state.value).toBe('offline')
  })
})

describe('nothing is missed', () => {
  test('a gap is fetched', async () => {
    const page = await liveLine()
    page.line.takePatch(patch(7, 8, 'eight'))
    expect(page.line.state.value).toBe('stale')
    await page.reply(answer(8, 'eight'))
    expect(page.line.state.value).toBe('live')
    expect(page.note()).toBe('eight')
  })

  test('a patch that overtakes a fetch is laid over its older answer', async () => {
    const page = await liveLine()
    void page.line.catchUp()
    page.line.takePatch(patch(5, 6, 'six'))
    await page.reply(answer(5, 'five'))
    expect(page.note()).toBe('six')
    expect(page.line.state.value).toBe('live')
  })

  test('a fetch that began before the socket had joined is followed by another', async () => {
    const page = lineWith()
    void page.line.catchUp()
    page.line.opened()
    await page.reply(answer(5, 'five'))
    await page.reply(answer(6, 'six'))
    expect(page.note()).toBe('six')
    expect(page.line.state.value).toBe('live')
  })
})

describe('who is asked for', () => {
  test('a link that is dead is told, and nothing of its person stays', async () => {
    const page = await liveLine()
    void page.line.catchUp()
    await page.reply(answer(6, 'public', ['everyone']))
    expect(page.strangers()).toBe(1)
    expect(page.note()).toBe('public')
    expect(page.store.audiences).toEqual(['everyone'])
  })

  test('a link that leads to another check-in since is followed, and nothing of the first stays', async () => {
    const other = 'person:b'
    const page = await liveLine({ isMine: () => true, follows: (audiences) => audiences.includes(other) })
    void page.line.catchUp()
    await page.reply(answer(6, 'of the other', ['everyone', other]))
    expect(page.strangers()).toBe(0)
    expect(page.note()).toBe('of the other')
    expect(page.store.audiences).toEqual(['everyone', other])
    expect(page.line.state.value).toBe('live')
  })

  test('a link that never was alive is told as well', async () => {
    const page = lineWith()
    void page.line.catchUp()
    await page.reply(answer(6, 'public', ['everyone']))
    expect(page.strangers()).toBe(1)
  })

  test('a desk that gains an audience fetches everything, for what it may hold now is older', async () => {
    const page = lineWith({ takesAll: () => false, isMine: () => true })
    void page.line.catchUp()
    await page.reply(answer(5, 'five', ['everyone', 'staff']))
    void page.line.catchUp()
    expect(page.asked.map(({ since }) => since)).toEqual([5])
    await page.reply(answer(6, 'six', ['everyone', 'staff', 'care']))
    expect(page.asked.map(({ since }) => since)).toEqual([0])
    await page.reply(answer(6, 'whole', ['everyone', 'staff', 'care']))
    expect(page.note()).toBe('whole')
    expect(page.strangers()).toBe(0)
  })

  test('a center that was restored has lower numbers; the desk takes everything anew', async () => {
    const page = lineWith({ takesAll: () => false, isMine: () => true })
    void page.line.catchUp()
    await page.reply(answer(50, 'later'))
    void page.line.catchUp()
    await page.reply(answer(20, 'earlier'))
    await page.reply(answer(20, 'whole'))
    expect(page.note()).toBe('whole')
    page.line.takePatch(patch(20, 21, 'next'))
    expect(page.note()).toBe('next')
  })
})

test('a desk that takes everything in anew keeps what it shows until the answer is there, and then nothing else', async () => {
  const page = await liveLine({ takesAll: () => false })
  page.line.takeInAnew()
  expect(page.note()).toBe('five')
  expect(page.asked.map(({ since }) => since)).toEqual([0])
  await page.reply({ kind: 'done', body: { seq: 6, audiences: ['everyone', mine], records: [], gone: [] } })
  expect(page.note()).toBeUndefined()
  expect(page.line.state.value).toBe('live')
})

test('a fetch that is under way when everything is wanted anew is followed by one for all', async () => {
  const page = await liveLine({ takesAll: () => false })
  void page.line.catchUp()
  page.line.takeInAnew()
  await page.reply(answer(6, 'six'))
  expect(page.asked.map(({ since }) => since)).toEqual([0])
})
