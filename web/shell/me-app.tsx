import { useEffect } from 'preact/hooks'
import { openLink } from '#web/core/link.ts'
import { speakAs } from '#web/core/request.ts'
import { setAuthor } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'

/** A volunteer's own page: the number, and what comes next. */
export function MeApp() {
  useEffect(() => {
    const token = location.hash.slice(1)
    speakAs(token)
    setAuthor(token.slice(0, 8))
    void openLink()
  }, [])
  const [mine] = store.all('attendance')
  return (
    <main class="phone-column">
      <p class="big-number">{mine?.number}</p>
    </main>
  )
}
