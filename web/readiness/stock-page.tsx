import { Fragment } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { toHalfWidthDigits } from '#shared/core/japanese-text.ts'
import { timeZone } from '#shared/core/time.ts'
import { lookAgainOn, stockCode, stockDue } from '#shared/readiness/rules.ts'
import type { StockItem } from '#shared/readiness/stock-item.ts'
import { ownerNames } from '#shared/texts/readiness-words.ts'
import type { InputOf } from '#web/core/send.ts'
import { act, mayEdit, momentWord, remove, today } from '#web/readiness/acts.ts'
import { readinessWords, stockWords as words } from '#web/texts/readiness.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { NumberField } from '#web/ui/number-field.tsx'

export function DueBadge({ item }: { item: StockItem }) {
  const due = stockDue(item, today(), timeZone)
  if (due === null) return null
  return <Badge tone={due === 'missing' || due === 'expired' ? 'stop' : 'warning'}>{words.due[due]}</Badge>
}

/** One tap: it is there and the number is right, there are so many, or it is gone. */
function Checks({ item: { id: stockId, name, count } }: { item: StockItem }) {
  const [typed, setTyped] = useState('')
  const number = toHalfWidthDigits(typed).trim()
  const wrong = /^\d{1,5}$/.test(number) ? null : readinessWords.wholeNumber
  const check = (found: InputOf<'readiness.checkStock'>['found'], counted: number | null) =>
    act(
      'readiness.checkStock',
      { stockId, found, count: counted },
      {
        message: words.checked(name),
        run: () => act('readiness.takeBackStockCheck', { stockId }),
      },
    )
  const counted = async () => {
    if (wrong !== null) return
    await check('counted', Number(number))
    setTyped('')
  }
  return (
    <div class="stack">
      <Button variant="next" wide large shortcut="y" onPress={() => check('fine', null)}>
        {words.fine}
      </Button>
      <div class="toolbar">
        <NumberField
          label={words.countLabel}
          placeholder={String(count)}
          value={typed}
          onInput={setTyped}
          onEnter={() => void counted()}
        />
        <Button onPress={counted} disabledBecause={typed === '' ? null : wrong}>
          {words.counted}
        </Button>
        <Button variant="danger" onPress={() => check('missing', null)}>
          {words.missing}
        </Button>
      </div>
    </div>
  )
}

function Facts({ item }: { item: StockItem }) {
  const { kind, owner, ofWhom, returnOn, place, count, unit, expiresOn, look } = item
  const rows: readonly (readonly [string, string])[] = [
    [words.fields.count, `${count}${unit}`],
    [words.fields.place, place],
    [words.fields.kind, words.kinds[kind]],
    [words.fields.owner, [ownerNames[owner], ofWhom].filter(Boolean).join('・')],
    [words.fields.returnOn, returnOn ?? ''],
    [words.fields.expiresOn, expiresOn ?? ''],
    [words.nextLook, lookAgainOn(item, timeZone) ?? ''],
    [words.lastLook, look ? words.look(momentWord(look.at), look.by, words.findings[look.found]) : words.never],
  ]
  return (
    <dl class="facts">
      {rows
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  )
}

interface StockPageProps {
  item: StockItem
  /** Whoever scanned its label has come for this thing: it comes into sight. */
  arrived: boolean
  onChange: () => void
}

/** The page of one thing, as its label opens it. */
export function StockPage({ item, arrived, onChange }: StockPageProps) {
  const page = useRef<HTMLElement>(null)
  useEffect(() => {
    if (arrived) page.current?.scrollIntoView()
  }, [arrived])
  return (
    <section ref={page} class="stack set-up-stock-page" aria-labelledby="stock-page">
      <h3 id="stock-page">
        <span class="number">{stockCode(item.number)}</span> {item.name} <DueBadge item={item} />
      </h3>
      {mayEdit() ? <Checks key={item.id} item={item} /> : null}
      <Facts item={item} />
      {mayEdit() ? (
        <div class="toolbar">
          <Button onPress={onChange}>{readinessWords.change}</Button>
          <Button onPress={() => remove({ kind: 'stockItem', id: item.id }, item.name)}>{readinessWords.remove}</Button>
        </div>
      ) : null}
    </section>
  )
}
