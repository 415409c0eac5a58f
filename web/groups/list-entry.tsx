import { formatDate } from '#shared/core/japanese-date.ts'
import { formatPhone } from '#shared/core/phone-number.ts'
import { columnKinds } from '#shared/groups/list-columns.ts'
import type { ListedRow, MemberList } from '#shared/groups/member-list.ts'
import { columnWords, listMistakeWords, listWords as words } from '#web/texts/groups.ts'
import { planWords } from '#web/texts/reception.ts'
import { Badge } from '#web/ui/badge.tsx'
import { CheckField } from '#web/ui/check-field.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { readTypedList, type TypedList, toMend } from './typed-group.ts'

const kindOptions = columnKinds.map((value) => ({ value, label: columnWords[value] }))

/** What the columns hold, as it was guessed; another choice is read at once. */
function Columns({ list, typed, change }: Entry & { list: MemberList }) {
  if (list.columns.length < 2) return null
  const choose = (index: number, kind: string) => {
    const columns = list.columns.map((column, place) =>
      place === index ? kind : (typed.columns[place] ?? column.kind),
    )
    change({ columns })
  }
  return (
    <details class="group-columns">
      <summary>
        {words.columns}: {list.columns.map(({ kind }) => columnWords[kind]).join('・')}
      </summary>
      <div class="form-grid">
        {list.columns.map(({ kind, header, sample }, index) => (
          <SelectField
            key={index}
            label={words.columnOf(index + 1, header, sample.slice(0, 12))}
            value={kind}
            options={kindOptions}
            onChange={(chosen) => choose(index, chosen)}
          />
        ))}
      </div>
    </details>
  )
}

function Row({ row: { line, said, mistakes } }: { row: ListedRow }) {
  return (
    <tr>
      <td class="table-number">{line}</td>
      <td>
        <span class="reception-kana">{said.nameKana}</span>
        <span class="reception-name">{said.name}</span>
      </td>
      <td>{said.birthDate === '' ? '' : formatDate(said.birthDate, 'ja')}</td>
      <td class="number">{said.phone === '' ? '' : formatPhone(said.phone)}</td>
      <td>{said.plan === null ? '' : planWords[said.plan]}</td>
      <td>
        {mistakes.length === 0 ? (
          <Badge tone="good">{words.good}</Badge>
        ) : (
          mistakes.map((one) => (
            <Badge key={one} tone="warning">
              {listMistakeWords[one]}
            </Badge>
          ))
        )}
      </td>
    </tr>
  )
}

const mostShown = 60

/** What was read, line by line, those to mend first in sight. */
function Preview({ list }: { list: MemberList }) {
  const rows = [...list.rows].sort((one, other) => Number(other.mistakes.length > 0) - Number(one.mistakes.length > 0))
  return (
    <div class="group-preview">
      <table class="table">
        <thead>
          <tr>
            <th scope="col" class="table-number">
              {words.line}
            </th>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.birthDate}</th>
            <th scope="col">{words.phone}</th>
            <th scope="col">{words.insurance}</th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostShown).map((row) => (
            <Row key={row.line} row={row} />
          ))}
        </tbody>
      </table>
      {rows.length > mostShown ? <p class="quiet">{words.moreLines(rows.length - mostShown)}</p> : null}
    </div>
  )
}

interface Entry {
  typed: TypedList
  change: (part: Partial<TypedList>) => void
}

/** A list that is typed or pasted: what was understood stands beneath it at once, with what to mend beside each line. */
export function ListEntry({ typed, change, today, error }: Entry & { today: string; error?: string | null }) {
  const list = readTypedList(typed, today)
  const toDo = toMend(list, typed)
  const withoutKana = list.rows.filter(({ said }) => said.name !== '' && said.nameKana === '').length
  return (
    <div class="stack group-list-entry">
      <TextArea
        label={words.paste}
        id="group-list"
        hint={words.hint}
        rows={6}
        value={typed.text}
        error={error ?? null}
        onInput={(text) => change({ text })}
      />
      {list.rows.length > 0 ? (
        <>
          <p role="status">
            <strong>{words.read(list.rows.length)}</strong> {withoutKana > 0 ? words.withoutKana(withoutKana) : ''}
            {toDo > 0 ? <strong> {words.toMend(toDo)}</strong> : null}
          </p>
          {list.rows.some(({ mistakes }) => mistakes.length > 0) ? (
            <CheckField
              label={words.skip}
              checked={typed.skip !== ''}
              onChange={(skip) => change({ skip: skip ? 'yes' : '' })}
            />
          ) : null}
          <Columns list={list} typed={typed} change={change} />
          <Preview list={list} />
        </>
      ) : null}
    </div>
  )
}
