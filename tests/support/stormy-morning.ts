import type { Drill } from '#drills/core/drill.ts'
import type { DrillDevice } from '#drills/core/drill-device.ts'
import { readScenario } from '#drills/core/read-scenario.ts'
import { playUntil, prepareDrill } from '#drills/core/run-drill.ts'
import { openDrillInMemory } from '#drills/open-drill.ts'
import { bankData } from '#drills/scenarios/bank.ts'
import type { Actor } from '#server/core/actor.ts'
import type { Center } from '#server/core/center.ts'
import { clockOf } from '#shared/core/time.ts'
import { type RecordKind, type RecordOf, records } from '#shared/records.ts'
import { Device } from '#tests/support/device.ts'
import { everyRight, randomAct } from '#tests/support/storm.ts'

const firstDay = bankData('first-day')

/** One record that a device holds. */
export type Held = { [K in RecordKind]: { kind: K; record: RecordOf<K> } }[RecordKind]

/** Everything a device holds, as `kind id` and the record. */
export function heldBy(device: Device): Map<string, Held> {
  const kinds = Object.keys(records) as RecordKind[]
  return new Map(
    kinds.flatMap((kind) =>
      // The store hands out for a kind what was stored under it.
      device.store.all(kind).map((record) => [`${kind} ${record.id}`, { kind, record } as Held] as const),
    ),
  )
}

export interface Watched {
  device: Device
  actor: Actor
  isCut: boolean
}

export const openDevice = (center: Center, actor: Actor) => Device.open(center, actor)

/** Six desks, and six phones of whom five are in a team. */
async function watchers(drill: Drill, see: DrillDevice, open: typeof openDevice): Promise<Watched[]> {
  const inTeams = see.all('attendance').filter(({ teamId }) => teamId !== null)
  const phones = [...drill.random.shuffled(inTeams).slice(0, 5), ...see.all('attendance').slice(-1)]
  const actors: Actor[] = [
    ...['汐見 統', '貝塚 受', '松風 聴', '八景 組', '乙舳 送', '海公 迎'].map((name) => drill.atDesk(name)),
    ...phones.map(({ id }): Actor => ({ kind: 'volunteer', attendanceId: id })),
  ]
  const watched: Watched[] = []
  for (const actor of actors) watched.push({ actor, device: await open(drill.center, actor), isCut: false })
  return watched
}

async function comeAndGo(drill: Drill, watched: readonly Watched[]): Promise<void> {
  const one = drill.random.pick(watched)
  if (drill.random.fraction() < 0.5) return
  if (one.isCut) await one.device.connect()
  else one.device.cut()
  one.isCut = !one.isCut
}

interface Weather {
  open?: typeof openDevice
  /** Whether devices lose their line and find it again. */
  cuts?: boolean
  /** Looks at the devices after every act; `see` is the lead's, whose line never breaks. */
  look?: (watched: readonly Watched[], see: DrillDevice) => void
}

export interface Stormy {
  drill: Drill
  watched: readonly Watched[]
  /** How many of the random acts the center accepted. */
  accepted: number
}

/** A morning up to twenty past nine, and the devices that watch it. */
async function begin(seed: number, open: typeof openDevice) {
  const drill = await openDrillInMemory(readScenario({ ...firstDay, seed }))
  await prepareDrill(drill)
  await playUntil(drill, '09:20')
  const [lead] = drill.staff.values()
  if (!lead) throw new Error('nobody leads')
  const see = await drill.device(lead)
  return { drill, see, actor: everyRight(lead.staffId), watched: await watchers(drill, see, open) }
}

/** Whoever was given another desk takes in what that one holds. */
async function sitAnew(watched: readonly Watched[]): Promise<void> {
  for (const { device } of watched) await device.sitAnew()
}

/** Desks and phones that come and go while everybody acts at random. */
export async function storm(seed: number, { open = openDevice, cuts = true, look }: Weather = {}): Promise<Stormy> {
  const { drill, see, actor, watched } = await begin(seed, open)
  let accepted = 0
  for (let turn = 0; turn < 120; turn++) {
    if (await randomAct(drill, see, actor)) accepted++
    if (cuts) await comeAndGo(drill, watched)
    if (turn % 6 === 0) await playUntil(drill, clockOf(drill.clock.milliseconds + 9 * 60_000, 'Asia/Tokyo'))
    await sitAnew(watched)
    look?.(watched, see)
  }
  for (const one of watched.filter(({ isCut }) => isCut)) await one.device.connect()
  return { drill, watched, accepted }
}
