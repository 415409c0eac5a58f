import type { Drill, StaffActor } from '#drills/core/drill.ts'
import type { PartOf } from '#drills/core/scenario.ts'
import type { ReceptionQueue, Volunteer } from '#drills/players/arrivals.ts'
import { OneAtATime } from '#drills/players/one-at-a-time.ts'

/** The reception desk's line: people without a phone, and whoever has something to settle. Clerks take turns. */
export function playReceptionClerks(drill: Drill, parts: readonly PartOf<'reception'>[]): ReceptionQueue {
  const clerks = parts.map((part) => ({ part, actor: drill.atDesk(part.staff), hands: new OneAtATime(drill) }))
  let turn = 0
  return {
    standInLine(volunteer) {
      const clerk = clerks[turn++ % clerks.length]
      clerk?.hands.take(clerk.part.minutesPerProxy, () => typeIn(drill, clerk.actor, volunteer))
    },
  }
}

/** 代行入力. Where the form shows a likely double, the clerk looks, sees the same face, and makes no second one. */
async function typeIn(drill: Drill, actor: StaffActor, { form }: Volunteer): Promise<void> {
  const input = { ...form, channel: 'proxy', knownPersonId: null, isAnother: false } as const
  await drill.send(actor, 'volunteers.checkInByProxy', input)
}
