import { useEffect, useRef, useState } from 'preact/hooks'
import { linkState } from '#web/core/link.ts'
import { countDeskActs, type Moved, moveDeskTo } from '#web/core/moving-desk.ts'
import { codeInPicture } from '#web/core/qr-reader.ts'
import { unsent } from '#web/core/send.ts'
import { originIn } from '#web/core/two-windows.ts'
import { codeWords } from '#web/texts/codes.ts'
import { movingDeskTexts as texts } from '#web/texts/moving-desk.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { PictureField } from '#web/ui/picture-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'

interface AddressProps {
  typed: string
  error: string | null
  onType: (typed: string) => void
  onError: (error: string) => void
  onEnter: () => void
}

/** The address of the new poster: typed, read by a scanner, or by the device's own camera, which plain http allows. */
function NewAddress({ typed, error, onType, onError, onEnter }: AddressProps) {
  const choose = useRef<HTMLInputElement>(null)
  const read = async (file: Blob | undefined) => {
    try {
      const text = file && (await codeInPicture(file))
      if (text) onType(text)
      else onError(texts.photoNone)
    } catch {
      onError(codeWords.noReader)
    }
  }
  return (
    <>
      <TextField
        id="newAddress"
        label={texts.address}
        hint={texts.addressHint}
        inputMode="url"
        value={typed}
        onInput={onType}
        error={error}
        autoFocus
        onEnter={onEnter}
      />
      <p>
        <Button onPress={() => choose.current?.click()}>{texts.photo}</Button>
        <PictureField field={choose} onPictures={([file]) => read(file)} camera />
      </p>
    </>
  )
}

function outcomeWords(outcome: Moved | 'moving' | null): string | null {
  return outcome === null ? null : texts[outcome]
}

/** How many acts lie here. Only numbers: this is said on a desk that is covered, too. */
function useCounts() {
  const [counts, setCounts] = useState({ unsent: 0, copies: 0 })
  useEffect(() => {
    void countDeskActs().then(setCounts)
  }, [unsent.value])
  return counts
}

function MoveDialog({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<Moved | 'moving' | null>(null)
  const counts = useCounts()
  const attempts = useRef(0)
  // Not awaited by the button: an address that leads nowhere is put right and pressed again.
  const move = async () => {
    const origin = originIn(typed)
    if (origin === null) return setError(texts.unfit)
    const attempt = ++attempts.current
    setOutcome('moving')
    const came = await moveDeskTo(origin)
    if (attempt === attempts.current || came === 'moved') setOutcome(came)
  }
  const type = (text: string) => {
    setTyped(text)
    setError(null)
  }
  return (
    <Dialog
      open
      title={texts.title}
      onClose={onClose}
      actions={
        outcome === 'moved' ? null : (
          <Button variant="next" onPress={() => void move()}>
            {texts.move}
          </Button>
        )
      }
    >
      <p>{texts.how}</p>
      <p>{texts.counts(counts.unsent, counts.copies)}</p>
      <NewAddress typed={typed} error={error} onType={type} onError={setError} onEnter={() => void move()} />
      <p class="quiet">{texts.keepOpen}</p>
      <p role="status">
        <strong>{outcomeWords(outcome)}</strong>
      </p>
    </Dialog>
  )
}

/** Over a desk that nobody can open without a line: that this is so, and the way on where the center has moved. */
export function CoverWithoutLine() {
  if (linkState.value !== 'offline') return null
  return (
    <NoticeBanner tone="warning" action={<MoveDesk />}>
      {texts.noLine}
    </NoticeBanner>
  )
}

/** Where the center may have gone on at another address: the way to take along what lies on this desk. */
export function MoveDesk() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>{texts.button}</Button>
      {open ? <MoveDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}
