import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type { Photo, PhotoKind } from '#shared/photos/photo.ts'
import { photoPhone } from '#shared/texts/photo-phone.ts'
import type { Kept } from '#web/core/kept-database.ts'
import { currentToken, type Refusal } from '#web/core/request.ts'
import { dropPutAside } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { kindOfKept } from '#web/photos/selectors.ts'
import { type PictureAddress, useKeptPicture, usePicture } from '#web/photos/use-picture.ts'
import { phoneProblemSentence } from '#web/texts/phone-problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'

function Picture({ address }: { address: PictureAddress }) {
  const { t } = usePhoneWords(photoPhone)
  const [broken, setBroken] = useState(false)
  if (address === null || broken) return <span class="photo-blank" />
  // On a phone whose team is home the picture is not shown any more; that it was sent, is.
  if (address === '') return <span class="photo-blank">{t('sent')}</span>
  return (
    <img
      class="photo-preview"
      src={address}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setBroken(true)}
    />
  )
}

export function KindMark({ kind }: { kind: PhotoKind }) {
  const { t } = usePhoneWords(photoPhone)
  return <span class={`photo-kind photo-kind-${kind}`}>{t(kind)}</span>
}

/** Where a photo comes from and when it was taken, in one line. */
export function usePhotoOrigin(): (photo: Photo) => string {
  const { plain } = usePhoneWords(photoPhone)
  return ({ takenFor, teamNumber, at, takenBy }) => {
    const from =
      teamNumber === null
        ? plain(takenFor === 'survey' ? 'forSurvey' : 'forNeed')
        : plain('ofTeam', { team: teamNumber })
    // Who stood at the desk says nothing to a phone.
    return [clockOf(at, timeZone), from, currentToken() === null ? takenBy : ''].filter((part) => part !== '').join(' ')
  }
}

/** A photo that the center has: a small preview, whole on a press. */
export function StoredTile({ photo, onOpen }: { photo: Photo; onOpen: () => void }) {
  const { plain, t } = usePhoneWords(photoPhone)
  const address = usePicture(`/photos/${photo.id}/preview`)
  const origin = usePhotoOrigin()(photo)
  const isMine = currentToken() !== null && photo.sentBy === store.all('attendance')[0]?.id
  return (
    <li class="photo-tile">
      <button
        type="button"
        class="photo-press"
        aria-label={plain('open', { what: `${plain(photo.kind)} ${origin}` })}
        onClick={onOpen}
      >
        <Picture address={address} />
      </button>
      <KindMark kind={photo.kind} />
      <span class="photo-words">{isMine ? t('sent') : origin}</span>
    </li>
  )
}

function LocalTile({ kept, children }: { kept: Kept; children: ComponentChildren }) {
  const address = useKeptPicture(kept.pictureId ?? '')
  return (
    <li class="photo-tile photo-tile-waiting">
      <Picture address={address} />
      <KindMark kind={kindOfKept(kept)} />
      {children}
    </li>
  )
}

/** A photo that still lies on this device. */
export function WaitingTile({ kept }: { kept: Kept }) {
  const { t } = usePhoneWords(photoPhone)
  return (
    <LocalTile kept={kept}>
      <span class="photo-words photo-waiting">{t('waiting')}</span>
    </LocalTile>
  )
}

/** A photo that the center refused: why, and the way to let it go. */
export function RefusedTile({ kept, problem }: { kept: Kept; problem: Refusal }) {
  const { t, language } = usePhoneWords(photoPhone)
  return (
    <LocalTile kept={kept}>
      <p class="field-error photo-refusal">{phoneProblemSentence(problem, language)}</p>
      <Button onPress={() => dropPutAside(kept.id)}>{t('drop')}</Button>
    </LocalTile>
  )
}
