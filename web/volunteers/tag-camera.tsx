import { useEffect, useRef, useState } from 'preact/hooks'
import { openQrReader } from '#web/core/qr-reader.ts'
import { receptionWords } from '#web/texts/reception.ts'

const lookEveryMs = 250

/** Looks through the desk's camera for name tags until it is closed. */
async function watch(video: HTMLVideoElement, stop: AbortSignal, onRead: (text: string) => void): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  stop.addEventListener('abort', () => {
    for (const track of stream.getTracks()) track.stop()
  })
  video.srcObject = stream
  await video.play()
  const reader = await openQrReader()
  while (!stop.aborted) {
    const [code] = await reader.detect(video).catch(() => [])
    if (code && !stop.aborted) onRead(code.rawValue)
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
  }
}

/** The desk's camera, reading name tags. Browsers give a camera only to pages of this machine itself. */
export function TagCamera({ onRead }: { onRead: (text: string) => void }) {
  const video = useRef<HTMLVideoElement>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const stop = new AbortController()
    if (video.current) watch(video.current, stop.signal, onRead).catch(() => setFailed(true))
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
