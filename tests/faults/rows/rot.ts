import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SeededRandom } from '#drills/core/seeded-random.ts'
import { backupFolderOf, listBackups } from '#server/keeping/backups.ts'
import { brokenBuild, brokenDriver, soundBuild } from '#tests/faults/broken-build.ts'
import { damages, layFiles, type Moments } from '#tests/faults/damage.ts'
import { type FaultResult, type FaultRow, part, Tally } from '#tests/faults/fault-row.ts'
import { FaultServer } from '#tests/faults/fault-server.ts'
import { isDone, sendLoad, type Told } from '#tests/faults/load.ts'
import { openDay, sendCommand } from '#tests/faults/open-center.ts'
import { differsFrom, goOnFromCopy, type Served, servedBy } from '#tests/faults/rot-served.ts'

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
  told: readonly Told[]
  /** How everything was at the end, and at each copy. */
  states: readonly [Served, ...Served[]]
}

/** How often it is looked for a copy: a server that is broken on purpose may never have one. */
const looksForCopy = (isSound: boolean) => (isSound ? 200 : 20)

/** Makes a copy, and waits until it has its name. */
async function copy(server: FaultServer, cookie: string, looks: number): Promise<void> {
  const folder = backupFolderOf(server.file)
  mkdirSync(folder, { recursive: true })
  const before = listBackups(folder).length
  await sendCommand(server, 'keeping.makeBackup', { emptierIsMeant: false }, cookie)
  for (let left = looks; left > 0 && listBackups(folder).length === before; left--)
    await new Promise((resolve) => setTimeout(resolve, 50))
}

/** A center with a morning behind it and two copies, its files put aside at three moments. */
async function prepare(server: FaultServer, acts: number, looks: number): Promise<Prepared> {
  const putAside = (name: string) => {
    layFiles(server.file, join(server.folder, name))
    return join(server.folder, name)
  }
  const random = new SeededRandom(acts)
  const told: Told[] = []
  const work = async (cookie: string, wanted: number) => {
    const enough = (some: readonly Told[]) => some.filter(isDone).length >= wanted
    told.push(...(await sendLoad(server, { clients: 8, cookie, random, enough })))
  }
  await server.start()
  const cookie = await openDay(server)
  await work(cookie, acts)
  await copy(server, cookie, looks)
  const first = await servedBy(server, cookie)
  await server.kill()
  const earlier = putAside('earlier')
  await server.start()
  await work(cookie, acts / 2)
  await copy(server, cookie, looks)
  const second = await servedBy(server, cookie)
  await work(cookie, acts / 2)
  const served = await servedBy(server, cookie)
  if (!(served && first && second)) throw new Error('the sound center shows nothing')
  await noted(server, served.seq)
  // Killed while it wrote nothing, and then opened and ended in order from a copy of the same files.
  await server.kill()
  const killed = putAside('killed')
  cpSync(join(server.folder, 'config'), join(server.folder, 'config-noted'), { recursive: true })
  cpSync(backupFolderOf(server.file), join(server.folder, 'copies'), { recursive: true })
  await server.start()
  await server.kill('SIGTERM')
  const clean = putAside('clean')
  return { cookie, served, told, states: [served, first, second], moments: { clean, killed, earlier } }
}

type Done = (typeof damages)[number]

/** Lays everything as it was, but for the damage. */
function layDamaged(server: FaultServer, { moments }: Prepared, one: Done, random: SeededRandom): void {
  rmSync(server.dataFolder, { recursive: true, force: true })
  mkdirSync(server.dataFolder)
  cpSync(join(server.folder, 'config-noted'), join(server.folder, 'config'), { recursive: true })
  cpSync(join(server.folder, 'copies'), backupFolderOf(server.file), { recursive: true })
  layFiles(moments[one.to], server.file)
  one.damage(server.file, random, moments)
  // The mark of a process that broke off lies there as well, or does not.
  if (one.to !== 'clean') writeFileSync(join(server.dataFolder, 'running.json'), JSON.stringify({ port: 0 }))
}

