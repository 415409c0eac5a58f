function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isSameSort(kept: unknown, expected: unknown): boolean {
  if (expected === null || expected === undefined) return true
  return typeof kept === typeof expected && Array.isArray(kept) === Array.isArray(expected)
}

/**
 * The kept draft laid over the initial value. A form may have gained or changed a field since the draft was kept, so
 * only entries that the form knows, of the sort that it expects, are taken over.
 */
export function mergeDraft<T extends object>(kept: string | null, initial: T): T {
  const value = kept === null ? null : parsed(kept)
  const merged = { ...initial }
  if (typeof value !== 'object' || value === null) return merged
  for (const [key, entry] of Object.entries(value)) {
    if (Object.hasOwn(initial, key) && isSameSort(entry, Reflect.get(initial, key))) Reflect.set(merged, key, entry)
  }
  return merged
}
