import { useState } from 'preact/hooks'
import type { Suspect } from '#web/center/go-to-panel.ts'
import { lay } from '#web/doubles/desk.ts'
import { type Choice, findRecords } from '#web/doubles/find-records.ts'
import { suspectWords as words } from '#web/texts/doubles.ts'
import { MoreRows, useBounded } from '#web/ui/bounded-list.tsx'
import { SearchField } from '#web/ui/search-field.tsx'

/** Finds the other one of the two by hand, where nothing that is likely is the one. */
export function OtherRecord({ of }: { of: Suspect }) {
  const [typed, setTyped] = useState('')
  const [choices, setChoices] = useState<readonly Choice[] | null>(null)
  const { shown, left, onMore } = useBounded(choices ?? [])
  const search = async (text: string) => setChoices(await findRecords(of, text))
  return (
    <section class="stack" aria-label={words.search[of.kind]}>
      <SearchField
        label={words.search[of.kind]}
        value={typed}
        onInput={setTyped}
        onSubmit={(text) => void search(text)}
        found={choices && words.found(choices.length)}
      />
      <ul class="card-list" aria-label={words.choices}>
        {shown.map(({ id, label, more }) => (
          <li key={id}>
            <button type="button" class="doubles-card" onClick={() => void lay(of.kind, of.id, id)}>
              <strong>{label}</strong> <span>{more}</span>
            </button>
          </li>
        ))}
      </ul>
      <MoreRows left={left} onMore={onMore} />
    </section>
  )
}
