import { useRef, useState } from 'preact/hooks'
import type { ListPicture } from '#shared/groups/list-picture.ts'
import { sendWithPicture, unsent } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { newPicture } from '#web/photos/picture-panel.tsx'
import { listPictureWords as words } from '#web/texts/groups.ts'
import { Button } from '#web/ui/button.tsx'
import { PictureField } from '#web/ui/picture-field.tsx'
import { act } from './acts.ts'

/** The sheets of a group's list that are still kept as pictures, in the order in which they were taken. */
export function picturesOf(groupVisitId: string): ListPicture[] {
  const kept = store.all('listPicture').filter((one) => one.groupVisitId === groupVisitId && one.erasedAt === null)
  return kept.sort((one, other) => (one.at < other.at ? -1 : 1))
}

/** Takes the list with the camera, or chooses pictures that were taken before. */
function Take({ groupVisitId }: { groupVisitId: string }) {
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const take = async (files: readonly File[]) => {
    setBusy(true)
    for (const file of files) {
      const picture = await newPicture(file)
      await sendWithPicture('groups.addListPicture', { groupVisitId, photoId: picture.id }, picture)
    }
    setBusy(false)
  }
  const waiting = unsent.value.filter(({ type }) => type === 'groups.addListPicture').length
  return (
    <>
      <PictureField field={input} onPictures={take} />
      <Button onPress={() => input.current?.click()}>{words.take}</Button>
      <span class="quiet" role="status">
        {busy || waiting > 0 ? words.waiting : words.kept}
      </span>
    </>
  )
}

/** Erasing is for good, and so asked for twice. */
function Erase({ photoId }: { photoId: string }) {
  const [asked, setAsked] = useState(false)
  if (!asked) return <Button onPress={() => setAsked(true)}>{words.erase}</Button>
  return (
    <span class="actions">
      <Button variant="danger" onPress={() => act('groups.eraseListPicture', { photoId })}>
        {words.eraseNow}
      </Button>
      <Button onPress={() => setAsked(false)}>{words.keep}</Button>
    </span>
  )
}

function Sheet({ picture, place, count }: { picture: ListPicture; place: number; count: number }) {
  const [large, setLarge] = useState(false)
  const { id, width, height } = picture
  const name = words.sheet(place, count)
  return (
    <figure class="group-sheet">
      <div class={large ? 'group-sheet-frame group-sheet-large' : 'group-sheet-frame'}>
        <img src={`/group-lists/${id}`} alt={name} width={width} height={height} />
      </div>
      <figcaption class="group-settle-line">
        <span>{name}</span>
        <Button pressed={large} onPress={() => setLarge(!large)}>
          {words.larger}
        </Button>
        <Erase photoId={id} />
      </figcaption>
    </figure>
  )
}

/** A group's paper list as pictures, beside the field into which its names are keyed. */
export function ListPictures({ groupVisitId }: { groupVisitId: string }) {
  const pictures = picturesOf(groupVisitId)
  return (
    <section class="stack group-sheets" aria-label={words.title}>
      <div class="group-settle-line">
        <Take groupVisitId={groupVisitId} />
      </div>
      {pictures.map((picture, index) => (
        <Sheet key={picture.id} picture={picture} place={index + 1} count={pictures.length} />
      ))}
    </section>
  )
}
