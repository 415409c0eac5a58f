import { toHalfWidthDigits } from '#shared/core/japanese-text.ts'
import { stockKinds, stockOwners } from '#shared/readiness/limits.ts'
import { ownerNames } from '#shared/texts/readiness-words.ts'
import { send } from '#web/core/send.ts'
import type { FormField } from '#web/readiness/record-form.tsx'
import { writtenHere } from '#web/readiness/writing-part.tsx'
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

/** How a thing of the stock is written; its number is given by the center. */
export const writtenStock = writtenHere<'stockItem', Field>({
  kind: 'stockItem',
  titles: { fresh: words.newStock, change: words.changeStock },
  fields,
  blank: {
    name: '',
    kind: 'equipment',
    count: '',
    unit: '',
    place: '',
    owner: 'own',
    ofWhom: '',
    returnOn: '',
    expiresOn: '',
  },
  typedOf: ({ name, kind, count, unit, place, owner, ofWhom, returnOn, expiresOn }) => ({
    name,
    kind,
    unit,
    place,
    owner,
    ofWhom,
    count: String(count),
    returnOn: returnOn ?? '',
    expiresOn: expiresOn ?? '',
  }),
  save: (stockId, typed, basedOnSeq) =>
    send('readiness.writeStock', {
      ...typed,
      kind: stockKinds.find((one) => one === typed.kind) ?? 'equipment',
      owner: stockOwners.find((one) => one === typed.owner) ?? 'own',
      count: Number(toHalfWidthDigits(typed.count)),
      returnOn: typed.returnOn || null,
      expiresOn: typed.expiresOn || null,
      stockId,
      basedOnSeq,
    }),
})
