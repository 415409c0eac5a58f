import { connect, createServer, type Socket } from 'node:net'
import type { SeededRandom } from '#drills/core/seeded-random.ts'

/** What becomes of one connection. */
type Fate = 'well' | 'slow' | 'refused' | 'cutAsking' | 'cutAnswering' | 'neverHeard' | 'neverAnswered'

/** Of a hundred connections 40 break, in each of the ways in which a crowded Wi-Fi breaks them, and 20 are slow. */
const fates: readonly (readonly [Fate, number])[] = [
  ['refused', 6],
  ['cutAsking', 8],
  ['cutAnswering', 12],
  ['neverHeard', 5],
  ['neverAnswered', 9],
  ['slow', 20],
  ['well', 40],
]

function drawFate(random: SeededRandom): Fate {
  let left = random.whole(0, 99)
  for (const [fate, share] of fates) {
    if (left < share) return fate
    left -= share
  }
  return 'well'
}

/** Only the beginning of what was said arrives. */
const half = (data: Buffer) => data.subarray(0, Math.floor(data.length / 2))

/** Carries one connection to its fate. */
function carry(near: Socket, toPort: number, fate: Fate, random: SeededRandom): void {
  const far = connect(toPort, '127.0.0.1')
  const cut = () => {
    near.destroy()
    far.destroy()
  }
  const slowMs = fate === 'slow' ? random.whole(20, 300) : 0
  const pass = (to: Socket, data: Buffer) => {
    if (slowMs === 0) to.write(data)
    else setTimeout(() => !to.destroyed && to.write(data), slowMs)
  }
  near.on('data', (data) => {
    if (fate === 'neverHeard') return
    if (fate === 'cutAsking') far.write(half(data), cut)
    else pass(far, data)
  })
  far.on('data', (data) => {
    if (fate === 'neverAnswered') return
    if (fate === 'cutAnswering') near.write(half(data), cut)
    else pass(near, data)
  })
  // On a line that carries nothing, nobody hears either that the other end is gone.
  const isSilent = fate === 'neverHeard' || fate === 'neverAnswered'
  for (const end of [near, far]) end.on('error', () => undefined)
  near.on('close', () => far.destroy())
  far.on('close', () => !isSilent && near.destroy())
}

/** A Wi-Fi that loses, cuts and delays; it goes on while the server behind it dies and comes back elsewhere. */
export async function layFlakyLine(port: () => number, random: SeededRandom) {
  const counts = { connections: 0, broken: 0 }
  const ends = new Set<Socket>()
  const server = createServer((near) => {
    const fate = drawFate(random)
    counts.connections++
    if (fate !== 'well' && fate !== 'slow') counts.broken++
    ends.add(near)
    near.on('close', () => ends.delete(near))
    if (fate === 'refused') near.destroy()
    else carry(near, port(), fate, random)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    counts,
    close() {
      for (const end of ends) end.destroy()
      server.close()
    },
  }
}
