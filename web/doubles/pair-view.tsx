import { useState } from 'preact/hooks'
import type { DoublePair } from '#shared/doubles/reads.ts'
import { mergeInto, sayTwo } from '#web/doubles/desk.ts'
import { keptByDefault, type SideRow, sideLabel, sideRows } from '#web/doubles/side-rows.ts'
import { doublesWords as words } from '#web/texts/doubles.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'

type Place = 'one' | 'other'

/** Whether both say the same, by a sign of its own and a word: never by colour alone. */
function Verdict({ row: { one, other } }: { row: SideRow }) {
  if (one === other) return <span class="doubles-same">＝ {words.equal}</span>
  if (one === '' || other === '') return <span class="quiet">＋ {words.gap}</span>
  return <span class="doubles-differs">≠ {words.different}</span>
}

interface CellProps {
  row: SideRow
  at: Place
  taken: boolean
  onTake: () => void
}

/** What one record says; where both say something else, a press takes this one's. */
function Cell({ row, at, taken, onTake }: CellProps) {
  if (!row.isChoice) return <td>{row[at] || '—'}</td>
  return (
    <td class={taken ? 'doubles-taken' : 'doubles-left'}>
      <Button pressed={taken} onPress={onTake} label={`${words.take(words.fields[row.key])}: ${row[at]}`}>
        {taken ? '✓ ' : ''}
        {row[at]}
      </Button>
    </td>
  )
}

/** What speaks for one and against, in words. */
export function Signs({ pair }: { pair: DoublePair }) {
  const list = (name: 'same' | 'almost' | 'differs') => pair[name].map((sign) => words.signs[sign]).join('・')
  return (
    <span class="doubles-signs">
      {pair.same.length > 0 ? (
        <Badge tone="good">
          ＝ {words.speaksFor}: {list('same')}
        </Badge>
      ) : null}
      {pair.almost.length > 0 ? (
        <Badge>
          ≒ {words.almost}: {list('almost')}
        </Badge>
      ) : null}
      {pair.differs.length > 0 ? (
        <Badge tone="warning">
          ≠ {words.speaksAgainst}: {list('differs')}
        </Badge>
      ) : null}
    </span>
  )
}

function Heads({ pair, kept, onKeep }: { pair: DoublePair; kept: Place; onKeep: (place: Place) => void }) {
  return (
    <thead>
      <tr>
        <th scope="col">{words.column.field}</th>
        {(['one', 'other'] as const).map((place) => (
          <th scope="col" key={place}>
            <span class="doubles-head">{sideLabel(pair[place])}</span>
            <Button pressed={kept === place} onPress={() => onKeep(place)}>
              {kept === place ? `✓ ${words.kept}` : words.keepThis}
            </Button>
          </th>
        ))}
        <th scope="col">{words.column.differs}</th>
      </tr>
    </thead>
  )
}

/** Two records side by side; which one is kept, and what is taken from the other. */
export function PairView({ pair }: { pair: DoublePair }) {
  const [kept, setKept] = useState<Place>(keptByDefault(pair.one, pair.other))
  const [taken, setTaken] = useState<Readonly<Record<string, Place>>>({})
  const rows = sideRows(pair.one, pair.other)
  const merged: Place = kept === 'one' ? 'other' : 'one'
  const take = rows.filter((row) => row.isChoice && (taken[row.key] ?? kept) === merged).map(({ key }) => key)
  return (
    <section class="panel-body stack doubles-pair" aria-label={`${sideLabel(pair.one)} / ${sideLabel(pair.other)}`}>
      <Signs pair={pair} />
      <table class="table doubles-table">
        <Heads pair={pair} kept={kept} onKeep={setKept} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{words.fields[row.key]}</th>
              {(['one', 'other'] as const).map((place) => (
                <Cell
                  key={place}
                  row={row}
                  at={place}
                  taken={(taken[row.key] ?? kept) === place}
                  onTake={() => setTaken({ ...taken, [row.key]: place })}
                />
              ))}
              <td>
                <Verdict row={row} />
                {row.isJoined && row.one !== row.other ? <span class="quiet"> {words.joined}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">{words.help}</p>
      <div class="actions">
        <Button
          variant="next"
          shortcut="Ctrl+Enter"
          onPress={() => mergeInto(pair, { kept: pair[kept], merged: pair[merged], take })}
        >
          {words.merge}
        </Button>
        <Button onPress={() => sayTwo(pair)}>{words.isTwo[pair.one.kind]}</Button>
      </div>
    </section>
  )
}