/** What is refused must be made good by the last good copy: offered on the page, and exact up to its last act. */
async function refuse(server: FaultServer, { cookie, served, told, states }: Prepared, name: string, tally: Tally) {
  tally.count('refused')
  const folder = backupFolderOf(server.file)
  const outcome = await goOnFromCopy(server, folder)
  const now = outcome === 'open' ? await servedBy(server, cookie, served) : undefined
  if (!now) return tally.fault('violations', `${name}: the last good copy is ${outcome}`)
  const last = Math.max(...listBackups(join(server.folder, 'copies')).map(({ seq }) => seq))
  const lines = [...served.lines.keys()].filter((seq) => seq <= last).at(-1)
  const difference = now.seq !== lines ? `only ${now.seq} of ${last}` : differsFrom(states, now, told)
  tally.fault('violations', `${name}: the copy shows other data: ${difference}`, difference ? 1 : 0)
  tally.count('goneOnFromCopy')
}

async function damageOnce(server: FaultServer, prepared: Prepared, one: Done, random: SeededRandom, tally: Tally) {
  const { cookie, served, told, states } = prepared
  layDamaged(server, prepared, one, random)
  const start = await server.tryStart()
  tally.count('damaged')
  tally.cycle()
  const now = start === 'open' ? await servedBy(server, cookie, served).catch(() => undefined) : undefined
  if (now) {
    const difference = differsFrom(states, now, told)
    const lost = served.seq - now.seq
    tally.fault('violations', `${one.name}: other data is shown as if it were right: ${difference}`, difference ? 1 : 0)
    tally.fault(
      'violations',
      `${one.name}: ${lost} are missing, ${now.toldLost} are said to be`,
      lost === now.toldLost ? 0 : 1,
    )
    tally.count(lost === 0 ? 'exact' : 'saidToBeLess')
  } else if (start === 'asks') await refuse(server, prepared, one.name, tally)
  else tally.fault('violations', `${one.name}: it neither serves nor asks (${start})`)
  await server.kill()
}

/** So many centers are damaged at a time: most of it is starting. To prepare two for a few rounds would cost more. */
const sideFor = (cycles: number) => (cycles > 20 ? 2 : 1)

async function rot(name: string, main: string, cycles: number, done = damages): Promise<FaultResult> {
  const tally = new Tally(name)
  const rounds = Array.from({ length: cycles }, (_, round) => round)
  const damageSome = async () => {
    const server = new FaultServer(main)
    try {
      const prepared = await prepare(server, 60, looksForCopy(main === soundBuild()))
      tally.acked(prepared.served.seq)
      for (let round = rounds.pop(); round !== undefined; round = rounds.pop()) {
        const one = done[round % done.length]
        if (one) await damageOnce(server, prepared, one, new SeededRandom(round), tally)
      }
    } finally {
      await server.remove()
    }
  }
  await Promise.all(Array.from({ length: sideFor(cycles) }, damageSome))
  tally.aim('damaged', tally.count('damaged', 0), cycles)
  return tally.result()
}

const noCheck = { module: '#server/database/check-file.ts', file: 'no-check.ts', names: { checkFile: 'checkFile' } }
const noReading = {
  module: '#server/keeping/read-whole.ts',
  file: 'no-reading.ts',
  names: { readWhole: 'readWhole', readWholeInTurn: 'readWholeInTurn' },
}

/**
 * A file that time, a stick or a person has damaged: it is shown exactly, or all up to an act with how many are missing,
 * or refused, and the center goes on from the last good copy.
 */
export const row: FaultRow = {
  name: 'rot',
  needs: [],
  alone: false,
  run: (budget) => rot('rot', soundBuild(), part(300, budget, damages.length)),
  async control(budget) {
    const plain = await brokenBuild('no-mac', brokenDriver('no-mac.ts'), noCheck, noReading)
    const changes = damages.filter(({ name }) => name === 'a name in the file')
    return [await rot('rot/plain-and-unchecked', plain, part(20, budget, 2), changes)]
  },
}
