import { useEffect, useRef, useState } from 'preact/hooks'
import { codeInPicture, watchForCodes } from '#web/core/qr-reader.ts'
import { codeWords as words } from '#web/texts/codes.ts'
import { Button } from '#web/ui/button.tsx'
import { PictureField } from '#web/ui/picture-field.tsx'

interface CodeCameraProps {
  /** What is said where the page may not use the camera. */
  failedWords: string
  onRead: (text: string) => void
}

/** What this device's camera sees, looked through for codes until it is taken away. */
export function CodeCamera({ failedWords, onRead }: CodeCameraProps) {
  const video = useRef<HTMLVideoElement>(null)
  const [failed, setFailed] = useState(false)
  // The camera goes on over many drawings of the page, and what it reads is for the last of them.
  const reading = useRef(onRead)
  reading.current = onRead
  useEffect(() => {
    const stop = new AbortController()
    const read = (text: string) => reading.current(text)
    if (video.current) watchForCodes(video.current, stop.signal, read).catch(() => setFailed(true))
    return () => stop.abort()
  }, [])
  if (failed) return <p role="alert">{failedWords}</p>
  return <video class="code-camera" ref={video} muted playsInline aria-label={words.picture} />
}

interface CodeReadersProps {
  /** Hears every code; true puts the camera away. */
  onCode: (text: string) => boolean
  /** A picture was taken, and there is no code in it. */
  onNone: () => void
}

/** Two ways to read a code that is held before this device: its camera where the page may use it, a picture elsewhere. */
export function CodeReaders({ onCode, onNone }: CodeReadersProps) {
  const [looking, setLooking] = useState(false)
  const [noReader, setNoReader] = useState(false)
  const choose = useRef<HTMLInputElement>(null)
  const read = (text: string) => {
    if (onCode(text)) setLooking(false)
  }
  const picture = async ([file]: readonly File[]) => {
    setNoReader(false)
    try {
      const text = file ? await codeInPicture(file) : null
      if (text === null) onNone()
      else read(text)
    } catch {
      setNoReader(true)
    }
  }
  return (
    <>
      <span class="code-readers">
        {window.isSecureContext && 'mediaDevices' in navigator ? (
          <Button onPress={() => setLooking(!looking)}>{looking ? words.close : words.camera}</Button>
        ) : null}
        {/* The device's own camera app takes the picture: that works on plain http too. */}
        <Button onPress={() => choose.current?.click()}>{words.photo}</Button>
        <PictureField field={choose} onPictures={picture} camera />
      </span>
      {noReader ? <p role="alert">{words.noReader}</p> : null}
      {looking ? <CodeCamera failedWords={words.failed} onRead={read} /> : null}
    </>
  )
}
