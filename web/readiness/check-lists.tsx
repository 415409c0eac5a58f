import { signal } from '@preact/signals'
import { newId } from '#shared/core/ids.ts'
import type { CheckItem } from '#shared/readiness/check-item.ts'
import { type CheckList, checkLists } from '#shared/readiness/limits.ts'
import { itemsOf } from '#shared/readiness/rules.ts'
import { checkListNames } from '#shared/texts/readiness-words.ts'
import { store } from '#web/core/store.ts'
import { act, mayEdit, momentWord, remove } from '#web/readiness/acts.ts'
import { DoneAtForm } from '#web/readiness/done-at-form.tsx'
import { OpenIssues } from '#web/readiness/issues.tsx'
import { ItemForm } from '#web/readiness/item-form.tsx'
import { Mark } from '#web/readiness/mark.tsx'
import { StartOver } from '#web/readiness/start-over.tsx'
import { ChangeButton } from '#web/readiness/writing-part.tsx'
import { readinessWords, checkListWords as words } from '#web/texts/readiness.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { CheckField } from '#web/ui/check-field.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'

const onlyOpen = signal(false)
const editing = signal(false)
/** The item of which the printed list says when it was done. */
const keyedIn = signal<CheckItem | null>(null)
/** The item that is being written: an existing one, or a new one of a list. */
const written = signal<{ itemId: string; list: CheckList } | null>(null)

async function toggle({ id: itemId, text, doneAt }: CheckItem): Promise<void> {
  const mark = () => act('readiness.markItem', { itemId })
  const unmark = () => act('readiness.unmarkItem', { itemId })
  if (doneAt === null) await act('readiness.markItem', { itemId }, { message: words.marked(text), run: unmark })
  else await act('readiness.unmarkItem', { itemId }, { message: words.unmarked(text), run: mark })
}

function Asked({ asks, settled }: Pick<CheckItem, 'asks' | 'settled'>) {
  if (asks === '') return null
  return (
    <span class="set-up-asks">
      {settled === '' ? <Badge tone="warning">{words.asks}</Badge> : null} {asks}
      {settled === '' ? '' : `: ${settled}`}
    </span>
  )
}

function EditButtons({ item }: { item: CheckItem }) {
  const move = (to: 'earlier' | 'later') => act('readiness.moveItem', { itemId: item.id, to })
  return (
    <span class="toolbar">
      <Button label={`${item.text}: ${words.earlier}`} onPress={() => move('earlier')}>
        {words.earlier}
      </Button>
      <Button label={`${item.text}: ${words.later}`} onPress={() => move('later')}>
        {words.later}
      </Button>
      {item.doneAt === null ? (
        <Button
          label={`${item.text}: ${words.doneAt}`}
          onPress={() => {
            keyedIn.value = item
          }}
        >
          {words.doneAt}
        </Button>
      ) : null}
      <ChangeButton
        about={item.text}
        onPress={() => {
          written.value = { itemId: item.id, list: item.list }
        }}
      />
      <Button
        label={`${item.text}: ${readinessWords.remove}`}
        onPress={() => remove({ kind: 'checkItem', id: item.id }, item.text)}
      >
        {readinessWords.remove}
      </Button>
    </span>
  )
}

function Item({ item }: { item: CheckItem }) {
  const { text, who, due, doneAt, doneBy } = item
  return (
    <li class="set-up-item">
      <Mark
        text={text}
        done={doneAt !== null}
        onToggle={() => void toggle(item)}
        more={<Asked {...item} />}
        side={
          doneAt === null ? (
            <span class="quiet">{[who, due].filter(Boolean).join('・')}</span>
          ) : (
            <span class="number">{words.doneBy(momentWord(doneAt), doneBy)}</span>
          )
        }
      />
      {editing.value ? <EditButtons item={item} /> : null}
    </li>
  )
}

function List({ list, items }: { list: CheckList; items: readonly CheckItem[] }) {
  const all = itemsOf(items, list)
  const done = all.filter(({ doneAt }) => doneAt !== null).length
  const shown = onlyOpen.value ? all.filter(({ doneAt }) => doneAt === null) : all
  if (all.length === 0 && !editing.value) return null
  return (
    <section class="set-up-list" aria-labelledby={`list-${list}`}>
      <h3 id={`list-${list}`}>
        {checkListNames[list]} <span class="number quiet">{words.done(done, all.length)}</span>
      </h3>
      {shown.length === 0 && all.length > 0 ? <p class="quiet">{words.allDone}</p> : null}
      <ul class="set-up-items">
        {shown.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
      {editing.value ? (
        <Button
          label={words.addTo(checkListNames[list])}
          onPress={() => {
            written.value = { itemId: newId(), list }
          }}
        >
          {words.add}
        </Button>
      ) : null}
    </section>
  )
}

function Tools() {
  return (
    <div class="toolbar">
      <CheckField label={words.onlyOpen} checked={onlyOpen.value} onChange={(on) => (onlyOpen.value = on)} />
      {mayEdit() ? (
        <Button pressed={editing.value} onPress={() => (editing.value = !editing.value)}>
          {words.edit}
        </Button>
      ) : null}
      {mayEdit() && editing.value ? <StartOver /> : null}
      <a class="button" href="/sheets/set-up-lists" target="_blank" rel="noopener">
        {readinessWords.print}
      </a>
      <span class="quiet set-up-hint">{words.hint}</span>
    </div>
  )
}

/** The lists of what is done before the center opens, each item one tap. */
export function CheckLists() {
  const items = store.all('checkItem')
  const adopt = () => act('readiness.adoptLists', {})
  return (
    <div class="stack">
      {items.some(({ removedAt }) => removedAt === null) ? <Tools /> : null}
      <OpenIssues onLists />
      {items.some(({ key }) => key !== '') ? null : (
        <EmptyState
          title={words.empty}
          action={
            mayEdit() ? (
              <Button variant="next" onPress={adopt}>
                {words.adopt}
              </Button>
            ) : null
          }
        >
          <p>{words.emptyMore}</p>
        </EmptyState>
      )}
      <div class="set-up-lists">
        {checkLists.map((list) => (
          <List key={list} list={list} items={items} />
        ))}
      </div>
      {keyedIn.value ? (
        <DoneAtForm key={keyedIn.value.id} item={keyedIn.value} onClose={() => (keyedIn.value = null)} />
      ) : null}
      {written.value ? (
        <ItemForm key={written.value.itemId} {...written.value} onClose={() => (written.value = null)} />
      ) : null}
    </div>
  )
}
