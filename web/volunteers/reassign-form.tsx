import { useState } from 'preact/hooks'
import { newId } from '#shared/core/ids.ts'
import { formatDate, parseDate } from '#shared/core/japanese-date.ts'
import { formatPhone, normalisePhone } from '#shared/core/phone-number.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { limits } from '#shared/volunteers/limits.ts'
import type { LikelyDouble } from '#shared/volunteers/reads.ts'
import { ask } from '#web/core/ask.ts'
import { proxyWords, reassignWords as words } from '#web/texts/reception.ts'
import { Button } from '#web/ui/button.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { TelField } from '#web/ui/tel-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { act } from './desk-acts.ts'

interface Right {
  personId: string
  newcomer: { name: string; nameKana: string; phone: string; birthDate: string } | null
}

async function give(attendance: Attendance, right: Right, name: string): Promise<boolean> {
  const reassignmentId = newId()
  const input = { reassignmentId, attendanceId: attendance.id, fromPersonId: attendance.personId, ...right }
  const run = () => act('doubles.takeBackReassignment', { reassignmentId })
  const outcome = await act('doubles.reassignCheckIn', input, { message: words.done(attendance.number, name), run })
  return outcome.kind === 'done'
}

function Known({ people, onChoose }: { people: readonly LikelyDouble[]; onChoose: (one: LikelyDouble) => void }) {
  return (
    <ul class="stack" aria-label={words.known}>
      {people.map((one) => (
        <li key={one.personId}>
          {one.nameKana} <strong>{one.name}</strong> <span class="number">{formatPhone(one.phone)}</span>{' '}
          {one.birthDate === '' ? '' : formatDate(one.birthDate, 'ja')}{' '}
          {one.today ? <span class="quiet">{words.hereAs(one.today.number)} </span> : null}
          <Button onPress={() => onChoose(one)}>{words.toThis(one.name)}</Button>
        </li>
      ))}
    </ul>
  )
}

/** 別の人に付け替える: the number and the page stay, the person becomes the right one. */
export function ReassignForm({ attendance, onDone }: { attendance: Attendance; onDone: () => void }) {
  const [typed, setTyped] = useState({ phone: '', birthDate: '', nameKana: '', name: '' })
  const [people, setPeople] = useState<readonly LikelyDouble[] | null>(null)
  const change = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part })
  const phone = normalisePhone(typed.phone) ?? ''
  const birthDate = parseDate(typed.birthDate).date ?? ''
  const nameKana = typed.nameKana.trim()
  const find = async () => {
    const reply = await ask('volunteers.findLikelyDoubles', { phone, birthDate, nameKana })
    if (reply.kind === 'done') setPeople(reply.body.doubles.filter(({ personId }) => personId !== attendance.personId))
  }
  const finish = async (right: Right, name: string) => {
    if (await give(attendance, right, name)) onDone()
  }
  const newcomer = { name: typed.name.trim(), nameKana, phone, birthDate }
  const incomplete = Object.values(newcomer).some((text) => text === '')
  return (
    <section class="stack" aria-labelledby="reassign-title">
      <h3 id="reassign-title">{words.title(attendance.number)}</h3>
      <p>{words.help(attendance.name)}</p>
      <TelField label={proxyWords.columns.phone} value={typed.phone} onInput={(text) => change({ phone: text })} />
      <DateField
        label={proxyWords.columns.birthDate}
        value={typed.birthDate}
        onInput={(text) => change({ birthDate: text })}
      />
      <TextField
        label={words.kana}
        value={typed.nameKana}
        maxLength={limits.name}
        onInput={(text) => change({ nameKana: text })}
      />
      <Button onPress={find} disabledBecause={phone === '' && birthDate === '' ? words.phoneOrDate : null}>
        {words.find}
      </Button>
      {people === null ? null : (
        <>
          {people.length === 0 ? <p role="status">{words.nobody}</p> : null}
          <Known
            people={people}
            onChoose={(one) => void finish({ personId: one.personId, newcomer: null }, one.name)}
          />
          <TextField
            label={words.name}
            value={typed.name}
            maxLength={limits.name}
            onInput={(text) => change({ name: text })}
          />
          <Button
            disabledBecause={incomplete ? words.allFour : null}
            onPress={() => finish({ personId: newId(), newcomer }, newcomer.name)}
          >
            {words.asNew}
          </Button>
        </>
      )}
      <Button onPress={onDone}>{words.leave}</Button>
    </section>
  )
}
