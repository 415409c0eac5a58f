import { signal } from '@preact/signals'
import type { Panel } from '#shared/center/profile.ts'
import { deskTitle } from '#shared/texts/desk-names.ts'
import { centerDesks } from '#web/center/desks.ts'
import { partNames, shellTexts as words } from '#web/texts/shell.ts'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

/** A panel that a link or a scanned label leads to, and that none of this person's desks has. */
export const elsewhere = signal<Panel | null>(null)

/** Says whose desk has it, where otherwise nothing would come of a scan. */
export function ElsewhereBanner() {
  const panel = elsewhere.value
  if (panel === null) return null
  const desks = centerDesks().filter(({ panels }) => panels.includes(panel))
  return (
    <NoticeBanner
      tone="information"
      live
      title={words.elsewhere(partNames[panel] ?? panel, desks.map(deskTitle).join('・'))}
      onClose={() => (elsewhere.value = null)}
    />
  )
}
