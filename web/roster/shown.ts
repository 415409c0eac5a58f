import { signal } from '@preact/signals'
import type { RegistrationKind } from '#shared/core/check-digit.ts'

/** What stands beside the list. */
export type Shown =
  | { kind: 'nothing' }
  | { kind: 'person'; id: string }
  | { kind: 'group'; id: string }
  | { kind: 'newPerson' }
  | { kind: 'newGroup' }
  | { kind: 'changePerson'; id: string }
  | { kind: 'changeGroup'; id: string }
  | { kind: 'import' }

export const shown = signal<Shown>({ kind: 'nothing' })

export function show(next: Shown): void {
  shown.value = next
}

/** Which of the two lists is in sight. */
export const listed = signal<RegistrationKind>('person')

export type Among = 'standing' | 'active' | 'due' | 'withdrawn' | 'everyone'

/** How the people's list is narrowed. */
export const filters = signal({ words: '', among: 'standing' as Among, skill: '', area: '', slot: '', vehicle: '' })
