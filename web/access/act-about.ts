import { store } from '#web/core/store.ts'

/** The records that an act for two names, by the field or the kind that says which. */
function nameOf(kind: unknown, id: string): string | undefined {
  if (kind === 'person') return store.get('person', id)?.name
  if (kind === 'household') return store.get('household', id)?.name
  if (kind === 'group') return store.get('registeredGroup', id)?.name
  return undefined
}

const lineIn = (input: unknown, field: string) => {
  const value: unknown = typeof input === 'object' && input !== null ? Reflect.get(input, field) : undefined
  return typeof value === 'string' ? value : ''
}

/** Whom an act concerns, as far as this desk knows them: whoever consents must know to what; '' where it is nobody. */
export function actAbout(input: unknown): string {
  const staff = store.get('staff', lineIn(input, 'staffId'))?.name
  return staff ?? nameOf(lineIn(input, 'kind'), lineIn(input, 'id')) ?? ''
}
