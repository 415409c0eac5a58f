import type { Inject, InjectTo } from '#shared/practice/inject.ts'

type Waiting = Pick<Inject, 'dueAt'>

/** Injects as the controller works through them: those with a time first, in its order, then those that wait for something. */
export function inOrder<I extends Waiting>(injects: readonly I[]): I[] {
  const key = ({ dueAt }: Waiting) => dueAt ?? '9'
  return injects.toSorted((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0))
}

/** Whether an inject is for whoever staffs these works; what is for a team or for the controller comes to the lead. */
export function isFor(recipient: InjectTo, works: readonly string[], isLead: boolean): boolean {
  // A coach's word has a place of its own on the screen, and asks for no written answer.
  if (recipient.kind === 'coach') return false
  if (recipient.kind === 'desk') return works.includes(recipient.deskName) || works.includes('frontDesk')
  return recipient.kind !== 'phone' && isLead
}
