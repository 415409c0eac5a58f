import { type CheckList, checkLists } from '#shared/readiness/limits.ts'
import { checkListNames } from '#shared/texts/readiness-words.ts'
import { send } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { type FormField, RecordForm, type Typed } from '#web/readiness/record-form.tsx'
import { checkListWords as words } from '#web/texts/readiness.ts'

type Field = keyof typeof words.fields

const fields: readonly FormField<Field>[] = [
  { key: 'text', label: words.fields.text, max: 120, required: true },
  { key: 'list', label: words.fields.list, kind: 'select', options: checkListNames },
  { key: 'who', label: words.fields.who, max: 40 },
  { key: 'due', label: words.fields.due, max: 30 },
  { key: 'asks', label: words.fields.asks, max: 60 },
  { key: 'settled', label: words.fields.settled, max: 120 },
]

/** Writes an item of the lists, and what this center has settled of its open points. */
export function ItemForm({ itemId, list, onClose }: { itemId: string; list: CheckList; onClose: () => void }) {
  const item = store.get('checkItem', itemId)
  const typed: Typed<Field> = { text: '', who: '', due: '', asks: '', settled: '', ...item, list: item?.list ?? list }
  const save = (now: Typed<Field>, basedOnSeq: number) => {
    const chosen = checkLists.find((one) => one === now.list) ?? list
    return send('readiness.writeItem', { ...pick(now), list: chosen, itemId, basedOnSeq })
  }
  return (
    <RecordForm
      title={item ? words.changeItem : words.newItem}
      kind="checkItem"
      recordId={itemId}
      fields={fields}
      initial={pick(typed)}
      now={item && pick(typed)}
      save={save}
      onClose={onClose}
    />
  )
}

const pick = ({ text, list, who, due, asks, settled }: Typed<Field>) => ({ text, list, who, due, asks, settled })
