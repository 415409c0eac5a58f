import { useState } from 'preact/hooks'
import { toCsv } from '#shared/core/csv.ts'
import type { ImportKind } from '#shared/roster/import-columns.ts'
import { type ImportFate, importFates } from '#shared/roster/import-plan.ts'
import type { ImportLine, ImportPreview } from '#shared/roster/import-reads.ts'
import { ask } from '#web/core/ask.ts'
import { send } from '#web/core/send.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { importTexts as words } from '#web/texts/roster-import.ts'
import { Button } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { saveFile } from '#web/ui/save-file.ts'
import { Tabs } from '#web/ui/tabs.tsx'
import { putList } from './put-list.ts'

/** A list that lies on the server to be looked at, and what it would do. */
interface Looked {
  importId: string
  show: ImportFate
  preview: ImportPreview
}

async function look(importId: string, show: ImportFate, from = 0): Promise<ImportPreview | string> {
  const reply = await ask('roster.previewImport', { importId, show, from })
  if (reply.kind === 'done') return reply.body
  return reply.kind === 'refused' ? problemSentence(reply.problem, 'ja') : words.noLine
}

/** What happens to one row, in words. */
function whatHappens(kind: ImportKind, { fate, changes, faults, rowFault, sameAsLine }: ImportLine): string {
  if (rowFault !== null) return words.rowFault(kind, rowFault, sameAsLine)
  if (fate === 'refused') return faults.map(({ field, reason }) => words.fault(field, reason)).join('。')
  if (fate === 'new') return changes.length > 0 ? words.knownPerson : words.becomesNew
  return fate === 'changed' ? words.changes(changes) : words.same
}

function Lines({ kind, lines }: { kind: ImportKind; lines: readonly ImportLine[] }) {
  if (lines.length === 0) return <EmptyState title={words.none} />
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{words.columns.line}</th>
          <th scope="col">{words.columns.name[kind]}</th>
          <th scope="col">{words.columns.what}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.line}>
            <td class="number">{words.line(line.line)}</td>
            <td>{line.name}</td>
            <td>{whatHappens(kind, line)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ChooseFile({ onLooked }: { onLooked: (looked: Looked) => void }) {
  const [state, setState] = useState<{ reading: boolean; why: string | null }>({ reading: false, why: null })
  const take = async (file: File | undefined) => {
    if (!file) return
    setState({ reading: true, why: null })
    const put = await putList(file)
    if (put.kind !== 'done') {
      const why = put.kind === 'refused' ? problemSentence(put.problem, 'ja') : words.noLine
      setState({ reading: false, why })
      return
    }
    // What cannot be taken is looked at first, where there is any.
    const preview = await look(put.importId, 'new')
    setState({ reading: false, why: typeof preview === 'string' ? preview : null })
    if (typeof preview !== 'string') onLooked({ importId: put.importId, show: 'new', preview })
  }
  return (
    <div class="stack">
      <p>{words.purpose}</p>
      <label class="field">
        <span class="field-label">{words.file}</span>
        <input
          class="field-input"
          type="file"
          accept=".csv,.txt,.tsv,.xlsx"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? []
            // The same file is chosen again once it was mended.
            event.currentTarget.value = ''
            void take(file)
          }}
        />
      </label>
      <p class="quiet">
        {words.needed} <a href="/imports/template.csv">{words.template}</a>
      </p>
      <p class="quiet">
        {words.groupNeeded} <a href="/imports/group-template.csv">{words.groupTemplate}</a>
      </p>
      {state.reading && <p role="status">{words.reading}</p>}
      {state.why !== null && (
        <p class="notice notice-warning" role="alert">
          {state.why}
        </p>
      )}
    </div>
  )
}

/** All lines of one fate, as a file for Excel. */
async function downloadRefused(importId: string, kind: ImportKind): Promise<void> {
  const rows: string[][] = [[words.columns.line, words.columns.name[kind], words.columns.what]]
  for (let from = 0; ; from += 100) {
    const page = await look(importId, 'refused', from)
    if (typeof page === 'string' || page.lines.length === 0) break
    rows.push(...page.lines.map((line) => [String(line.line), line.name, whatHappens(kind, line)]))
  }
  saveFile(toCsv(rows), 'refused.csv', 'text/csv')
}

interface Taking {
  state: 'taking' | 'stopped' | 'done'
  part: number
  added: number
  changed: number
  why: string | null
}

