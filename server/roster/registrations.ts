import { recordTable, type Tx } from '#server/database/record-table.ts'
import type { Registration } from '#shared/roster/registration.ts'

export const registrations = recordTable('registration', {
  id: 'plain',
  number: 'plain',
  status: 'plain',
  channel: 'plain',
  areas: 'json',
  days: 'json',
  tools: 'json',
  languages: 'json',
  insurance: 'json',
  consentVersion: 'plain',
  consentAt: 'plain',
  registeredAt: 'plain',
  renewedFor: 'plain',
  note: 'plain',
  changedBy: 'plain',
  changedAt: 'plain',
})

/** The registration with this 登録番号. */
export async function findRegistrationByNumber(tx: Tx, number: number): Promise<Registration | undefined> {
  const [found] = await registrations.where(tx, { number })
  return found
}
