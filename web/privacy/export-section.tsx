import './export-section.css'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { audiencesOfStaff, mayHold } from '#shared/access/audiences.ts'
import { newId } from '#shared/core/ids.ts'
import { formatDate } from '#shared/core/japanese-date.ts'
import {
  type ExportFormat,
  type ExportTable,
  exportFormats,
  exportTables,
  personalKinds,
} from '#shared/privacy/exports.ts'
import { exportWords } from '#shared/texts/exports.ts'
import { shownDay } from '#web/center/selectors.ts'
import { send } from '#web/core/send.ts'
import { may, session } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { ReadyLists } from '#web/privacy/ready-lists.tsx'
import { privacyTexts } from '#web/texts/privacy.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { CheckField } from '#web/ui/check-field.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'

const words = privacyTexts.exports

/** Why this list cannot be taken with what names people, or null. */
function refusal(table: ExportTable, personal: boolean, because: string): string | null {
  if (!personal) return null
  const own = audiencesOfStaff(session.value?.staff?.capabilities ?? [])
  if (!personalKinds[table].every((kind) => mayHold(kind, own))) return words.notHeld
  return because.trim() === '' ? words.noReason : null
}

/** Writes down what is taken, and then takes it. Where it has to wait, it is found again under the id of its act. */
async function take(
  asked: { table: ExportTable; dayId: string | null; personal: boolean; because: string },
  format: ExportFormat,
): Promise<string> {
  const exportId = newId()
  const outcome = await send('privacy.export', { ...asked, exportId, format }, { id: exportId })
  if (outcome.kind === 'refused') return problemSentence(outcome.problem, 'ja')
  if (outcome.kind === 'kept') return words.noLine
  location.assign(`/exports/table.${format}?export=${exportId}`)
  return words.done(exportWords.tables[asked.table] ?? '')
}

function DayChoice({ dayId, onChange }: { dayId: string; onChange: (dayId: string) => void }) {
  const days = store.all('day').toSorted((one, other) => (one.date < other.date ? 1 : -1))
  return (
    <SelectField
      label={words.day}
      value={dayId}
      emptyLabel=""
      options={days.map(({ id, date }) => ({ value: id, label: formatDate(date, 'ja') }))}
      onChange={onChange}
    />
  )
}

interface RowProps {
  table: ExportTable
  dayChoice: ComponentChildren
  refused: string | null
  onTake: (format: ExportFormat) => Promise<void>
}

function ExportRow({ table, dayChoice, refused, onTake }: RowProps) {
  const name = exportWords.tables[table] ?? table
  return (
    <fieldset class="export-row">
      <legend>{name}</legend>
      {dayChoice}
      <div class="actions">
        {exportFormats.map((format) => (
          <Button
            key={format}
            label={words.take(name, words.formats[format])}
            disabledBecause={refused}
            onPress={() => onTake(format)}
          >
            {words.formats[format]}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}

/** 書き出し: each list one button, without what names people unless somebody chooses so and says why. */
export function ExportSection() {
  const [personal, setPersonal] = useState(false)
  const [because, setBecause] = useState('')
  const [chosenDay, setDay] = useState('')
  const [said, setSaid] = useState('')
  if (!may('center.lead') && !may('affairs.manage')) return null
  const dayId = chosenDay || (shownDay()?.id ?? '')
  const press = async (table: ExportTable, format: ExportFormat) => {
    const ofDay = table === 'attendances' ? dayId : null
    setSaid(await take({ table, dayId: ofDay, personal, because: personal ? because : '' }, format))
  }
  return (
    <section class="form-part">
      <h3>{words.title}</h3>
      <p class="quiet">{words.hint}</p>
      <ReadyLists />
      <CheckField label={words.personal} checked={personal} onChange={setPersonal} />
      {personal ? (
        <>
          <p>{words.twoPeople}</p>
          <TextField label={words.because} hint={words.becauseHint} value={because} onInput={setBecause} required />
        </>
      ) : null}
      {exportTables.map((table) => (
        <ExportRow
          key={table}
          table={table}
          dayChoice={
            table === 'attendances' && dayId !== '' ? <DayChoice dayId={dayId} onChange={setDay} /> : undefined
          }
          refused={table === 'attendances' && dayId === '' ? words.noDay : refusal(table, personal, because)}
          onTake={(format) => press(table, format)}
        />
      ))}
      <p role="status">{said}</p>
    </section>
  )
}
