import { clockOf, timeZone } from '#shared/core/time.ts'
import { useAskedDark } from '#web/practice/use-asked-dark.ts'
import { practiceTexts as words } from '#web/texts/practice.ts'
import { FullScreen } from '#web/ui/full-screen.tsx'

/** The wall goes dark with the desks. */
export function DarkBoard() {
  const since = useAskedDark()
  if (since === null) return null
  return (
    <FullScreen tone="dark" title={words.darkTitle}>
      <p>{words.darkFrom(clockOf(since, timeZone))}</p>
    </FullScreen>
  )
}
