import { useEffect, useRef, useState } from 'preact/hooks'
import { badgeIn } from '#shared/access/badge.ts'
import { codeInPicture, watchForCodes } from '#web/core/qr-reader.ts'
import { accessTexts } from '#web/texts/access.ts'
import { Button } from '#web/ui/button.tsx'
import { PictureField } from '#web/ui/picture-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'

function BadgeCamera({ onRead }: { onRead: (text: string) => void }) {
  const video = useRef<HTMLVideoElement>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const stop = new AbortController()
    if (video.current) watchForCodes(video.current, stop.signal, onRead).catch(() => setFailed(true))
    return () => stop.abort()
  }, [])
  if (failed) return <p role="alert">{accessTexts.badgeCameraFailed}</p>
  return <video class="badge-camera" ref={video} muted playsInline aria-label={accessTexts.badgeCameraPicture} />
}

/** The device's own camera app takes the picture: that works on plain http too. */
function BadgePhoto({ onPicture }: { onPicture: (file: Blob) => Promise<void> }) {
  const choose = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button onPress={() => choose.current?.click()}>{accessTexts.badgePhoto}</Button>
      <PictureField field={choose} onPictures={async ([file]) => file && onPicture(file)} camera />
    </>
  )
}

interface BadgeFieldProps {
  label: string
  autoFocus: boolean
  onBadge: (badge: string) => void
}

/** Reads a badge: a scanner types into the field, the camera looks where the page may use it, a picture does elsewhere. */
export function BadgeField({ label, autoFocus, onBadge }: BadgeFieldProps) {
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [looking, setLooking] = useState(false)
  const take = (text: string, otherwise: string | null) => {
    const badge = badgeIn(text)
    setTyped(badge === null ? text : '')
    setError(badge === null ? otherwise : null)
    if (badge === null) return
    setLooking(false)
    onBadge(badge)
  }
  const picture = async (file: Blob) => {
    const text = await codeInPicture(file)
    if (text === null) return setError(accessTexts.badgePhotoNone)
    take(text, accessTexts.badgeUnlike)
    if (badgeIn(text) === null) setTyped('')
  }
  return (
    <div class="badge-field">
      {/* A scanner ends with Enter; before that the field holds only part of what it types. */}
      <TextField
        id="badge"
        kind="password"
        autoComplete="off"
        label={label}
        hint={accessTexts.badgeFirstHint}
        value={typed}
        onInput={(text) => take(text, null)}
        error={error}
        autoFocus={autoFocus}
        onEnter={() => {
          if (typed !== '') take(typed, accessTexts.badgeUnlike)
          setTyped('')
        }}
      />
      <span class="badge-actions">
        {window.isSecureContext && 'mediaDevices' in navigator ? (
          <Button onPress={() => setLooking(!looking)}>
            {looking ? accessTexts.badgeCameraClose : accessTexts.badgeCamera}
          </Button>
        ) : null}
        <BadgePhoto onPicture={picture} />
      </span>
      {looking ? <BadgeCamera onRead={(text) => take(text, accessTexts.badgeUnlike)} /> : null}
    </div>
  )
}
