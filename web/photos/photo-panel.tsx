import './photos.css'
import { useState } from 'preact/hooks'
import type { Photo, PhotoKind } from '#shared/photos/photo.ts'
import { photoPhone } from '#shared/texts/photo-phone.ts'
import { currentToken } from '#web/core/request.ts'
import { type Outcome, putAside, send, sendWithPicture, survivesReload, unsent } from '#web/core/send.ts'
import { AddPhotos } from '#web/photos/add-photos.tsx'
import { RefusedTile, StoredTile, WaitingTile } from '#web/photos/photo-tiles.tsx'
import { PhotoViewer } from '#web/photos/photo-viewer.tsx'
import { newPicture } from '#web/photos/picture-panel.tsx'
import { bringsPhotoOf, type PhotoSubject } from '#web/photos/selectors.ts'
import { phoneProblemSentence } from '#web/texts/phone-problem-sentence.ts'
import { usePhoneWords } from '#web/ui/phone-words.tsx'
import { type Undoable, UndoBar } from '#web/ui/undo-bar.tsx'

export interface PhotoPanelProps {
  photos: readonly Photo[]
  subject: PhotoSubject
  /** Whether this page may add photos here. */
  mayAdd: boolean
  /** Whether this page may remove a photo and say anew what it shows. */
  mayChange: (photo: Photo) => boolean
}

/** One after the other: a phone that decodes ten pictures at once runs out of memory. */
async function addAll(files: readonly Blob[], kind: PhotoKind, subject: PhotoSubject): Promise<void> {
  for (const file of files) {
    const picture = await newPicture(file)
    const photoId = picture.id
    if (subject.type === 'needs.addPhoto')
      await sendWithPicture(subject.type, { photoId, kind, ...subject.input }, picture)
    else await sendWithPicture(subject.type, { photoId, kind, ...subject.input }, picture)
  }
}

/** Removing a photo, which can be taken back for a while, and saying anew what it shows. */
function useChanges() {
  const { plain, language } = usePhoneWords(photoPhone)
  const [undoable, setUndoable] = useState<Undoable | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const told = (outcome: Outcome) =>
    setRefusal(outcome.kind === 'refused' ? phoneProblemSentence(outcome.problem, language) : null)
  const remove = async ({ id }: Photo) => {
    told(await send('photos.removePhoto', { photoId: id }))
    setUndoable({ id, message: plain('removed') })
  }
  // The three kinds stay in sight with the photo: another press takes a wrong one back.
  const changeKind = async ({ id }: Photo, kind: PhotoKind) =>
    told(await send('photos.changeKind', { photoId: id, kind }))
  const undo = async (photoId: string) => {
    setUndoable(null)
    told(await send('photos.restorePhoto', { photoId }))
  }
  return { refusal, undoable, forget: () => setUndoable(null), remove, changeKind, undo }
}

/** Photos of a home: small in a row, whole on a press, each with what became of it. The same on phones and desks. */
export function PhotoPanel({ photos, subject, mayAdd, mayChange }: PhotoPanelProps) {
  const { t, plain } = usePhoneWords(photoPhone)
  const [openId, setOpenId] = useState<string | null>(null)
  // The center may tell of a photo before its answer has come: it is shown once.
  const arrived = new Set<string | undefined>(photos.map(({ id }) => id))
  const waiting = unsent.value.filter((kept) => bringsPhotoOf(kept, subject) && !arrived.has(kept.pictureId))
  const refused = putAside.value.filter(({ kept }) => bringsPhotoOf(kept, subject))
  const add = (files: readonly Blob[], kind: PhotoKind) => addAll(files, kind, subject)
  const { refusal, undoable, forget, remove, changeKind, undo } = useChanges()
  const removeOpen = (photo: Photo) => {
    setOpenId(null)
    return remove(photo)
  }
  const open = photos.find(({ id }) => id === openId)
  return (
    <section class="photos" aria-label={plain('title')}>
      {mayAdd ? <AddPhotos hint={subject.type === 'reports.addPhoto' && currentToken() !== null} onAdd={add} /> : null}
      {refusal ? (
        <p class="field-error" role="alert">
          {refusal}
        </p>
      ) : null}
      {waiting.length > 0 && survivesReload.value === false ? <p class="photo-waiting">{t('notKept')}</p> : null}
      {photos.length + waiting.length + refused.length === 0 ? (
        <p class="quiet">{t('none')}</p>
      ) : (
        <ul class="photo-tiles">
          {photos.map((photo) => (
            <StoredTile key={photo.id} photo={photo} onOpen={() => setOpenId(photo.id)} />
          ))}
          {waiting.map((kept) => (
            <WaitingTile key={kept.id} kept={kept} />
          ))}
          {refused.map(({ kept, problem }) => (
            <RefusedTile key={kept.id} kept={kept} problem={problem} />
          ))}
        </ul>
      )}
      {open ? (
        <PhotoViewer
          photos={photos}
          openId={open.id}
          onShow={setOpenId}
          onRemove={mayChange(open) ? removeOpen : undefined}
          onKind={mayChange(open) ? changeKind : undefined}
        />
      ) : null}
      <UndoBar undoable={undoable} onUndo={undo} onGone={forget} />
    </section>
  )
}
