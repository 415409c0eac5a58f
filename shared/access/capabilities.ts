/** What a desk may do. Desks are data of the profile; a person holds the capabilities of all their desks. */
export const capabilities = [
  'center.lead',
  'affairs.manage',
  'reception.manage',
  'roster.manage',
  'care.read',
  'needs.manage',
  'survey.manage',
  'contacts.read',
  'dispatch.manage',
  'equipment.manage',
  'return.manage',
] as const

export type Capability = (typeof capabilities)[number]

/**
 * Relations of a sender to the rows a command names; checked inside the transaction.
 * 'self' is the volunteer whose attendance it is, 'member' and 'leader' belong to the team.
 */
const relations = ['self', 'member', 'leader'] as const
export type Relation = (typeof relations)[number]

/** 'staff' is anyone signed in; 'setUp' is this laptop (or the terminal's code) before the center exists. */
export type Permission = Capability | Relation | 'public' | 'staff' | 'setUp' | 'system'

export function isCapability(permission: Permission): permission is Capability {
  return capabilities.some((capability) => capability === permission)
}

export function isRelation(permission: Permission): permission is Relation {
  return relations.some((relation) => relation === permission)
}
