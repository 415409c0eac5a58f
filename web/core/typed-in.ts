/** What is typed into a form that the server wrote, by the names of its fields. */
export function typedIn(form: HTMLFormElement): Record<string, string[]> {
  const typed: Record<string, string[]> = {}
  for (const [name, value] of new FormData(form)) {
    const values = typed[name] ?? []
    if (typeof value === 'string') typed[name] = [...values, value]
  }
  return typed
}
