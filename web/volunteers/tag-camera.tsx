import { CodeCamera } from '#web/center/code-readers.tsx'
import { receptionWords } from '#web/texts/reception.ts'

/** The desk's camera, reading name tags. Browsers give a camera only to pages of this machine itself. */
export function TagCamera({ onRead }: { onRead: (text: string) => void }) {
  return (
    <section class="reception-camera">
      <h3>{receptionWords.cameraTitle}</h3>
      <CodeCamera failedWords={receptionWords.cameraFailed} onRead={onRead} />
    </section>
  )
}
