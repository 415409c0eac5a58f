import { joinPhone } from '#shared/texts/join-phone.ts'
import { textIn } from '#web/core/form-acts.ts'
import { unsent } from '#web/core/send.ts'
import { KeptPicture } from '#web/photos/picture-panel.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'

/** Notes that lie on this phone still, each with its picture: they go by themselves once there is a line. */
export function WaitingNotes() {
  const { t, plain } = usePhoneWords(joinPhone)
  const waiting = unsent.value.filter(({ type }) => type === 'practice.observe')
  if (waiting.length === 0) return null
  return (
    <section class="form-part" aria-label={plain('waitingNotes')}>
      <h2>{t('waitingNotes')}</h2>
      <ul class="join-list">
        {waiting.map(({ id, input, pictureId }) => (
          <li key={id} class="join-watch">
            <span>{textIn(input, 'text')}</span>
            {pictureId === undefined ? null : <KeptPicture id={pictureId} alt={plain('photo')} />}
            <span class="join-small kept-here">{t('noteWaits')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
