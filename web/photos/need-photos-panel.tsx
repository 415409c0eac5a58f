import { useEffect, useState } from 'preact/hooks'
import type { Photo } from '#shared/photos/photo.ts'
import { ask } from '#web/core/ask.ts'
import { may } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { PhotoPanel } from '#web/photos/photo-panel.tsx'
import { shownPhotos } from '#web/photos/selectors.ts'

/** Photos that this device was not told of: those of a need are asked for when somebody looks at it. */
function useOlderPhotos(needId: string): readonly Photo[] {
  const [older, setOlder] = useState<readonly Photo[]>([])
  useEffect(() => {
    let gone = false
    void ask('photos.photosOfNeed', { needId }).then((reply) => {
      if (!gone && reply.kind === 'done') setOlder(reply.body.photos)
    })
    return () => {
      gone = true
    }
  }, [needId])
  return older
}

/** All photos of a need, at a desk that works with homes. */
export function NeedPhotos({ needId, siteSurveyId = null }: { needId: string; siteSurveyId?: string | null }) {
  const older = useOlderPhotos(needId)
  const held = store.all('photo')
  const known = new Set(held.map(({ id }) => id))
  const all = [...older.filter(({ id }) => !known.has(id)), ...held]
  return (
    <PhotoPanel
      photos={shownPhotos(all, (photo) => photo.needId === needId)}
      subject={{ type: 'needs.addPhoto', input: { needId, siteSurveyId } }}
      mayAdd={may('needs.manage') || may('survey.manage')}
      mayChange={() => true}
    />
  )
}
