import './scenario-editor.css'
import { useState } from 'preact/hooks'
import type { ScenarioCheck } from '#shared/practice/drill-room.ts'
import { AddInject, InjectTable } from '#web/practice/inject-table.tsx'
import { InjectTimeline } from '#web/practice/inject-timeline.tsx'
import { LoadPreview } from '#web/practice/load-preview.tsx'
import {
  addInject,
  moveInject,
  readTimeline,
  removeInject,
  renameScenario,
  type Timeline,
  type TimelineInject,
} from '#web/practice/scenario-editing.ts'
import { useScenario } from '#web/practice/use-scenario.ts'
import { editorTexts as words } from '#web/texts/scenario-editor.ts'
import { Button } from '#web/ui/button.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { Progress } from '#web/ui/progress.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { type Undoable, UndoBar } from '#web/ui/undo-bar.tsx'

function Problems({ problems }: Pick<ScenarioCheck, 'problems'>) {
  return (
    <section class="form-part" aria-labelledby="scenario-problems">
      <h3 id="scenario-problems">{words.problems}</h3>
      {problems.length === 0 ? <p role="status">{words.noProblems}</p> : null}
      <ul class="controller-list">
        {problems.map(({ line, path, sentence }) => (
          <li key={`${line} ${path} ${sentence}`} class="controller-given">
            <span class="number quiet">{words.line(line, path)}</span> {sentence}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface SavingProps {
  timeline: Timeline
  mayBeSaved: boolean
  onSave: (name: string, title: string) => Promise<void>
}

function Saving({ timeline, mayBeSaved, onSave }: SavingProps) {
  const [name, setName] = useState(`${timeline.name}-ours`)
  const [title, setTitle] = useState(timeline.title)
  const fits = /^[a-z0-9-]+$/.test(name)
  return (
    <section class="form-part" aria-labelledby="scenario-save">
      <h3 id="scenario-save">{words.save}</h3>
      <div class="form-grid">
        <TextField
          id="scenario-name"
          label={words.name}
          value={name}
          onInput={setName}
          error={fits ? null : words.nameUnfit}
        />
        <TextField id="scenario-title" label={words.scenarioTitle} maxLength={80} value={title} onInput={setTitle} />
      </div>
      <Button
        variant="next"
        disabledBecause={!fits ? words.nameUnfit : mayBeSaved ? null : words.fixFirst}
        onPress={() => onSave(name, title.trim())}
      >
        {words.saveIt}
      </Button>
    </section>
  )
}

interface EditorProps {
  name: string
  onBack: () => void
}

interface InjectsProps {
  text: string
  timeline: Timeline
  change: (text: string) => void
}

/** Injects along the day and in a table; one that was removed can be taken back. */
function Injects({ text, timeline, change }: InjectsProps) {
  const [undoable, setUndoable] = useState<(Undoable & { text: string }) | null>(null)
  const move = (index: number, minutes: number) => change(moveInject(text, index, minutes))
  const remove = ({ index, title }: TimelineInject) => {
    setUndoable({ id: `${index} ${text.length}`, message: words.removed(title), text })
    change(removeInject(text, index))
  }
  const takeBack = () => {
    if (undoable) change(undoable.text)
    setUndoable(null)
  }
  return (
    <>
      <InjectTimeline timeline={timeline} onMove={move} />
      <InjectTable injects={timeline.injects} onMove={move} onRemove={remove} />
      <AddInject onAdd={(inject) => change(addInject(text, inject))} />
      <UndoBar undoable={undoable} onUndo={takeBack} onGone={() => setUndoable(null)} />
    </>
  )
}

function WholeText({ text, change }: Pick<InjectsProps, 'text' | 'change'>) {
  return (
    <details>
      <summary>{words.whole}</summary>
      <TextArea id="scenario-text" label={words.whole} hint={words.wholeHint} rows={24} value={text} onInput={change} />
    </details>
  )
}

function Editing({
  scenario,
  onSaved,
}: {
  scenario: ReturnType<typeof useScenario>
  onSaved: (title: string) => void
}) {
  const { text, check, change, save } = scenario
  if (text === null) return <Progress word={words.loading} />
  const timeline = readTimeline(text)
  const saveAs = async (name: string, title: string) => {
    const saved = await save(renameScenario(text, name, title))
    if (saved !== null) onSaved(saved)
  }
  return (
    <>
      {timeline && check ? <LoadPreview quarters={check.quarters} /> : null}
      {timeline ? (
        <Injects text={text} timeline={timeline} change={change} />
      ) : (
        <NoticeBanner tone="warning" title={words.unreadable} />
      )}
      <Problems problems={check?.problems ?? []} />
      <WholeText text={text} change={change} />
      {timeline ? <Saving timeline={timeline} mayBeSaved={check?.problems.length === 0} onSave={saveAs} /> : null}
    </>
  )
}

/** A scenario on its timeline: injects are moved, added and removed, the rest is text; saved under a name of its own. */
export function ScenarioEditor({ name, onBack }: EditorProps) {
  const scenario = useScenario(name)
  const [saved, setSaved] = useState('')
  return (
    <div class="stack">
      <div class="toolbar">
        <Button onPress={onBack}>{words.back}</Button>
      </div>
      {scenario.said === '' ? null : <NoticeBanner tone="warning" title={scenario.said} live />}
      {saved === '' ? null : <NoticeBanner tone="information" title={words.saved(saved)} live />}
      <Editing scenario={scenario} onSaved={setSaved} />
    </div>
  )
}
