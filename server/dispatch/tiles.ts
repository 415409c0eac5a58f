import type { Outside } from '#server/core/outside.ts'
import type { RouteContext } from '#server/core/slice.ts'
import { notFound } from '#shared/core/problems.ts'

const isTile = (z: number, x: number, y: number) =>
  [z, x, y].every(Number.isInteger) && z >= 5 && z <= 18 && x >= 0 && y >= 0 && x < 2 ** z && y < 2 ** z

async function fetchTile({ tiles, patienceMs }: Outside, path: string): Promise<ArrayBuffer | null> {
  try {
    const answer = await fetch(`${tiles}/${path}.png`, { signal: AbortSignal.timeout(patienceMs) })
    return answer.ok ? await answer.arrayBuffer() : null
  } catch {
    // No line to the outside is the ordinary case in the first days.
    return null
  }
}

/** Hands a desk the national map's tiles, so that no page of the center asks a third party for anything. */
export function addTileRoute({ routes, outside }: RouteContext): void {
  routes.open({ method: 'get', path: '/tiles/:z/:x/:file{\\d+\\.png}', may: ['staff'] }, async (context) => {
    const { z, x, file } = context.req.param()
    const y = Number.parseInt(file, 10)
    if (!isTile(Number(z), Number(x), y)) throw notFound({ kind: 'tile' })
    const tile = await fetchTile(outside, `${Number(z)}/${Number(x)}/${y}`)
    // Whatever the reason outside, nothing is wrong here: there is no such picture to be had.
    if (!tile) return context.body(null, 404)
    return context.body(tile, 200, { 'content-type': 'image/png', 'cache-control': 'private, max-age=604800' })
  })
}
