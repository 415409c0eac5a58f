import { toHalfWidthDigits } from '#shared/core/japanese-text.ts'
import { stockKinds, stockOwners } from '#shared/readiness/limits.ts'
import type { StockItem } from '#shared/readiness/stock-item.ts'
import { ownerNames } from '#shared/texts/readiness-words.ts'
import { send } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { type FormField, RecordForm, type Typed } from '#web/readiness/record-form.tsx'
import { stockWords as words } from '#web/texts/readiness.ts'

type Field = keyof typeof words.fields

const fields: readonly FormField<Field>[] = [
  { key: 'name', label: words.fields.name, max: 60, required: true },
  { key: 'kind', label: words.fields.kind, kind: 'select', options: words.kinds },
  { key: 'count', label: words.fields.count, kind: 'number', required: true },
  { key: 'unit', label: words.fields.unit, max: 10 },
  { key: 'place', label: words.fields.place, max: 60 },
  { key: 'owner', label: words.fields.owner, kind: 'select', options: ownerNames },
  { key: 'ofWhom', label: words.fields.ofWhom, max: 60 },
  { key: 'returnOn', label: words.fields.returnOn, kind: 'date' },
  { key: 'expiresOn', label: words.fields.expiresOn, kind: 'date' },
]

const blank: Typed<Field> = {
  name: '',
  kind: 'equipment',
  count: '',
  unit: '',
  place: '',
  owner: 'own',
  ofWhom: '',
  returnOn: '',
  expiresOn: '',
}

const typedOf = ({ name, kind, count, unit, place, owner, ofWhom, returnOn, expiresOn }: StockItem): Typed<Field> => ({
  name,
  kind,
  unit,
  place,
  owner,
  ofWhom,
  count: String(count),
  returnOn: returnOn ?? '',
  expiresOn: expiresOn ?? '',
})

/** Writes a thing of the stock; its number is given by the center. */
export function StockForm({ stockId, onClose }: { stockId: string; onClose: () => void }) {
  const item = store.get('stockItem', stockId)
  const save = (typed: Typed<Field>, basedOnSeq: number) =>
    send('readiness.writeStock', {
      ...typed,
      kind: stockKinds.find((one) => one === typed.kind) ?? 'equipment',
      owner: stockOwners.find((one) => one === typed.owner) ?? 'own',
      count: Number(toHalfWidthDigits(typed.count)),
      returnOn: typed.returnOn || null,
      expiresOn: typed.expiresOn || null,
      stockId,
      basedOnSeq,
    })
  return (
    <RecordForm
      title={item ? words.changeStock : words.newStock}
      kind="stockItem"
      recordId={stockId}
      fields={fields}
      initial={item ? typedOf(item) : blank}
      now={item && typedOf(item)}
      save={save}
      onClose={onClose}
    />
  )
}
