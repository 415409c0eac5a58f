import { SecondPart } from '#web/keeping/copies-section.tsx'
import { useCopies } from '#web/keeping/use-copies.ts'
import { copiesTexts as texts } from '#web/texts/keeping-copies.ts'

/** Where the second copies go, asked right where the light says that they go nowhere. */
export function SecondFolder() {
  const { shown, said, act } = useCopies()
  return (
    <>
      {shown ? <SecondPart shown={shown} act={act} /> : <p role="status">{texts.loading}</p>}
      {said ? <p role="alert">{said}</p> : null}
    </>
  )
}
