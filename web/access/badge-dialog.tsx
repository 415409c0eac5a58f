import { useState } from 'preact/hooks'
import { badgeText } from '#shared/access/badge.ts'
import { newSecret } from '#shared/core/ids.ts'
import { send } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { accessTexts } from '#web/texts/access.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { QrImage } from '#web/ui/qr-image.tsx'

/** Makes a badge on this page, which alone ever holds its secret; the sentence of a refusal, or the secret. */
export async function makeBadge(staffId: string): Promise<{ badge: string } | { refused: string }> {
  const badge = newSecret()
  const outcome = await send('access.issueBadge', { staffId, badge }, { secret: true })
  if (outcome.kind === 'done') return { badge }
  return { refused: outcome.kind === 'refused' ? problemSentence(outcome.problem, 'ja') : accessTexts.noLine }
}

interface BadgeOf {
  staffId: string
  name: string
  deskNames: string
}

/** The badge as it is printed: half a sheet, to be folded into a holder. */
function BadgeSheet({ name, deskNames, badge }: BadgeOf & { badge: string }) {
  const [center] = store.all('center')
  return (
    <section class="badge-sheet">
      <p class="badge-sheet-center">
        {center?.name} {accessTexts.badgeWhat}
      </p>
      <p class="badge-sheet-name">{name}</p>
      <p class="badge-sheet-desks">{deskNames}</p>
      <QrImage text={badgeText(badge)} label={accessTexts.badgeQr(name)} size="45mm" />
      <p class="badge-sheet-use">{accessTexts.badgeUse}</p>
    </section>
  )
}

function print(): void {
  const page = document.documentElement
  page.dataset.print = 'badge'
  window.addEventListener('afterprint', () => delete page.dataset.print, { once: true })
  window.print()
}

interface BadgeDialogProps extends BadgeOf {
  /** The badge of somebody who was added a moment ago; otherwise it is made here, once that is wanted. */
  made: string | null
  onClose: () => void
}

/** Shows a badge once, with the key that prints it. */
export function BadgeDialog({ made, onClose, ...person }: BadgeDialogProps) {
  const [badge, setBadge] = useState(made)
  const [refused, setRefused] = useState<string | null>(null)
  const make = async () => {
    const result = await makeBadge(person.staffId)
    if ('badge' in result) setBadge(result.badge)
    else setRefused(result.refused)
  }
  const act =
    badge === null ? (
      <Button variant="next" onPress={make}>
        {accessTexts.badgeIssue}
      </Button>
    ) : (
      <Button variant="next" onPress={print}>
        {accessTexts.print}
      </Button>
    )
  return (
    <Dialog open title={accessTexts.badgeTitle(person.name)} onClose={onClose} actions={act}>
      <p>{badge === null ? accessTexts.badgeConfirm : accessTexts.badgeOnce}</p>
      {badge === null ? null : <BadgeSheet {...person} badge={badge} />}
      <p role="status" class="field-error-text">
        {refused}
      </p>
    </Dialog>
  )
}
