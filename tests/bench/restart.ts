import { join } from 'node:path'
import { checkFile } from '#server/database/check-file.ts'
import { readKey } from '#server/keeping/key-store.ts'
import { ensureServerBuild } from '#server/set-up.mjs'
import { newId } from '#shared/core/ids.ts'
import { prepareCenter } from '#tests/bench/growth.ts'
import { line, median, monotonic, percentile } from '#tests/bench/line.ts'
import { FaultServer } from '#tests/faults/fault-server.ts'
import { LineToServer } from '#tests/faults/line-to-server.ts'
import { receptionForm } from '#tests/support/given.ts'

const kills = 30

/** A center's log of this many lines makes a file of about a hundred megabytes. */
const hundredMegabytes = 100_000

/** What people would still wait for at a counter. */
const limitMs = 2000

/** The same with every page of the file read: a long file is read whole only after it has opened. */
const wholeLimitMs = 5000

const someone = () =>
  JSON.stringify({ id: newId(), type: 'volunteers.checkIn', device: 'bench', input: receptionForm() })

/** Checks people in until somebody is: the first write that is acknowledged. */
async function checkOneIn(server: FaultServer): Promise<void> {
  for (;;) {
    const connection = new LineToServer(server.port)
    const answered = await connection.post(someone())
    connection.close()
    if (answered?.status === 200) return
    if (answered) throw new Error(`refused: ${answered.body}`)
  }
}

/** How long reading every page takes: what a start does of a short file, and its own thread of a long one afterwards. */
function wholeCheckMs(folder: string): number {
  const state = readKey(join(folder, 'config'))
  if (state.kind !== 'open') throw new Error('the key is not open')
  const began = monotonic()
  const verdict = checkFile(join(folder, 'data', 'sasae.db'), state.key)
  if (verdict !== 'sound') throw new Error(`the file is ${verdict}`)
  return Math.round(monotonic() - began)
}

async function killsOf(name: string, lines: number) {
  const server = new FaultServer(ensureServerBuild())
  const measured: number[] = []
  let checkedWholeMs = 0
  try {
    await prepareCenter(server.folder, lines)
    await server.start()
    for (let round = 0; round <= kills; round++) {
      await checkOneIn(server)
      const began = monotonic()
      await server.kill()
      await server.start()
      await checkOneIn(server)
      measured.push(monotonic() - began)
    }
    await server.kill()
    checkedWholeMs = wholeCheckMs(server.folder)
  } finally {
    await server.remove()
  }
  // The first round fills the caches of the machine.
  const warm = measured.slice(1)
  const p50Ms = Math.round(median(warm))
  const p99Ms = percentile(warm, 99)
  return [
    line(name, p99Ms, 'ms', limitMs, { p50Ms, kills: warm.length }),
    line(`${name}/read-whole`, p99Ms + checkedWholeMs, 'ms', wholeLimitMs, { checkedWholeMs }),
  ]
}

/** From SIGKILL to the first acknowledged write of the server that is started again at once. */
export async function restartBench() {
  return [...(await killsOf('restart', 0)), ...(await killsOf('restart/100MB', hundredMegabytes))]
}
