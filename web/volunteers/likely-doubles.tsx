import { formatDate, parseDate } from '#shared/core/japanese-date.ts'
import { formatPhone, normalisePhone } from '#shared/core/phone-number.ts'
import { attendanceStatusTexts } from '#shared/texts/attendance-status.ts'
import type { LikelyDouble } from '#shared/volunteers/reads.ts'
import { ask } from '#web/core/ask.ts'
import { proxyWords as words } from '#web/texts/reception.ts'
import { Button } from '#web/ui/button.tsx'
import type { TypedDetails } from './detail-fields.tsx'

/** Asks the center who may be the same person; nobody is asked about before there is a phone or a birth date. */
export async function findDoubles(typed: TypedDetails): Promise<readonly LikelyDouble[]> {
  const phone = normalisePhone(typed.phone) ?? ''
  const birthDate = parseDate(typed.birthDate).date ?? ''
  if (phone === '' && birthDate === '') return []
  const reply = await ask('volunteers.findLikelyDoubles', { phone, birthDate, nameKana: typed.nameKana })
  return reply.kind === 'done' ? reply.body.doubles : []
}

interface DoublesProps {
  typed: TypedDetails
  doubles: readonly LikelyDouble[]
  onSame: (double: LikelyDouble) => void
  onAnother: () => void
}

/** Side by side: what was typed, and who may be the same person. */
export function LikelyDoubles({ typed, doubles, onSame, onAnother }: DoublesProps) {
  if (doubles.length === 0) return null
  const birthDate = parseDate(typed.birthDate).date
  return (
    <section class="notice notice-warning reception-doubles" role="status">
      <div class="stack">
        <h3>{words.doubleTitle}</h3>
        <p>{words.doubleHelp}</p>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{words.columns.name}</th>
              <th scope="col">{words.columns.phone}</th>
              <th scope="col">{words.columns.birthDate}</th>
              <th scope="col">{words.columns.attendance}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>
                {words.typed}: {typed.nameKana} {typed.name}
              </td>
              <td class="number">{formatPhone(typed.phone)}</td>
              <td>{birthDate ? formatDate(birthDate, 'ja') : ''}</td>
              <td />
            </tr>
            {doubles.map((double) => (
              <tr key={double.personId}>
                <td>
                  {double.nameKana} {double.name}
                </td>
                <td class="number">{formatPhone(double.phone)}</td>
                <td>{double.birthDate ? formatDate(double.birthDate, 'ja') : ''}</td>
                <td>
                  {double.today
                    ? words.today(double.today.number, attendanceStatusTexts[double.today.status].ja)
                    : double.lastDate && words.before(formatDate(double.lastDate, 'ja'))}{' '}
                  <Button onPress={() => onSame(double)}>
                    {double.today ? words.open(double.today.number) : words.same}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div class="actions">
          <Button onPress={onAnother}>{words.another}</Button>
        </div>
      </div>
    </section>
  )
}
