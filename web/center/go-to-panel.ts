import { signal } from '@preact/signals'
import type { Panel } from '#shared/center/profile.ts'
import { centerDesks } from '#web/center/desks.ts'
import { seatedStaff } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'

/** A panel that something on the screen leads to; the shell goes there, and forgets the wish. */
export const wantedPanel = signal<Panel | null>(null)

/** What the panel should show there, in the panel's own words; the panel takes it and forgets it. */
export const wantedThere = signal<{ panel: Panel; about: string } | null>(null)

/** Whether one of this person's desks has the panel. */
export function mayGoTo(panel: Panel): boolean {
  const mine = store.get('staff', seatedStaff.value?.staffId)?.deskNames ?? []
  return centerDesks().some(({ name, panels }) => mine.includes(name) && panels.includes(panel))
}

/** A record that somebody takes for the double of another; 重複さがし opens with it. */
export interface Suspect {
  kind: 'person' | 'household' | 'need'
  id: string
  /** As desks call it. */
  label: string
}

export const suspect = signal<Suspect | null>(null)

/** Goes to look for the other one of the two. */
export function suspectDouble(of: Suspect): void {
  suspect.value = of
  goTo('doubles')
}

export function goTo(panel: Panel, about?: string): void {
  if (about !== undefined) wantedThere.value = { panel, about }
  wantedPanel.value = panel
}

/** Somebody whose whole record is asked for, to print it or to erase it. */
export interface RecordOwner {
  kind: 'person' | 'household' | 'group'
  id: string
  /** As desks call them. */
  label: string
}

/** Who is to be erased; 個人情報 opens with them. */
export const toErase = signal<RecordOwner | null>(null)

export function goToErase(of: RecordOwner): void {
  toErase.value = of
  goTo('privacy')
}
