import { useState } from 'preact/hooks'
import type { RegistrationKind } from '#shared/core/check-digit.ts'
import { newSecret } from '#shared/core/ids.ts'
import { phoneAddress } from '#web/center/addresses.ts'
import { rosterWords as words } from '#web/texts/roster.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { QrImage } from '#web/ui/qr-image.tsx'
import { act } from './roster-acts.ts'

interface LinkProps {
  kind: RegistrationKind
  id: string
  code: string
  onClose: () => void
}

/** A new link to the own registration of a person or a group: the token is made here and shown once, as a QR for their phone. */
export function RegistrationLink({ kind, id, code, onClose }: LinkProps) {
  const [link, setLink] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const issue = async () => {
    const linkToken = newSecret()
    const address = await phoneAddress()
    setFailed(address === null)
    if (address === null) return
    const outcome = await act('roster.reissueLink', { kind, id, linkToken })
    if (outcome.kind === 'done') setLink(`${address}/registration#${linkToken}`)
  }
  return (
    <Dialog open title={words.linkTitle(code)} onClose={onClose}>
      {link === null ? (
        <>
          <p>{words.linkWarning}</p>
          {failed && <p role="alert">{words.noAddress}</p>}
          <Button variant="next" onPress={issue}>
            {words.link}
          </Button>
        </>
      ) : (
        <>
          <p>{words.linkText}</p>
          <QrImage text={link} label={words.linkLabel} size="60mm" />
        </>
      )}
    </Dialog>
  )
}
