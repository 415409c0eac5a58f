import { parseDate } from '#shared/core/japanese-date.ts'
import { formatPhone, normalisePhone } from '#shared/core/phone-number.ts'
import { rosterFormWords as words } from '#web/texts/roster.ts'
import { Button } from '#web/ui/button.tsx'
import { useAnswer } from './use-answer.ts'

/** What tells people apart, and what staff decided. */
interface Decided {
  phone: string
  birthDate: string
  nameKana: string
  decided: string
  decidedName: string
}

interface DoublesProps {
  typed: Decided
  change: (part: Partial<Decided>) => void
}

/** Who may be the same person as the one being typed; staff say which it is before a second record is made. */
export function DoublesOfForm({ typed, change }: DoublesProps) {
  const reply = useAnswer('volunteers.findLikelyDoubles', {
    phone: normalisePhone(typed.phone) ?? '',
    birthDate: parseDate(typed.birthDate).date ?? '',
    nameKana: typed.nameKana.slice(0, 60),
  })
  const doubles = reply?.kind === 'done' ? reply.body.doubles : []
  if (typed.decided !== '') {
    return (
      <p role="status">{typed.decided === 'another' ? words.anotherChosen : words.sameChosen(typed.decidedName)}</p>
    )
  }
  if (doubles.length === 0) return null
  return (
    <section class="notice notice-warning" role="status">
      <div class="stack">
        <h4>{words.doubleTitle}</h4>
        <p>{words.doubleHelp}</p>
        <ul class="roster-doubles">
          {doubles.map(({ personId, name, nameKana, phone, birthDate }) => (
            <li key={personId}>
              {nameKana} {name} <span class="number">{formatPhone(phone)}</span> {birthDate}{' '}
              <Button onPress={() => change({ decided: personId, decidedName: name })}>{words.same}</Button>
            </li>
          ))}
        </ul>
        <div class="actions">
          <Button onPress={() => change({ decided: 'another' })}>{words.another}</Button>
        </div>
      </div>
    </section>
  )
}
