import { signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { BadgeField } from '#web/access/badge-field.tsx'
import { keyStatus, lockWith, printSheet, readKeyStatus } from '#web/keeping/key-section.tsx'
import { keyTexts } from '#web/texts/keeping-key.ts'
import { Button } from '#web/ui/button.tsx'
import { deviceMemory } from '#web/ui/device-memory.ts'
import { Dialog } from '#web/ui/dialog.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

type Answer = 'later' | 'printed' | 'answered'

/** What the lead said of the key at this browser; null before anything was asked. */
const answer = signal(deviceMemory.read('key-offer'))

function note(said: Answer): void {
  deviceMemory.write('key-offer', said)
  answer.value = said
}

function PrintButton({ onSaid }: { onSaid: (said: string) => void }) {
  return (
    <Button variant="next" onPress={async () => onSaid(await printSheet(() => note('printed')))}>
      {keyTexts.print}
    </Button>
  )
}

/** The sheet without which nothing helps when this computer is gone. */
function SheetOffer() {
  const [said, setSaid] = useState('')
  const later = () => note('later')
  return (
    <Dialog
      open
      title={keyTexts.offerTitle}
      onClose={later}
      closeLabel={keyTexts.later}
      actions={<PrintButton onSaid={setSaid} />}
    >
      <p>{keyTexts.offerWords}</p>
      <p role="status">{said}</p>
    </Dialog>
  )
}

/** Once the sheet is there: the key stays on this computer, which is the rule, or a start asks for the lead's badge. */
function PlaceOffer() {
  const [said, setSaid] = useState('')
  const leave = () => note('answered')
  const lock = async (badge: string) => {
    const wrong = await lockWith(badge)
    setSaid(wrong)
    if (wrong === '' && keyStatus.value?.state === 'locked') leave()
  }
  return (
    <Dialog
      open
      title={keyTexts.placeTitle}
      onClose={leave}
      actions={
        <Button variant="next" onPress={leave}>
          {keyTexts.placeHere}
        </Button>
      }
    >
      <p>{keyTexts.placeWords}</p>
      <h3>{keyTexts.lockTitle}</h3>
      <p>{keyTexts.lockWords}</p>
      <p>{keyTexts.placeNoBadge}</p>
      <BadgeField label={keyTexts.badgeLabel} autoFocus={false} onBadge={(badge) => void lock(badge)} />
      <p role="status">{said}</p>
    </Dialog>
  )
}

/** Put off is not done: this stays in sight until the sheet is printed. */
function SheetBanner() {
  const [said, setSaid] = useState('')
  return (
    <NoticeBanner tone="warning" title={keyTexts.owedTitle} action={<PrintButton onSaid={setSaid} />}>
      {said || keyTexts.owedWords}
    </NoticeBanner>
  )
}

/** The last step of a live center's set-up, on its own computer; a drill has no key, and nothing is asked there. */
export function KeyOffer() {
  useEffect(() => void readKeyStatus(), [])
  const now = keyStatus.value
  if (now === null) return null
  if (now.sheetPrintedAt === null) return answer.value === null ? <SheetOffer /> : <SheetBanner />
  return answer.value === 'printed' && now.state === 'open' ? <PlaceOffer /> : null
}
