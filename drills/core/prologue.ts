import type { Drill } from '#drills/core/drill.ts'
import { idNamed } from '#drills/core/named-ids.ts'
import { acceptedIds } from '#server/core/event-log.ts'
import { hashToken } from '#server/core/secret.ts'
import { capabilitiesOf, profileNamed } from '#shared/center/profiles.ts'
import { addMinutes } from '#shared/core/time.ts'

const staffIdOf = (name: string) => idNamed(`staff-${name}`)

/** Sets the center up and lets everyone on the staff list sit down at their desks; the first of them is the lead. */
export async function openTheCenter(drill: Drill): Promise<void> {
  const { center, staff } = drill.scenario
  const [lead] = staff
  if (!lead) return
  const ids = { centerId: drill.centerId, activationId: idNamed('activation'), leadId: staffIdOf(lead.name) }
  const input = { ...center, ...ids, leadName: lead.name, pin: lead.pin }
  await must(drill, { kind: 'setUp' }, 'center.setUpCenter', input)
  await sitDown(drill, lead.name, lead.desks)
  for (const { name, pin, desks } of staff.slice(1)) {
    const added = { staffId: staffIdOf(name), name, pin, deskNames: desks }
    await must(drill, drill.atDesk(lead.name), 'access.addStaff', added)
    await sitDown(drill, name, desks)
  }
}

/** Everyone sits down once more where a drill goes on that was broken off; who has joined since has their own session. */
export async function openTheCenterAgain(drill: Drill): Promise<void> {
  for (const { name, desks } of drill.scenario.staff) await sitDown(drill, name, desks)
  const [lead] = drill.staff.values()
  if (!lead) return
  const eye = await drill.device(lead)
  drill.takeUp(await drill.center.read(acceptedIds), eye)
  eye.close()
  await drill.facts.takeUp()
}

/** A session as the sign-in writes it once the PIN has been compared. */
async function sitDown(drill: Drill, name: string, desks: readonly string[]): Promise<void> {
  const [staffId, sessionId] = [staffIdOf(name), drill.random.id()]
  const expiresAt = addMinutes(drill.clock.now(), 12 * 60)
  const input = { sessionId, staffId, tokenHash: hashToken(drill.random.secret()), device: 'drill', expiresAt }
  await must(drill, { kind: 'system' }, 'access.openSession', input)
  const capabilities = capabilitiesOf(profileNamed(drill.scenario.center.profileName), desks)
  drill.staff.set(name, { kind: 'staff', staffId, sessionId, name, capabilities })
}

async function must(drill: Drill, ...sent: Parameters<Drill['send']>): Promise<void> {
  const reply = await drill.send(...sent)
  if (reply instanceof Error) throw reply
}
