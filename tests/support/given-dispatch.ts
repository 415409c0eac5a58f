import type { Center } from '#server/core/center.ts'
import { getNeed } from '#server/needs/needs.ts'
import { newId } from '#shared/core/ids.ts'
import type { Need } from '#shared/needs/need.ts'
import type { Sender } from '#tests/support/center.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import type { InputOf } from '#web/core/send.ts'

interface Desks {
  center: Center
  phone: Sender
  aiko: Sender
  ben: Sender
}

/** A need as the needs desk takes it down; ready for dispatch unless the wishes say otherwise. */
export async function givenNeed({ center, ben }: Desks, wishes: Parameters<typeof needForm>[0] = {}): Promise<Need> {
  const form = needForm(wishes)
  await ben.send('needs.receiveNeed', form)
  return getNeed(center.db, form.needId)
}

/** Checks people in by phone and answers their attendance ids. */
export async function givenWaiting(
  phone: Sender,
  count: number,
  wishes: Partial<InputOf<'volunteers.checkIn'>> = {},
): Promise<string[]> {
  const forms = Array.from({ length: count }, () => receptionForm(wishes))
  for (const form of forms) await phone.send('volunteers.checkIn', form)
  return forms.map(({ attendanceId }) => attendanceId)
}

interface TeamWishes {
  size?: number
  briefed?: boolean
  sheet?: boolean
  need?: Need
  people?: string[]
  /** The teams already at that need, as the desk saw them. */
  seenTeamIds?: string[]
}

/** A team with its need, its leader (the first) and its briefing; a sheet as well unless not wished. */
export async function givenTeam(desks: Desks, wishes: TeamWishes = {}) {
  const { phone, aiko } = desks
  const { size, briefed, sheet, seenTeamIds } = { size: 3, briefed: true, sheet: true, seenTeamIds: [], ...wishes }
  const need = wishes.need ?? (await givenNeed(desks))
  const people = wishes.people ?? (await givenWaiting(phone, size))
  const teamId = newId()
  const workOrderId = newId()
  const [leaderId = null] = people
  await aiko.send('teams.formTeam', { teamId, attendanceIds: people, leaderId, needId: need.id, seenTeamIds })
  if (briefed) await aiko.send('teams.briefTeam', { teamId })
  if (sheet) await aiko.send('dispatch.issueWorkOrder', { workOrderId, teamId, reasonForTeam: '' })
  return { need, people, teamId, workOrderId }
}
