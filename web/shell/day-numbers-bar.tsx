import { useState } from 'preact/hooks'
import { profileNamed } from '#shared/center/profiles.ts'
import { timeZone } from '#shared/core/time.ts'
import type { Need } from '#shared/needs/need.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { townById } from '#shared/places/towns.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { openDay } from '#web/center/selectors.ts'
import { centerTime } from '#web/core/clock.ts'
import { store } from '#web/core/store.ts'
import { countDay, type DayNumbers } from '#web/shell/day-numbers.ts'
import { numberWords, shellTexts } from '#web/texts/shell.ts'
import { Dialog } from '#web/ui/dialog.tsx'

type NumberName = keyof DayNumbers

const names: readonly NumberName[] = ['waiting', 'active', 'overdue', 'needs', 'surveys']
/** Reminders stand beside the five only while they count something. */
const reminders: readonly NumberName[] = ['unnamed']
const empty: DayNumbers = { waiting: [], active: [], overdue: [], needs: [], surveys: [], unnamed: [] }

function dayNumbers(): DayNumbers {
  const [center] = store.all('center')
  const day = openDay()
  if (!center || !day) return empty
  const ofDay = <R extends { dayId: string }>(records: readonly R[]) => records.filter(({ dayId }) => dayId === day.id)
  const records = {
    date: day.date,
    returnBy: day.returnBy,
    attendances: ofDay(store.all('attendance')),
    teams: ofDay(store.all('team')),
    needs: store.all('need'),
    notices: ofDay(store.all('notice')),
    returnByOf: (id: string | null) => store.get('workOrder', id)?.returnBy,
  }
  return countDay(records, profileNamed(center.profileName).return, centerTime.value, timeZone)
}

function People({ people }: { people: readonly Attendance[] }) {
  if (people.length === 0) return <p>{shellTexts.nobody}</p>
  return (
    <ul class="counted">
      {[...people]
        .sort((one, other) => one.number - other.number)
        .map(({ id, number, name }) => (
          <li key={id}>
            <span class="number">{number}</span> {name}
          </li>
        ))}
    </ul>
  )
}

function Needs({ needs }: { needs: readonly Need[] }) {
  if (needs.length === 0) return <p>{shellTexts.nothing}</p>
  return (
    <ul class="counted">
      {[...needs]
        .sort((one, other) => one.number - other.number)
        .map(({ id, number, townId, work }) => (
          <li key={id}>
            <span class="number">{needNumberText(number)}</span> {townId ? townById(townId)?.name : ''} {work}
          </li>
        ))}
    </ul>
  )
}

function Counted({ name, numbers }: { name: NumberName; numbers: DayNumbers }) {
  if (name === 'needs' || name === 'surveys') return <Needs needs={numbers[name]} />
  return <People people={numbers[name]} />
}

/** The five numbers for anyone to see: how many, and nobody's name. */
export function DayCounts() {
  const numbers = dayNumbers()
  return (
    <>
      {names.map((name) => (
        <span key={name} class="day-number">
          <span class="day-number-word">{numberWords[name]}</span>
          <strong>{numbers[name].length}</strong>
        </span>
      ))}
    </>
  )
}

/** Five numbers that every desk sees; a press shows whom they count. */
export function DayNumbersBar() {
  const [shown, setShown] = useState<NumberName | null>(null)
  const numbers = dayNumbers()
  return (
    <>
      {[...names, ...reminders.filter((name) => numbers[name].length > 0)].map((name) => (
        <button
          key={name}
          type="button"
          class={name === 'overdue' && numbers.overdue.length > 0 ? 'day-number day-number-urgent' : 'day-number'}
          aria-haspopup="dialog"
          onClick={() => setShown(name)}
        >
          <span class="day-number-word">{numberWords[name]}</span>
          <strong>{numbers[name].length}</strong>
        </button>
      ))}
      <Dialog
        open={shown !== null}
        title={shown ? shellTexts.countedTitle(numberWords[shown], numbers[shown].length) : ''}
        onClose={() => setShown(null)}
      >
        {shown ? <Counted name={shown} numbers={numbers} /> : null}
      </Dialog>
    </>
  )
}
