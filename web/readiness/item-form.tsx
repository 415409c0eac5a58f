import { type CheckList, checkLists } from '#shared/readiness/limits.ts'
import { checkListNames } from '#shared/texts/readiness-words.ts'
import { send } from '#web/core/send.ts'
import { type FormField, RecordForm, type RecordWriting } from '#web/readiness/record-form.tsx'
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

const writing = (list: CheckList): RecordWriting<'checkItem', Field> => ({
  kind: 'checkItem',
  titles: { fresh: words.newItem, change: words.changeItem },
  fields,
  blank: { text: '', list, who: '', due: '', asks: '', settled: '' },
  typedOf: ({ text, list: own, who, due, asks, settled }) => ({ text, list: own, who, due, asks, settled }),
  save: (itemId, typed, basedOnSeq) =>
    send('readiness.writeItem', {
      ...typed,
      list: checkLists.find((one) => one === typed.list) ?? list,
      itemId,
      basedOnSeq,
    }),
})

/** Writes an item of the lists, and what this center has settled of its open points. */
export function ItemForm({ itemId, list, onClose }: { itemId: string; list: CheckList; onClose: () => void }) {
  return <RecordForm writing={writing(list)} recordId={itemId} onClose={onClose} />
}