/** Takes part after part; where the line breaks it stops, and goes on from there. */
async function takeAll(looked: Looked, from: Taking, show: (taking: Taking) => void): Promise<void> {
  let taking: Taking = { ...from, state: 'taking', why: null }
  for (; taking.part < looked.preview.parts; ) {
    show(taking)
    const { importId } = looked
    const outcome = await send('roster.applyImport', { importId, part: taking.part })
    if (outcome.kind !== 'done') {
      const why = outcome.kind === 'refused' ? problemSentence(outcome.problem, 'ja') : words.noLine
      show({ ...taking, state: 'stopped', why })
      return
    }
    // What the handler answered.
    const { counts } = outcome.answer as { counts: ImportPreview['counts'] }
    const { part, added, changed } = taking
    taking = { ...taking, part: part + 1, added: added + counts.new, changed: changed + counts.changed }
  }
  show({ ...taking, state: 'done' })
}

function Taken({ looked, taking, onGoOn }: { looked: Looked; taking: Taking; onGoOn: () => void }) {
  const { preview, importId } = looked
  if (taking.state === 'taking') {
    return (
      <div class="stack" role="status">
        <p>{words.taking(taking.part, preview.parts)}</p>
        <progress max={preview.parts} value={taking.part} aria-label={words.taking(taking.part, preview.parts)} />
      </div>
    )
  }
  if (taking.state === 'stopped') {
    return (
      <div class="stack">
        <p class="notice notice-warning" role="alert">
          {words.stopped} {taking.why}
        </p>
        <Button variant="next" large onPress={onGoOn}>
          {words.goOn}
        </Button>
      </div>
    )
  }
  return (
    <div class="stack" role="status">
      <h3>{words.done}</h3>
      <p>{words.result(preview.kind, taking.added, taking.changed)}</p>
      {preview.counts.refused > 0 && (
        <>
          <p>{words.left(preview.counts.refused)}</p>
          <Button onPress={() => downloadRefused(importId, preview.kind)}>{words.refusedFile}</Button>
        </>
      )}
    </div>
  )
}

function Preview({ looked, change, onTake }: { looked: Looked; change: (to: Looked) => void; onTake: () => void }) {
  const { importId, show, preview } = looked
  const { kind, counts, lines, total, ignored } = preview
  const fates = words.fates(kind)
  const turnTo = async (next: ImportFate) => {
    const page = await look(importId, next)
    if (typeof page !== 'string') change({ importId, show: next, preview: page })
  }
  const more = async () => {
    const page = await look(importId, show, lines.length)
    if (typeof page !== 'string') change({ ...looked, preview: { ...page, lines: [...lines, ...page.lines] } })
  }
  const takes = counts.new + counts.changed
  return (
    <div class="stack">
      <p>{words.readAs[kind]}</p>
      {ignored.length > 0 && <p class="quiet">{words.ignored(ignored)}</p>}
      <Tabs
        label={words.tabs}
        tabs={importFates.map((fate) => ({ key: fate, label: fates[fate], count: counts[fate] }))}
        selected={show}
        onSelect={(key) => void turnTo(importFates.find((fate) => fate === key) ?? 'new')}
      >
        <Lines kind={kind} lines={lines} />
        {lines.length < total && <Button onPress={more}>{words.more(total - lines.length)}</Button>}
      </Tabs>
      <div class="actions">
        <Button variant="next" large onPress={onTake} disabledBecause={takes === 0 ? words.nothing : null}>
          {words.take(kind, takes)}
        </Button>
      </div>
    </div>
  )
}

const notBegun: Taking = { state: 'taking', part: 0, added: 0, changed: 0, why: null }

/** 名簿の取り込み: choose a file, see row by row what would happen, take it. */
export function ImportPanel({ onDone }: { onDone: () => void }) {
  const [looked, setLooked] = useState<Looked | null>(null)
  const [taking, setTaking] = useState<Taking | null>(null)
  const again = () => {
    setLooked(null)
    setTaking(null)
  }
  const take = (from: Taking) => looked && void takeAll(looked, from, setTaking)
  return (
    <section class="panel" aria-labelledby="import-title">
      <header class="panel-head">
        <h2 id="import-title">{words.title}</h2>
        <Button onPress={onDone}>{words.back}</Button>
        {looked !== null && taking?.state !== 'taking' && <Button onPress={again}>{words.another}</Button>}
      </header>
      <div class="panel-body">
        {looked === null && <ChooseFile onLooked={setLooked} />}
        {looked !== null && taking === null && (
          <Preview looked={looked} change={setLooked} onTake={() => take(notBegun)} />
        )}
        {looked !== null && taking !== null && <Taken looked={looked} taking={taking} onGoOn={() => take(taking)} />}
      </div>
    </section>
  )
}
