import { openCenter } from '#server/app.ts'
import type { Actor } from '#server/core/actor.ts'
import type { Center } from '#server/core/center.ts'
import type { Clock } from '#server/core/clock.ts'
import { migrate } from '#server/database/migrate.ts'
import { kyselyOver, openDatabaseCopy, openEmptyDatabase } from '#server/database/open.ts'
import type { DrillRoom } from '#server/practice/drill-room.ts'
import { capabilities } from '#shared/access/capabilities.ts'
import type { CommandName } from '#shared/commands.ts'
import type { CommandAnswer } from '#shared/core/command.ts'
import { newId } from '#shared/core/ids.ts'
import { Device } from '#tests/support/device.ts'
import { closeAfterTest } from '#tests/support/opened.ts'
import type { InputOf } from '#web/core/send.ts'

/** A clock that a test moves. It starts on a Monday morning at 9:30 in Japan. */
export class TestClock implements Clock {
  readonly speed = 1
  private instant = Date.parse('2026-11-23T00:30:00.000Z')

  now(): string {
    return new Date(this.instant).toISOString()
  }

  /** Moves on by minutes. */
  pass(minutes: number): void {
    this.instant += minutes * 60_000
  }
}

let template: Promise<Buffer> | undefined

async function makeTemplate(): Promise<Buffer> {
  const driver = openEmptyDatabase()
  await migrate(kyselyOver(driver))
  return driver.serialize()
}

/** A test's PIN is guessed by nobody. */
export const pinCost = { N: 2, r: 8, p: 1 }

/** Someone who sends commands in a test. */
export class Sender {
  readonly actor: Actor
  private readonly center: Center

  constructor(center: Center, actor: Actor) {
    this.center = center
    this.actor = actor
  }

  /** Sends a command as a device does: and once more, as a device does whose answer was lost. Nothing may come of that. */
  async send<N extends CommandName>(
    type: N,
    input: InputOf<N>,
    extra: { id?: string; happenedAt?: string; agoMs?: number } = {},
  ): Promise<CommandAnswer> {
    const envelope = { id: newId(), type, input, device: 'test', ...extra }
    const answer = await this.center.execute(this.actor, envelope)
    const again = await this.center.execute(this.actor, envelope)
    if (JSON.stringify(again) !== JSON.stringify(answer)) throw new Error(`${type} is not the same when sent twice`)
    return answer
  }
}

/** The center's fixed ids, so that tests can name them. */
export const ids = { center: newId(), activation: newId(), day: newId(), lead: newId() } as const

interface Wishes {
  profileName?: 'standard' | 'small'
  capacity?: number
  hazard?: 'earthquake' | 'floodOrWind'
  /** Without a day, nothing can be received yet. */
  day?: boolean
  /** A drill's records are practice. */
  kind?: 'live' | 'drill'
  /** Where this center holds its drills. */
  drillRoom?: DrillRoom
}

/** Sets a center up and opens its day, as its lead would. */
export async function setUpAndOpen(center: Center, wishes: Wishes = {}): Promise<void> {
  await new Sender(center, { kind: 'public', onThisMachine: true }).send('center.setUpCenter', {
    centerId: ids.center,
    activationId: ids.activation,
    name: '金沢区災害ボランティアセンター',
    place: 'いきいきセンター金沢',
    phone: '0457800000',
    disasterName: '訓練地震',
    hazard: wishes.hazard ?? 'earthquake',
    insuranceBeginsAtOnce: true,
    profileName: wishes.profileName ?? 'standard',
    leadId: ids.lead,
    leadName: '佐藤',
    pin: '123456',
  })
  if (wishes.day === false) return
  const { lead } = deskSenders(center)
  await lead.send('center.openDay', {
    dayId: ids.day,
    date: '2026-11-23',
    receptionOpensAt: '09:00',
    receptionClosesAt: '11:00',
    capacity: wishes.capacity ?? 100,
    returnBy: '15:00',
  })
  if (wishes.profileName === 'small') await lead.send('center.setPublicReception', { dayId: ids.day, open: true })
}

/** Who acts in tests: Aiko at dispatch, Ben taking needs, Emi at reception; Daigo has no rights at all. */
export function deskSenders(center: Center) {
  const staff = (name: string, held: readonly (typeof capabilities)[number][]) =>
    new Sender(center, { kind: 'staff', staffId: ids.lead, sessionId: newId(), name, capabilities: held })
  return {
    center,
    lead: staff('佐藤', capabilities),
    aiko: staff('愛子', ['dispatch.manage', 'contacts.read']),
    ben: staff('勉', ['needs.manage', 'survey.manage', 'contacts.read']),
    emi: staff('恵美', ['reception.manage', 'roster.manage', 'return.manage', 'care.read']),
    daigo: staff('大吾', []),
    phone: new Sender(center, { kind: 'public', onThisMachine: false }),
    volunteer: (attendanceId: string) => new Sender(center, { kind: 'volunteer', attendanceId }),
    device: (sender: Sender) => Device.open(center, sender.actor),
  }
}

/** A center in memory, set up and with its day open, on a clock that the test moves. */
export async function testCenter(wishes: Wishes = {}) {
  const { center, clock } = await emptyCenter(wishes.kind, wishes.drillRoom)
  await setUpAndOpen(center, wishes)
  return { clock, ...deskSenders(center) }
}

/** A center in memory that nobody has set up yet. */
export async function emptyCenter(
  kind: 'live' | 'drill' = 'live',
  drillRoom?: DrillRoom,
): Promise<{ center: Center; clock: TestClock }> {
  template ??= makeTemplate()
  const clock = new TestClock()
  const center = await openCenter({
    driver: openDatabaseCopy(await template),
    clock,
    kind,
    migrated: true,
    pinCost,
    ...(drillRoom ? { drillRoom } : {}),
  })
  closeAfterTest(center)
  return { center, clock }
}
