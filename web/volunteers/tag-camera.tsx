import { useEffect, useRef, useState } from 'preact/hooks'
import { watchForCodes } from '#web/core/qr-reader.ts'
import { receptionWords } from '#web/texts/reception.ts'

/** The desk's camera, reading name tags. Browsers give a camera only to pages of this machine itself. */
export function TagCamera({ onRead }: { onRead: (text: string) => void }) {
  const video = useRef<HTMLVideoElement>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const stop = new AbortController()
    if (video.current) watchForCodes(video.current, stop.signal, onRead).catch(() => setFailed(true))
    return () => stop.abort()
  }, [])
  return (
    <section class="reception-camera">
      <h3>{receptionWords.cameraTitle}</h3>
      {failed ? (
        <p role="alert">{receptionWords.cameraFailed}</p>
      ) : (
        <video ref={video} muted playsInline aria-label={receptionWords.cameraPicture} />
      )}
    </section>
  )
}
