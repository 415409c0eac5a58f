import type { RouteContext } from '#server/core/slice.ts'
import { notAllowed, notFound } from '#shared/core/problems.ts'

/** 地理院タイル 淡色地図 (国土地理院): free to use with its name; asked only where a desk has switched it on. */
const source = 'https://cyberjapandata.gsi.go.jp/xyz/pale'

/** A dead line must not hold a connection; the map is whole without the picture. */
const patienceMs = 4000

const isTile = (z: number, x: number, y: number) =>
  [z, x, y].every(Number.isInteger) && z >= 5 && z <= 18 && x >= 0 && y >= 0 && x < 2 ** z && y < 2 ** z

async function fetchTile(path: string): Promise<ArrayBuffer | null> {
  try {
    const answer = await fetch(`${source}/${path}.png`, { signal: AbortSignal.timeout(patienceMs) })
    return answer.ok ? await answer.arrayBuffer() : null
  } catch {
    // No line to the outside is the ordinary case in the first days.
    return null
  }
}

/** Hands a desk the national map's tiles, so that no page of the center asks a third party for anything. */
export function addTileRoute(routes: RouteContext): void {
  routes.app.get('/tiles/:z/:x/:file{\\d+\\.png}', async (context) => {
    const actor = await routes.actorOf(context)
    if (actor.kind !== 'staff') throw notAllowed({})
    const { z, x, file } = context.req.param()
    const y = Number.parseInt(file, 10)
    if (!isTile(Number(z), Number(x), y)) throw notFound({ kind: 'tile' })
    const tile = await fetchTile(`${Number(z)}/${Number(x)}/${y}`)
    if (!tile) return context.body(null, 504)
    return context.body(tile, 200, { 'content-type': 'image/png', 'cache-control': 'private, max-age=604800' })
  })
}
