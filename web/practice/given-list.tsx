import type { TargetedMouseEvent } from 'preact'
import { useEffect } from 'preact/hooks'
import { givenPhone } from '#shared/texts/given-phone.ts'
import { type Answering, asksFor, type Given, GivenCard } from '#web/practice/given-card.tsx'
import { darkSince } from '#web/practice/selectors.ts'
import { useSeen } from '#web/practice/use-seen.ts'
import { ring } from '#web/ui/alarm.ts'
import { usePhoneWords } from '#web/ui/phone-words.tsx'

/** Behind the # of a volunteer's own page stands whose page it is: nothing else may be written there. */
function goTo(event: TargetedMouseEvent<HTMLAnchorElement>): void {
  event.preventDefault()
  document.getElementById(event.currentTarget.hash.slice(1))?.scrollIntoView()
}

interface ListProps {
  injects: readonly Given[]
  word: 'given' | 'toTeam'
  answering: Answering
  noteSeen: (injectId: string) => Promise<boolean>
}

/** What was given to this phone's owner: it rings once, stays, and is called out from wherever they read. */
export function GivenList({ injects, word, answering, noteSeen }: ListProps) {
  const { t } = usePhoneWords(givenPhone)
  const newest = injects.toSorted((one, other) => ((one.firedAt ?? '') < (other.firedAt ?? '') ? 1 : -1))
  const open = newest.filter((given) => asksFor(given, answering))
  const [first] = open
  const rings = darkSince() === null ? first?.id : undefined
  useEffect(() => {
    if (rings) ring('news')
  }, [rings])
  useSeen(open, noteSeen)
  return (
    <>
      <div class="join-ringing" role="status">
        {first ? (
          <a href={`#given-${first.id}`} onClick={goTo}>
            {t('ringing', { title: first.title })}
          </a>
        ) : null}
      </div>
      {newest.map((given) => (
        <GivenCard key={given.id} given={given} word={word} answering={answering} />
      ))}
    </>
  )
}
