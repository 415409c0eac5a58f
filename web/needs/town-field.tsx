import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { findTowns } from '#shared/places/find-towns.ts'
import { splitAddress } from '#shared/places/split-address.ts'
import type { Town } from '#shared/places/towns.ts'
import { fieldWords } from '#shared/texts/need-words.ts'
import { needsWords } from '#web/texts/needs.ts'
import { FieldFrame, useFieldIds } from '#web/ui/field-frame.tsx'
import { isComposing } from '#web/ui/shortcut.ts'

const words = needsWords.place
const mostOffered = 9

export interface TownFieldProps {
  text: string
  townId: string
  error?: string | undefined
  /** `rest` is what stood behind the town where a whole address was typed or pasted. */
  onChange: (text: string, town: Town | null, rest: string) => void
}

/** What a typed text already says for sure: a whole address, or a town's full name. */
function certainTown(text: string): { town: Town; rest: string } | null {
  const address = splitAddress(text)
  if (address && address.rest !== '') return address
  const named = findTowns(text).find(({ name }) => name === text.trim())
  return named ? { town: named, rest: '' } : null
}

/** What is offered for a typed text, and which of it the arrow keys have marked. */
function useOffers({ text, townId, onChange }: TownFieldProps) {
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const offered = open && townId === '' ? findTowns(text).slice(0, mostOffered) : []
  const marked = offered[Math.min(at, offered.length - 1)]
  const type = (typed: string) => {
    const certain = certainTown(typed)
    setAt(0)
    setOpen(certain === null)
    onChange(certain && certain.rest !== '' ? certain.town.name : typed, certain?.town ?? null, certain?.rest ?? '')
  }
  const take = (town: Town | undefined) => {
    if (!town) return
    setOpen(false)
    onChange(town.name, town, '')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || offered.length === 0) return
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, offered.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Escape') setOpen(false)
    else if (event.key === 'Enter') take(marked)
    // Tab goes on to the next field, with the marked town taken.
    else if (event.key === 'Tab') return take(event.shiftKey ? undefined : marked)
    else return
    event.preventDefault()
  }
  return { open, offered, marked, type, take, onKeyDown, close: () => setOpen(false) }
}

/** The list beneath; pressed before the field loses the focus, or it would be gone. */
function Offers(props: {
  id: string
  offered: readonly Town[]
  marked: Town | undefined
  onTake: (town: Town) => void
}) {
  const { id, offered, marked, onTake } = props
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The sheet scrolls, and what is offered beneath its edge would be offered to nobody.
    if (offered.length > 0) element.current?.scrollIntoView({ block: 'nearest' })
  }, [offered.length])
  return (
    <div
      ref={element}
      class="town-offers"
      id={id}
      role="listbox"
      aria-label={fieldWords.town}
      hidden={offered.length === 0}
    >
      {offered.map((town) => (
        <div
          key={town.id}
          id={`${id}-${town.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={town === marked}
          class="town-offer"
          onMouseDown={(event) => {
            event.preventDefault()
            onTake(town)
          }}
        >
          {town.name}
          <small>{town.kana}</small>
        </div>
      ))}
    </div>
  )
}

/** The town: typed in kanji, kana or digits, chosen with the arrow keys; Tab takes the one that is marked. */
export function TownField(props: TownFieldProps) {
  const { text, townId } = props
  const listId = useId()
  const { open, offered, marked, type, take, onKeyDown, close } = useOffers(props)
  const unknown = text.trim() !== '' && townId === '' && !open ? words.noTown : null
  const field = { label: fieldWords.town, id: 'townText', hint: words.townHint, error: props.error ?? unknown }
  const ids = useFieldIds(field)
  return (
    <FieldFrame field={field} ids={ids}>
      <div class="town-field">
        <input
          class="field-input"
          id={ids.id}
          role="combobox"
          autoComplete="off"
          aria-expanded={offered.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={marked ? `${listId}-${marked.id}` : undefined}
          aria-describedby={ids.describedBy}
          aria-invalid={field.error ? true : undefined}
          value={text}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
        <Offers id={listId} offered={offered} marked={marked} onTake={take} />
      </div>
    </FieldFrame>
  )
}
