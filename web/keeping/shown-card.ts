import { signal } from '@preact/signals'
import type { TroubleCardName } from '#shared/texts/trouble-cards.ts'

/** The card that is open, 'all' for the list; null where nobody has asked. */
export const shownCard = signal<TroubleCardName | 'all' | null>(null)

export function showCard(name: TroubleCardName | 'all'): void {
  shownCard.value = name
}
