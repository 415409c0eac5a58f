import { useContext } from 'preact/hooks'
import { Button } from './button.tsx'
import { NoticeBanner } from './notice-banner.tsx'
import { UiWords } from './ui-words.ts'

/** Stands where a part of the page would be that came later and comes no more; drafts outlive the reload. */
export function PartGone({ gone }: { gone: boolean }) {
  const words = useContext(UiWords)
  if (!gone) return null
  return (
    <NoticeBanner tone="warning" live action={<Button onPress={() => location.reload()}>{words.loadAnew}</Button>}>
      {words.partGone}
    </NoticeBanner>
  )
}
