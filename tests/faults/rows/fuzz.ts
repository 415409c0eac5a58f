import { commands } from '#shared/commands.ts'
import type { CommandDefinition } from '#shared/core/command.ts'
import { newId } from '#shared/core/ids.ts'
import type { ReadDefinition } from '#shared/core/read.ts'
import { reads } from '#shared/reads.ts'
import { brokenBuild, soundBuild } from '#tests/faults/broken-build.ts'
import { type Budget, type FaultResult, type FaultRow, part, Tally } from '#tests/faults/fault-row.ts'
import { DoorCounts } from '#tests/faults/fuzz-asking.ts'
import { FuzzedCenter } from '#tests/faults/fuzz-center.ts'
import { everyDoor, fieldsOf, knocksOn } from '#tests/faults/fuzz-doors.ts'
import { sayAll, writeAllRaw } from '#tests/faults/fuzz-lines.ts'
import { valuesFor } from '#tests/faults/fuzz-values.ts'
import { inTurns } from '#tests/faults/in-turns.ts'

/** Each copies or closes the whole file: carried out a few times, and refused as often as any. */
const heavy = /^keeping\.(makeBackup|restoreCopy|handOver|takeBack|takeOver|lockKey|unlockKey)/

/** Each hashes a PIN, which is meant to take long. */
const slow = /^access\.(addStaff|changePin)|setUpCenter/

/** How many inputs of a command are as it wants them: most, unless that costs too much to be done so often. */
function validCount(name: string, count: number): number {
  return heavy.test(name) ? 2 : slow.test(name) ? Math.ceil(count / 20) : count
}

/** After these the center reads only until it is taken back. */
const stops = /^keeping\.(handOver|takeBack)Center$/

/** A part of what is asked, of a center of its own. */
type Share = (center: FuzzedCenter, count: number) => Promise<void>

const fuzzCommand =
  ({ name, input }: CommandDefinition): Share =>
  async (center, count) => {
    const { asker } = center
    await center.seat()
    const values = valuesFor(input, await center.idsThereAre(), count, validCount(name, count))
    const heads = center.heads()
    const asked = values.map((value, index) => ({
      method: 'POST',
      path: '/api/commands',
      headers: { 'content-type': 'application/json', ...heads[index % heads.length] },
      body: JSON.stringify({ id: newId(), type: name, input: value, device: `fuzz ${index}` }),
    }))
    await asker.askAll(name, asked, stops.test(name))
    if (stops.test(name)) await center.takeBack()
    await asker.stillWell(name)
  }

const fuzzRead =
  ({ name, input }: ReadDefinition): Share =>
  async (center, count) => {
    const { asker } = center
    const heads = center.heads()
    const asked = valuesFor(input, await center.idsThereAre(), count).map((value, index) => ({
      method: 'POST',
      path: `/api/reads/${name}`,
      headers: { 'content-type': 'application/json', ...heads[index % heads.length] },
      body: JSON.stringify(value) ?? '',
    }))
    await asker.askAll(name, asked)
    await asker.stillWell(name)
  }

const fuzzDoor =
  (door: Awaited<ReturnType<typeof everyDoor>>[number]): Share =>
  async (center, count) => {
    const { asker } = center
    await center.seat()
    const page = door.method === 'post' ? await asker.ask({ method: 'GET', path: door.path }) : undefined
    const known = { ids: await center.idsThereAre(), heads: center.heads(), fields: fieldsOf(page?.text ?? '') }
    const what = `${door.method} ${door.path}`
    await asker.askAll(what, knocksOn(door, known, count))
    await asker.stillWell(what)
  }

/** In groups, so that what one act wrote is there for those after it, and no center grows so large that it is slow. */
function inGroups(shares: readonly Share[], size: number): Share[] {
  const groups = Array.from({ length: Math.ceil(shares.length / size) }, (_, index) =>
    shares.slice(index * size, (index + 1) * size),
  )
  return groups.map((group) => async (center, count) => {
    for (const share of group) await share(center, count)
  })
}

type Which = 'all' | 'reads' | 'lines'

async function sharesOf(which: Which, tally: Tally, counts: DoorCounts): Promise<Share[]> {
  const ofReads = inGroups(Object.values<ReadDefinition>(reads).map(fuzzRead), 100)
  const ofLines: Share = async ({ server, asker }, count) => {
    await writeAllRaw(server, tally, counts, count)
    await asker.stillWell('raw bytes')
    await sayAll(server, tally, counts, count)
    await asker.stillWell('lines')
  }
  if (which === 'reads') return ofReads
  if (which === 'lines') return [ofLines]
  const ofDoors = inGroups((await everyDoor()).map(fuzzDoor), 20)
  const ofCommands = inGroups(Object.values<CommandDefinition>(commands).map(fuzzCommand), 30)
  return [...ofCommands, ...ofDoors, ...ofReads, ofLines]
}

/** Two centers at a time: while one waits for its disk the other is asked. */
const side = 2

async function fuzz(name: string, main: string, count: number, which: Which = 'all'): Promise<FaultResult> {
  const tally = new Tally(name)
  const counts = new DoorCounts()
  await inTurns(await sharesOf(which, tally, counts), side, async (share) => {
    const center = new FuzzedCenter(main, tally, counts)
    try {
      await center.open()
      await share(center, count)
    } finally {
      await center.remove()
    }
  })
  counts.judge(tally, count)
  return tally.result()
}

const inputs = (budget: Budget) => part(2000, budget, 8)

/** Whatever is sent to any door, act, question or line is answered or refused; nothing is a mistake of ours, nothing ends the process. */
export const row: FaultRow = {
  name: 'fuzz',
  needs: [],
  alone: true,
  run: (budget) => fuzz('fuzz', soundBuild(), inputs(budget)),
  async control(budget) {
    const careless = await brokenBuild('careless-reads', {
      module: '#server/core/reads.ts',
      file: 'careless-reads.ts',
      names: { readFor: 'readFor' },
    })
    const throwing = await brokenBuild('throwing-line', {
      module: '#server/transport/sockets.ts',
      file: 'throwing-line.ts',
      names: { openSockets: 'openSockets' },
    })
    const count = Math.min(200, inputs(budget))
    return [
      await fuzz('fuzz/reads-what-it-is-given', careless, count, 'reads'),
      await fuzz('fuzz/throws-over-a-line', throwing, count, 'lines'),
    ]
  },
}
