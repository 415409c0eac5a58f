import { useState } from 'preact/hooks'
import type { ErasureNotice } from '#shared/privacy/retention.ts'
import { may } from '#web/core/session.ts'
import { NoticeWords } from '#web/privacy/erasure-notice-panel.tsx'
import { useSaid } from '#web/privacy/use-said.ts'
import { privacyTexts } from '#web/texts/privacy.ts'
import { Button } from '#web/ui/button.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'

const words = privacyTexts.notice

/** What is about to go by itself, and how two leads keep it longer. */
export function PostponeSection({ notice }: { notice: ErasureNotice }) {
  const [to, setTo] = useState('')
  const [because, setBecause] = useState('')
  const { act, said } = useSaid()
  const [missing, setMissing] = useState(false)
  const postpone = async () => {
    const isMissing = to === '' || because.trim() === ''
    setMissing(isMissing)
    if (!isMissing) await act('privacy.postponeErasure', { noticeId: notice.id, to, because })
  }
  return (
    <section class="form-part">
      <NoticeWords notice={notice} withLink={false} />
      {may('center.lead') ? (
        <>
          <DateField label={words.to} calendar value={to} onInput={setTo} min={notice.eraseOn} />
          <TextField
            label={words.because}
            hint={words.becauseHint}
            maxLength={200}
            value={because}
            onInput={setBecause}
          />
          <Button onPress={postpone}>{words.postpone}</Button>
        </>
      ) : null}
      <p role="status">{missing ? words.missing : said}</p>
    </section>
  )
}
