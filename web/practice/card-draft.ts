import type { OutlinedCard, WrittenCard } from '#shared/practice/scenario-desk.ts'
import type { Read } from '#web/practice/edit-form.tsx'
import { editorTexts as words } from '#web/texts/scenario-editor.ts'
import { partTexts as t } from '#web/texts/scenario-parts.ts'

const empty: WrittenCard = {
  role: 'survivor',
  title: '',
  who: '',
  whatHappened: '',
  knows: '',
  doesNotKnow: '',
  saysFirst: '',
}

/** The draft that a form begins with; a card that is new begins empty. */
export function draftOf(card: OutlinedCard | undefined): WrittenCard {
  if (!card) return empty
  const { role, title, who, whatHappened, knows, doesNotKnow, saysFirst } = card
  return { role, title, who, whatHappened, knows, doesNotKnow, saysFirst }
}

/** What is to be written, or what is missing of it. */
export function writtenOf(draft: WrittenCard): Read<WrittenCard> {
  const trimmed = Object.fromEntries(Object.entries(draft).map(([field, value]) => [field, value.trim()]))
  const card = { ...draft, ...trimmed }
  const faults = {
    ...(card.title === '' && { title: words.titleMissing }),
    ...(card.who === '' && { who: t.whoMissing }),
    ...(card.whatHappened === '' && { whatHappened: t.whatHappenedMissing }),
  }
  return Object.keys(faults).length > 0 ? { written: null, faults } : { written: card, faults: null }
}

export const fieldOf = (path: string) => /^cards\.\d+\.(\w+)/.exec(path)?.[1]
