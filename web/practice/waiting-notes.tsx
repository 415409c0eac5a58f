import type { ComponentChildren } from 'preact'
import { joinPhone } from '#shared/texts/join-phone.ts'
import { textIn } from '#web/core/form-acts.ts'
import type { Kept } from '#web/core/kept-database.ts'
import { dropPutAside, putAside, unsent } from '#web/core/send.ts'
import { KeptPicture } from '#web/photos/picture-panel.tsx'
import { drillProblemSentence } from '#web/texts/drill-problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'

const isNote = ({ type }: Kept) => type === 'practice.observe'

function Note({ kept, children }: { kept: Kept; children: ComponentChildren }) {
  const { plain } = usePhoneWords(joinPhone)
  return (
    <li class="join-watch">
      <span>{textIn(kept.input, 'text')}</span>
      {kept.pictureId === undefined ? null : <KeptPicture id={kept.pictureId} alt={plain('photo')} />}
      {children}
    </li>
  )
}

/**
 * Notes that lie on this phone still, each with its picture: they go by themselves once there is a line. One that was
 * refused stays with its reason until its author has read it, so that its words can be written down anew.
 */
export function WaitingNotes() {
  const { t, plain, language } = usePhoneWords(joinPhone)
  const waiting = unsent.value.filter(isNote)
  const refused = putAside.value.filter(({ kept }) => isNote(kept))
  if (waiting.length + refused.length === 0) return null
  return (
    <section class="form-part" aria-label={plain('waitingNotes')}>
      <h2>{t('waitingNotes')}</h2>
      <ul class="join-list">
        {waiting.map((kept) => (
          <Note key={kept.id} kept={kept}>
            <span class="join-small kept-here">{t('noteWaits')}</span>
          </Note>
        ))}
        {refused.map(({ kept, problem }) => (
          <Note key={kept.id} kept={kept}>
            <span class="field-error">{drillProblemSentence(problem, language)}</span>
            <Button onPress={() => dropPutAside(kept.id)}>{t('drop')}</Button>
          </Note>
        ))}
      </ul>
    </section>
  )
}
