import { badgeIn } from '#shared/access/badge.ts'
import { codeInPicture, watchForCodes } from '#web/core/qr-reader.ts'
import { accessTexts } from '#web/texts/access.ts'
import { codeWords } from '#web/texts/codes.ts'

/** The page stands where no center runs: without this script its field can still be typed into. */
function addReaders(field: HTMLInputElement, place: HTMLElement): void {
  const said = document.createElement('p')
  said.role = 'alert'
  const open = document.createElement('button')
  open.type = 'button'
  const photo = document.createElement('input')
  const video = document.createElement('video')
  let looking: AbortController | undefined

  const close = () => {
    looking?.abort()
    looking = undefined
    video.remove()
    open.textContent = codeWords.camera
  }
  const take = (text: string) => {
    if (badgeIn(text) === null) {
      said.textContent = accessTexts.badgeUnlike
      return
    }
    close()
    field.value = text
    field.form?.requestSubmit()
  }
  const look = () => {
    const stop = new AbortController()
    looking = stop
    said.textContent = ''
    open.textContent = codeWords.close
    place.append(video)
    watchForCodes(video, stop.signal, take).catch(() => {
      close()
      said.textContent = codeWords.failed
    })
  }

  video.muted = true
  video.playsInline = true
  video.ariaLabel = codeWords.picture
  open.onclick = () => (looking ? close() : look())
  photo.type = 'file'
  photo.id = 'photo'
  photo.accept = 'image/*'
  photo.onchange = async () => {
    const [file] = photo.files ?? []
    const text = file ? await codeInPicture(file).catch(() => undefined) : null
    photo.value = ''
    if (text) take(text)
    else said.textContent = text === null ? codeWords.none : codeWords.noReader
  }
  const label = document.createElement('label')
  label.htmlFor = photo.id
  label.textContent = codeWords.photo
  close()
  if (window.isSecureContext && 'mediaDevices' in navigator) place.append(open)
  place.append(label, photo, said)
}

const field = document.querySelector<HTMLInputElement>('#badge')
const place = document.querySelector<HTMLElement>('#badge-readers')
if (field && place) addReaders(field, place)
