import { useMemo, useState } from 'preact/hooks'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { type Mistake, readDetails } from '#shared/volunteers/reception-form.ts'
import { BothTexts } from '#web/center/both-texts.tsx'
import { wasSecond } from '#web/center/differences.ts'
import { openDay } from '#web/center/selectors.ts'
import { store } from '#web/core/store.ts'
import { mistakeWords, sexWords, vehicleWords, proxyWords as words } from '#web/texts/reception.ts'
import { Button } from '#web/ui/button.tsx'
import { ErrorSummary } from '#web/ui/error-summary.tsx'
import { useDraft } from '#web/ui/use-draft.ts'
import { act } from './desk-acts.ts'
import { deskFieldId, emptyDetails, type Fields, MoreFields, type TypedDetails, WhoFields } from './detail-fields.tsx'

/** What is stored of a person, as the form shows it. */
function storedDetails({ personId }: Attendance): TypedDetails {
  const person = store.get('person', personId)
  const contact = store.get('personContact', personId)
  const emergency = store.get('emergencyContact', personId)
  return {
    ...emptyDetails,
    ...(person && { ...person, experience: person.experience ? 'yes' : '' }),
    ...contact,
    emergencyName: emergency?.name ?? '',
    emergencyPhone: emergency?.phone ?? '',
    emergencyRelation: emergency?.relation ?? '',
  }
}

const { name, nameKana, phone, birthDate, sex, emergencyName, emergencyPhone, emergencyRelation } = words
const { vehicle, skills, licences, affiliation, postalCode, address, email } = words
const labels = {
  nameKana,
  name,
  phone,
  birthDate,
  sex,
  emergencyName,
  emergencyPhone,
  emergencyRelation,
  vehicle,
  skills,
  licences,
  affiliation,
  postalCode,
  address,
  email,
}

/** What another desk wrote meanwhile, beside what is typed here. */
function BothDetails({ typed, attendance, change }: Pick<Fields, 'typed' | 'change'> & { attendance: Attendance }) {
  const theirs = { ...typed, ...storedDetails(attendance) }
  const values = { ...sexWords, ...vehicleWords }
  return <BothTexts mine={typed} theirs={theirs} labels={labels} values={values} take={change} />
}

/** Corrects who somebody is. What another desk wrote meanwhile is told, and nothing typed is lost. */
export function CorrectForm({ attendance, onDone }: { attendance: Attendance; onDone: () => void }) {
  const stored = useMemo(() => storedDetails(attendance), [attendance.id])
  const draft = useDraft(`correct.${attendance.id}`, {
    ...stored,
    basedOnSeq: store.seqOf('person', attendance.personId),
  })
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([])
  const [attempt, setAttempt] = useState(0)
  const [second, setSecond] = useState(false)
  const save = async () => {
    const { basedOnSeq, ...typed } = draft.value
    const { said, mistakes: found } = readDetails(typed, openDay()?.date ?? '9999-12-31')
    setMistakes(found)
    setAttempt(attempt + 1)
    if (found.length > 0) return
    const outcome = await act('volunteers.correctDetails', { attendanceId: attendance.id, basedOnSeq, ...said })
    setSecond(wasSecond(outcome))
    if (outcome.kind === 'refused') draft.change({ basedOnSeq: store.seqOf('person', attendance.personId) })
    else {
      draft.clear()
      onDone()
    }
  }
  const cancel = () => {
    draft.clear()
    onDone()
  }
  const fields = { typed: draft.value, change: draft.change, mistakes }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h3>
        {words.correctTitle} {words.correctOf(attendance.number)}
      </h3>
      {second && <BothDetails typed={draft.value} attendance={attendance} change={draft.change} />}
      <WhoFields fields={fields} />
      <MoreFields fields={fields} />
      <ErrorSummary
        attempt={attempt}
        errors={mistakes.map(({ field, reason }) => ({ fieldId: deskFieldId(field), message: mistakeWords[reason] }))}
      />
      <div class="actions">
        <Button variant="next" type="submit">
          {words.save}
        </Button>
        <Button onPress={cancel}>{words.cancel}</Button>
      </div>
    </form>
  )
}
