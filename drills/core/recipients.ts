import type { ScenarioInject } from '#drills/core/scenario.ts'
import type { InjectTo } from '#shared/practice/inject.ts'

/** To whom an inject is given: as the file writes it, as records have it, and back. */
export function recipientOf(to: ScenarioInject['to']): InjectTo {
  if (to === 'team') return { kind: 'team' }
  if (to === 'controller') return { kind: 'controller' }
  if ('coach' in to) return { kind: 'coach', deskName: to.coach }
  return 'desk' in to ? { kind: 'desk', deskName: to.desk } : { kind: 'phone', role: to.phone }
}

export function inFile(recipient: InjectTo): ScenarioInject['to'] {
  if (recipient.kind === 'desk') return { desk: recipient.deskName }
  if (recipient.kind === 'coach') return { coach: recipient.deskName }
  return recipient.kind === 'phone' ? { phone: recipient.role } : recipient.kind
}
