import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SeededRandom } from '#drills/core/seeded-random.ts'
import { brokenBuild, brokenDriver, soundBuild } from '#tests/faults/broken-build.ts'
import { damages, layFiles, type Moments } from '#tests/faults/damage.ts'
import { type FaultResult, type FaultRow, part, Tally } from '#tests/faults/fault-row.ts'
import { FaultServer } from '#tests/faults/fault-server.ts'
import { isDone, sendLoad } from '#tests/faults/load.ts'
import { openDay } from '#tests/faults/open-center.ts'

interface Served {
  seq: number
  /** Every record as the desk gets it. */
  records: ReadonlySet<string>
  /** How many acts the server itself says are missing. */
  saidLost: number
}

interface CatchUp {
  seq: number
  records: { kind: string; record: { type?: string; seq?: number; details?: { lost?: number } } }[]
}

/** What the lead's desk is shown of everything; undefined where the server cannot say. */
async function servedBy(server: FaultServer, cookie: string): Promise<Served | undefined> {
  const answer = await fetch(`${server.address}/api/changes?since=0`, { headers: { cookie } })
  if (answer.status !== 200) return undefined
  const { records } = (await answer.json()) as CatchUp
  const isNote = ({ record }: CatchUp['records'][number]) => record.type === 'keeping.noteRecovery'
  const kept = records.filter((one) => !isNote(one))
  // The last note is this very start's; what came before it was in the file.
  const lastNote = records.findLast(isNote)
  const lines = records.filter((one) => one.kind === 'logEntry' && one !== lastNote)
  return {
    seq: Math.max(0, ...lines.map(({ record }) => record.seq ?? 0)),
    records: new Set(kept.map((one) => JSON.stringify(one))),
    saidLost: lastNote?.record.details?.lost ?? 0,
  }
}

/** Waits until the computer has noted apart from the data how far the center came. */
async function noted(server: FaultServer, seq: number): Promise<void> {
  const folder = join(server.folder, 'config', 'centers')
  const isNoted = () =>
    existsSync(folder) &&
    readdirSync(folder).some((name) => readFileSync(join(folder, name), 'utf8').includes(`:${seq},`))
  while (!isNoted()) await new Promise((resolve) => setTimeout(resolve, 100))
}

interface Prepared {
  cookie: string
  moments: Moments
  served: Served
}

/** A center with a morning behind it, its files put aside at three moments. */
async function prepare(server: FaultServer, acts: number): Promise<Prepared> {
  const putAside = (name: string) => {
    layFiles(server.file, join(server.folder, name))
    return join(server.folder, name)
  }
  const random = new SeededRandom(acts)
  const work = (cookie: string) =>
    sendLoad(server, { clients: 8, cookie, random, enough: (told) => told.filter(isDone).length >= acts })
  await server.start()
  const cookie = await openDay(server)
  await work(cookie)
  await server.kill()
  const earlier = putAside('earlier')
  await server.start()
  await work(cookie)
  const served = await servedBy(server, cookie)
  if (!served) throw new Error('the sound center shows nothing')
  await noted(server, served.seq)
  // Killed while it wrote nothing, and then opened and ended in order from a copy of the same files.
  await server.kill()
  const killed = putAside('killed')
  cpSync(join(server.folder, 'config'), join(server.folder, 'config-noted'), { recursive: true })
  await server.start()
  await server.kill('SIGTERM')
  const clean = putAside('clean')
  return { cookie, served, moments: { clean, killed, earlier } }
}

/** Whether less is there, but nothing else, and it is said how much is missing. */
function isSaidToBeLess(now: Served, before: Served): boolean {
  const others = [...now.records].filter((one) => !before.records.has(one) && !one.startsWith('{"kind":"day"'))
  return now.saidLost === before.seq - now.seq && others.length === 0
}

type Done = (typeof damages)[number]

async function damageOnce(server: FaultServer, prepared: Prepared, one: Done, random: SeededRandom, tally: Tally) {
  layFiles(prepared.moments[one.to], server.file)
  one.damage(server.file, random, prepared.moments)
  // The mark of a process that broke off lies there as well, or does not.
  const running = join(server.dataFolder, 'running.json')
  if (one.to === 'clean') rmSync(running, { force: true })
  else writeFileSync(running, JSON.stringify({ port: 0 }))
  const start = await server.tryStart()
  const now = start === 'open' ? await servedBy(server, prepared.cookie).catch(() => undefined) : undefined
  await server.kill()
  tally.cycle()
  if (!now) return void tally.count('refused')
  const isSame = now.records.size === prepared.served.records.size && now.records.isSubsetOf(prepared.served.records)
  if (isSame) return void tally.count('exact')
  if (isSaidToBeLess(now, prepared.served)) return void tally.count('saidToBeLess')
  const [other] = [...now.records].filter((record) => !prepared.served.records.has(record))
  const said = `act ${now.seq} of ${prepared.served.seq}, ${now.saidLost} said to be missing`
  tally.fault('violations', `${one.name}: other data is shown as if it were right: ${said}, ${other ?? ''}`)
}

async function rot(name: string, main: string, cycles: number, done = damages): Promise<FaultResult> {
  const tally = new Tally(name)
  const server = new FaultServer(main)
  const random = new SeededRandom(cycles)
  try {
    const prepared = await prepare(server, 60)
    tally.acked(prepared.served.seq)
    for (let round = 0; round < cycles; round++) {
      cpSync(join(server.folder, 'config-noted'), join(server.folder, 'config'), { recursive: true })
      const one = done[round % done.length]
      if (one) await damageOnce(server, prepared, one, random, tally)
    }
  } finally {
    await server.remove()
  }
  return tally.result()
}

const noCheck = { module: '#server/database/check-file.ts', file: 'no-check.ts', names: { checkFile: 'checkFile' } }

/** A file that time, a stick or a person has damaged: it is refused, shown exactly, or said to lack so many acts. */
export const row: FaultRow = {
  name: 'rot',
  needs: [],
  run: (budget) => rot('rot', soundBuild(), part(300, budget, damages.length)),
  async control(budget) {
    const plain = await brokenBuild('no-mac', brokenDriver('no-mac.ts'), noCheck)
    const changes = damages.filter(({ name }) => name === 'a name in the file')
    return [await rot('rot/plain-and-unchecked', plain, part(20, budget, 2), changes)]
  },
}
