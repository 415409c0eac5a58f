import { useState } from 'preact/hooks'
import { newSecret } from '#shared/core/ids.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { phoneAddress } from '#web/center/addresses.ts'
import { cardWords as words } from '#web/texts/reception.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { QrImage } from '#web/ui/qr-image.tsx'
import { act } from './desk-acts.ts'

/** A new personal page for somebody who lost theirs: the token is made here and shown once, as a QR for their phone. */
export function NewLink({ attendance, onClose }: { attendance: Attendance; onClose: () => void }) {
  const [link, setLink] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const issue = async () => {
    const linkToken = newSecret()
    const address = await phoneAddress()
    if (address === null) {
      setFailed(true)
      return
    }
    const outcome = await act('volunteers.reissueLink', { attendanceId: attendance.id, linkToken })
    if (outcome.kind === 'done') setLink(`${address}/me#${linkToken}`)
  }
  return (
    <Dialog open title={`${words.linkTitle} ${words.number(attendance.number)}`} onClose={onClose}>
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
