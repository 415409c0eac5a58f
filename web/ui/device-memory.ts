/**
 * What one device remembers for itself. A browser in private mode may refuse its storage at any moment; forgetting
 * is then the only right answer, since no act of the center depends on what is kept here.
 */
function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act()
  } catch {
    return otherwise
  }
}

export interface Memory {
  read: (key: string) => string | null
  write: (key: string, value: string) => void
  forget: (key: string) => void
}

function memoryIn(storage: () => Storage): Memory {
  return {
    read: (key) => attempt(() => storage().getItem(`sasae.${key}`), null),
    write: (key, value) => attempt(() => storage().setItem(`sasae.${key}`, value), undefined),
    forget: (key) => attempt(() => storage().removeItem(`sasae.${key}`), undefined),
  }
}

/** Lasts as long as the browser does: letter size, dark ground, which help card was closed. */
export const deviceMemory = memoryIn(() => localStorage)

/** Lasts as long as the tab does, reloads included: what is being typed. */
export const tabMemory = memoryIn(() => sessionStorage)
