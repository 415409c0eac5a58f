import { signal } from '@preact/signals'

/** Loads a part of the page later, and again where the line broke meanwhile; null until it is there. */
export function later<T>(load: () => Promise<T>) {
  const part = signal<T | null>(null)
  let begun = false
  const attempt = async (): Promise<void> => {
    try {
      part.value = await load()
    } catch {
      setTimeout(() => void attempt(), 3000)
    }
  }
  return (): T | null => {
    if (!begun) {
      begun = true
      void attempt()
    }
    return part.value
  }
}
