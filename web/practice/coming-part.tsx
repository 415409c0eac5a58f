import type { ScenarioOutline, WrittenAmount } from '#shared/practice/scenario-desk.ts'
import { type ComingDraft, type ComingRow, draftOf, fieldOf, writtenBy } from '#web/practice/coming-draft.ts'
import { EditForm, type FormParts } from '#web/practice/edit-form.tsx'
import type { EntryPartProps } from '#web/practice/entries.tsx'
import { useOpenForm } from '#web/practice/open-form.ts'
import { edit, workRefused } from '#web/practice/scenario-work.ts'
import { editorTexts as words } from '#web/texts/scenario-editor.ts'
import { partTexts as t } from '#web/texts/scenario-parts.ts'
import { Button } from '#web/ui/button.tsx'
import { NumberField } from '#web/ui/number-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'

const least = (people: WrittenAmount) => (typeof people === 'number' ? people : people.min)
const most = (people: WrittenAmount) => (typeof people === 'number' ? people : people.max)

interface RowProps {
  row: ComingRow
  place: number
  faults: FormParts<ComingDraft>['faults']
  put: (part: Partial<ComingRow>) => void
  /** Null where it is the only one. */
  takeAway: (() => void) | null
}

function Row({ row, place, faults, put, takeAway }: RowProps) {
  const at = (field: string) => ({ id: `coming-${place}-${field}`, error: faults[`rows.${place}.${field}`] })
  return (
    <div class="form-grid coming-row">
      <TextField
        {...at('from')}
        label={t.from}
        inputMode="numeric"
        value={row.from}
        onInput={(from) => put({ from })}
      />
      <TextField {...at('to')} label={t.to} inputMode="numeric" value={row.to} onInput={(to) => put({ to })} />
      <NumberField
        {...at('people')}
        label={t.atLeastPeople}
        unit={t.people}
        value={row.least}
        onInput={(typed) => put({ least: typed })}
      />
      <NumberField
        id={`coming-${place}-most`}
        label={t.atMostPeople}
        unit={t.people}
        value={row.most}
        onInput={(typed) => put({ most: typed })}
      />
      {takeAway ? (
        <Button label={t.takeAway(place + 1)} onPress={takeAway}>
          {words.remove}
        </Button>
      ) : null}
    </div>
  )
}

const emptyRow: ComingRow = { index: null, from: '', to: '', least: '', most: '' }

interface FieldsProps extends FormParts<ComingDraft> {
  kinds: ScenarioOutline['coming']['kinds']
}

function Fields({ draft: { rows, kinds: typed }, faults, change, kinds }: FieldsProps) {
  const putRow = (place: number, part: Partial<ComingRow>) =>
    change({ rows: rows.map((row, index) => (index === place ? { ...row, ...part } : row)) })
  return (
    <>
      <h4>{t.when}</h4>
      <p class="field-hint">{t.comingHint}</p>
      {rows.map((row, place) => (
        <Row
          key={row.index ?? `new-${place}`}
          row={row}
          place={place}
          faults={faults}
          put={(part) => putRow(place, part)}
          takeAway={rows.length > 1 ? () => change({ rows: rows.filter((_, index) => index !== place) }) : null}
        />
      ))}
      <Button onPress={() => change({ rows: [...rows, emptyRow] })}>{t.addWhen}</Button>
      <h4>{t.kinds}</h4>
      <div class="form-grid">
        {kinds.map(({ kind, measure, index }, place) => (
          <NumberField
            key={index}
            id={`coming-kind-${place}`}
            label={kind}
            unit={t[measure]}
            value={typed[place] ?? ''}
            error={faults[`kinds.${place}`]}
            onInput={(value) => change({ kinds: kinds.map((_, one) => (one === place ? value : (typed[one] ?? ''))) })}
          />
        ))}
      </div>
    </>
  )
}

/** How people come: how many, from when to when, and how they are made up. */
export function ComingPart({ outline: { coming }, say }: Pick<EntryPartProps, 'say'> & { outline: ScenarioOutline }) {
  const [open, show] = useOpenForm('coming')
  const { arrivals, kinds } = coming
  const sum = (end: typeof least) => arrivals.reduce((total, { people }) => total + end(people), 0)
  if (arrivals.length === 0) return null
  return (
    <section class="form-part" aria-labelledby="scenario-coming">
      <div class="controller-row">
        <h3 id="scenario-coming">{t.coming(sum(least), sum(most))}</h3>
        <Button onPress={() => show('')}>{t.changeComing}</Button>
      </div>
      <p class="field-hint">{t.comingWords}</p>
      <p>
        {arrivals.map(({ from, to, people }) => t.span(from, to, t.amount(least(people), most(people)))).join('、')}
      </p>
      <p>{kinds.map(({ kind, measure, value }) => t.ofKind(kind, value, t[measure])).join('、')}</p>
      {open === null ? null : (
        <EditForm
          form="coming"
          initial={draftOf(coming)}
          title={t.changeComing}
          press={words.changeIt}
          read={writtenBy(coming)}
          fieldOf={fieldOf}
          onClose={() => {
            show(null)
            workRefused.value = null
          }}
          onDone={async (written) => {
            const refusal = await edit([{ edit: 'setArrivals', ...written }])
            if (refusal === null) say(t.comingChanged)
            return refusal
          }}
        >
          {(parts) => <Fields {...parts} kinds={kinds} />}
        </EditForm>
      )}
    </section>
  )
}
