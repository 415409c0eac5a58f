import { createServer } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { servedCenter } from '#tests/support/served.ts'

const picture = Buffer.from('a tile')
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A map service on this machine: it answers zoom 14, knows nothing at 15, and keeps silent at 16. */
async function fakeService() {
  const asked: string[] = []
  const service = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    if (path.startsWith('/16/')) return
    response.writeHead(path.startsWith('/14/') ? 200 : 404).end(path.startsWith('/14/') ? picture : '')
  })
  await new Promise<void>((ready) => service.listen(0, '127.0.0.1', ready))
  closing.push(async () => {
    service.closeAllConnections()
    await new Promise((done) => service.close(done))
  })
  const at = service.address()
  if (at === null || typeof at === 'string') throw new Error('the service has no port')
  return { asked, outside: { tiles: `http://127.0.0.1:${at.port}`, patienceMs: 150 } }
}

/** A center whose map comes from there, and a desk's own request for one tile. */
async function centerWith(service: Awaited<ReturnType<typeof fakeService>>) {
  const { address, post } = await servedCenter({}, service.outside)
  const seat = await post('/api/session', JSON.stringify({ name: '佐藤', pin: '123456', device: 'desk' }))
  const cookie = seat.headers.get('set-cookie')?.split(';')[0] ?? ''
  return {
    desk: (path: string) => fetch(`${address}${path}`, { headers: { cookie } }),
    stranger: (path: string) => fetch(`${address}${path}`),
  }
}

test('a desk gets the tile of the service, and may keep it', async () => {
  const service = await fakeService()
  const { desk } = await centerWith(service)
  const tile = await desk('/tiles/14/14552/6463.png')
  expect(tile.status).toBe(200)
  expect(tile.headers.get('content-type')).toBe('image/png')
  expect(tile.headers.get('cache-control')).toContain('max-age')
  expect(Buffer.from(await tile.arrayBuffer())).toEqual(picture)
  expect(service.asked).toEqual(['/14/14552/6463.png'])
})

test('a tile that the service does not have, or does not hand over in time, is a plain 404', async () => {
  const service = await fakeService()
  const { desk } = await centerWith(service)
  for (const path of ['/tiles/15/29104/12926.png', '/tiles/16/58208/25852.png']) {
    const answer = await desk(path)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.text()).toBe('')
  }
  expect(service.asked).toHaveLength(2)
})

test('nobody but staff, and nothing but a tile, makes the center ask', async () => {
  const service = await fakeService()
  const { desk, stranger } = await centerWith(service)
  expect((await stranger('/tiles/14/14552/6463.png')).status).toBe(401)
  expect((await desk('/tiles/14/99999/6463.png')).status).toBe(404)
  expect((await desk('/tiles/2/1/1.png')).status).toBe(404)
  expect((await desk('/tiles/14/14552/..%2f6463.png')).status).toBe(404)
  expect(service.asked).toEqual([])
})

test('a map service that has gone away is a plain 404', async () => {
  const service = await fakeService()
  const { desk } = await centerWith(service)
  await closing.pop()?.()
  expect((await desk('/tiles/14/14552/6463.png')).status).toBe(404)
})
