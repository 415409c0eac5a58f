import '#web/keeping/trouble-cards.css'
import { useState } from 'preact/hooks'
import { findCards, type TroubleCardName, troubleCards, troubleCardTexts } from '#shared/texts/trouble-cards.ts'
import { showCard, shownCard } from '#web/keeping/shown-card.ts'
import { BlankFormsLink } from '#web/ui/blank-forms-link.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { SearchField } from '#web/ui/search-field.tsx'
import { useShortcut } from '#web/ui/use-shortcut.ts'

function Card({ name, open }: { name: TroubleCardName; open: boolean }) {
  const { title, safe, steps, call } = troubleCards[name]
  return (
    <details class="trouble-card" open={open}>
      <summary>{title}</summary>
      <dl>
        <dt>{troubleCardTexts.safe}</dt>
        <dd>{safe}</dd>
        <dt>{troubleCardTexts.now}</dt>
        <dd>
          <ol>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </dd>
        <dt>{troubleCardTexts.call}</dt>
        <dd>{call}</dd>
      </dl>
    </details>
  )
}

function Cards({ asked }: { asked: TroubleCardName | 'all' }) {
  const [words, setWords] = useState('')
  const found = findCards(words)
  // What somebody came for stands first; the others stay in reach beneath it.
  const names = asked === 'all' || words !== '' ? found : [asked, ...found.filter((name) => name !== asked)]
  return (
    <>
      <SearchField
        label={troubleCardTexts.search}
        value={words}
        onInput={setWords}
        autoFocus={asked === 'all'}
        found={words === '' ? null : troubleCardTexts.found(found.length)}
      />
      <div class="trouble-cards">
        {names.map((name) => (
          <Card key={`${name} ${words}`} name={name} open={name === asked || found.length === 1} />
        ))}
      </div>
    </>
  )
}

/** こまったら: one key at every desk, and behind each error that stands there. */
export function TroubleCards() {
  useShortcut('F1', () => showCard('all'))
  const asked = shownCard.value
  const close = () => {
    shownCard.value = null
  }
  return (
    <>
      <Button shortcut="F1" onPress={() => showCard('all')}>
        {troubleCardTexts.open}
      </Button>
      {asked ? (
        <Dialog
          key={asked}
          open
          wide
          title={troubleCardTexts.title}
          onClose={close}
          actions={
            <>
              <a class="button" href="/sheets/trouble-cards" target="_blank" rel="noreferrer">
                {troubleCardTexts.print}
              </a>
              <BlankFormsLink />
            </>
          }
        >
          <Cards asked={asked} />
        </Dialog>
      ) : null}
    </>
  )
}
