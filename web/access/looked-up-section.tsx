import { useEffect, useState } from 'preact/hooks'
import type { z } from 'zod'
import type { findLooks, whoLooksMuch } from '#shared/access/reads.ts'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import { LookRuleSection } from '#web/access/look-rule-section.tsx'
import { ask } from '#web/core/ask.ts'
import { centerNow, instantNow } from '#web/core/clock.ts'
import { store } from '#web/core/store.ts'
import { looksTexts } from '#web/texts/access.ts'
import { chronologySentence } from '#web/texts/chronology.ts'
import { Button } from '#web/ui/button.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

type Found = z.infer<typeof findLooks.answer>
type Look = Found['looks'][number]

const timeOf = ({ at }: Look) => `${dateOf(at, timeZone).slice(5).replace('-', '/')} ${clockOf(at, timeZone)}`

const columns: readonly Column<Look>[] = [
  { key: 'at', header: looksTexts.at, cell: (look) => <span class="number">{timeOf(look)}</span> },
  { key: 'who', header: looksTexts.who, cell: ({ actorName }) => actorName || looksTexts.phone },
  { key: 'what', header: looksTexts.what, cell: chronologySentence },
  {
    key: 'device',
    header: looksTexts.device,
    cell: ({ device }) => <span class="number">{looksTexts.deviceOf(device)}</span>,
  },
  { key: 'why', header: looksTexts.why, cell: ({ why }) => looksTexts.reasons[why] },
]

/** Told to the lead on every page of theirs: one person looks more often than calls explain. */
export function ManyLooksBanner({ onShow }: { onShow: () => void }) {
  const [much, setMuch] = useState<z.infer<typeof whoLooksMuch.answer>['people']>([])
  const minute = Math.floor(instantNow() / 60_000)
  useEffect(() => {
    void ask('access.whoLooksMuch', {}).then((reply) => {
      if (reply.kind === 'done') setMuch(reply.body.people)
    })
  }, [minute])
  if (much.length === 0) return null
  const said = much.map(({ name, count }) => looksTexts.much(name, count)).join(' ')
  return (
    <NoticeBanner
      tone="warning"
      live
      title={looksTexts.muchTitle}
      action={<Button onPress={onShow}>{looksTexts.show}</Button>}
    >
      {said}
    </NoticeBanner>
  )
}

/** How often each person looked today, as buttons that show only theirs. */
function People({
  looks,
  chosen,
  onChoose,
}: {
  looks: readonly Look[]
  chosen: string | null
  onChoose: (id: string | null) => void
}) {
  const today = dateOf(centerNow(), timeZone)
  const staff = store.all('staff')
  const counted = staff
    .map(({ id, name }) => ({
      id,
      name,
      count: looks.filter((one) => one.actorId === id && dateOf(one.at, timeZone) === today).length,
    }))
    .filter(({ id, count }) => count > 0 || id === chosen)
    .sort((one, other) => other.count - one.count)
  return (
    <div class="toolbar">
      <Button pressed={chosen === null} onPress={() => onChoose(null)}>
        {looksTexts.everyone}
      </Button>
      {counted.map(({ id, name, count }) => (
        <Button key={id} pressed={chosen === id} onPress={() => onChoose(id)}>
          {name} <span class="number">{looksTexts.times(count)}</span>
        </Button>
      ))}
    </div>
  )
}

/** 電話番号などを見た人: who, when, how often; and whether the record of it is whole. */
export function LookedUpSection() {
  const [found, setFound] = useState<Found | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [refused, setRefused] = useState(false)
  const look = async () => {
    const reply = await ask('access.findLooks', { staffId: null })
    setRefused(reply.kind !== 'done')
    if (reply.kind === 'done') setFound(reply.body)
  }
  useEffect(() => void look(), [])
  if (!found) return <p role="status">{refused ? looksTexts.noAnswer : looksTexts.asking}</p>
  const rows = found.looks.filter(({ actorId }) => chosen === null || actorId === chosen)
  return (
    <div class="stack">
      <p>{looksTexts.explanation}</p>
      {found.holds ? (
        <p>
          {looksTexts.head} <strong class="number">{found.head}</strong>
        </p>
      ) : (
        <NoticeBanner tone="stop" title={looksTexts.brokenTitle}>
          {looksTexts.broken}
        </NoticeBanner>
      )}
      <People looks={found.looks} chosen={chosen} onChoose={setChosen} />
      <DataTable
        caption={looksTexts.title}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={looksTexts.none}
      />
      <Button onPress={look}>{looksTexts.again}</Button>
      <LookRuleSection />
    </div>
  )
}
