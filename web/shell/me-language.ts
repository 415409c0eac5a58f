import { signal } from '@preact/signals'
import { isLanguage, type Language } from '#shared/core/language.ts'
import { store } from '#web/core/store.ts'
import { deviceMemory } from '#web/ui/device-memory.ts'

const kept = deviceMemory.read('language')
const chosen = signal<Language | null>(isLanguage(kept) ? kept : null)

/** The language that was chosen on this phone, else that of the check-in. */
export function myLanguage(): Language {
  return chosen.value ?? store.all('attendance')[0]?.language ?? 'ja'
}

export function chooseLanguage(language: Language): void {
  chosen.value = language
  deviceMemory.write('language', language)
}
