import { searchKey } from '#shared/core/japanese-text.ts'
import type { ImportedGroup } from './import-group-row.ts'
import { changesBetween, planned, type RowPlan, said } from './import-plan.ts'
import type { GroupContact, RegisteredGroup } from './registered-group.ts'

/** A group of the roster as the center knows it. */
export interface KnownGroup {
  group: RegisteredGroup
  contact: GroupContact
}

/** By which one group is known again, in a file and on the roster. */
export const groupIdentityOf = ({ phone, name }: { phone: string; name: string }) => `${phone} ${searchKey(name)}`

/** What the row says of the group, of how it is reached, and of its insurance; what it does not say is absent. */
export function groupPartsOf(row: ImportedGroup) {
  const { name, nameKana, kind, usualHeadcount, skills, vehicles, areas, days, tools, note } = row
  const { leaderName, leaderKana, phone, email, address } = row
  return {
    group: said({ name, nameKana, kind, usualHeadcount, skills, vehicles, areas, days, tools, note }),
    contact: said({ leaderName, leaderKana, phone, email, address }),
    insurance: said({ plan: row.plan, fiscalYear: row.insuranceYear }),
  }
}

/** A number is another group's when neither the name nor the telephone is that group's. */
const isAnother = (row: ImportedGroup, { group, contact }: KnownGroup) =>
  searchKey(group.name) !== searchKey(row.name) && contact.phone !== row.phone

/** What will happen to a row, given which group the center knows by its name and telephone, and which by its number. */
export function planGroup(
  row: ImportedGroup,
  known: KnownGroup | undefined,
  ofNumber: KnownGroup | undefined,
): RowPlan {
  const { line, name } = row
  const twoGroups = known !== undefined && ofNumber !== undefined && known.group.id !== ofNumber.group.id
  if (twoGroups || (ofNumber && isAnother(row, ofNumber)))
    return planned({ line, name, rowFault: 'numberOfAnother' }, 'refused')
  const one = ofNumber ?? known
  if (one === undefined) return planned({ line, name }, 'new')
  const fields = { line, name, knownId: one.group.id }
  // Which group left the roster asked to; an old list does not bring it back.
  if (one.group.status === 'withdrawn') return planned({ ...fields, rowFault: 'withdrawn' }, 'refused')
  const parts = groupPartsOf(row)
  const changes = changesBetween([
    [parts.group, one.group],
    [parts.contact, one.contact],
    [parts.insurance, one.group.insurance],
  ])
  return planned({ ...fields, changes }, changes.length === 0 ? 'unchanged' : 'changed')
}
