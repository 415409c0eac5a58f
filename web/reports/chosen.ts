import { signal } from '@preact/signals'

/** What the return desk has in hand: a team, a person alone, or a heard report to correct. */
export type Chosen = { kind: 'team' | 'person' | 'report'; id: string }

export const chosen = signal<Chosen | null>(null)

/** Takes something in hand from anywhere on the page, and shows it where the return desk is on the same screen. */
export function choose(next: Chosen | null): void {
  chosen.value = next
  document.getElementById('return-panel')?.scrollIntoView({ block: 'nearest' })
}
