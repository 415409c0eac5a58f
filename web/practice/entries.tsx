import type { ComponentChildren } from 'preact'
import type { ScenarioLook } from '#shared/practice/scenario-desk.ts'
import { EntryFaults } from '#web/practice/inject-rows.tsx'
import { editorTexts as words } from '#web/texts/scenario-editor.ts'
import { Button } from '#web/ui/button.tsx'

export interface EntryPartProps {
  problems: ScenarioLook['problems']
  /** Says what was done. */
  say: (words: string) => void
}

interface Entry {
  /** Its place in the file. */
  index: number
  head: string
  title: string
  lines: readonly string[]
  says?: string
  onChange: (() => void) | null
  onRemove: (() => void) | null
}

interface EntriesProps extends Pick<EntryPartProps, 'problems'> {
  /** The file's name of the list, by which faults name it. */
  id: string
  title: string
  about: string
  add: string
  onAdd: () => void
  entries: readonly Entry[]
  /** The form, where one is open. */
  children: ComponentChildren
}

function Row({ entry }: { entry: Entry }) {
  const { title, onChange, onRemove } = entry
  return (
    <div class="inject-row-acts">
      {onChange ? (
        <Button label={`${words.change} ${title}`} onPress={onChange}>
          {words.change}
        </Button>
      ) : null}
      {onRemove ? (
        <Button label={`${words.remove} ${title}`} onPress={onRemove}>
          {words.remove}
        </Button>
      ) : null}
    </div>
  )
}

/** A list of a scenario's file, each entry with what is to be mended in it, and changed in a form. */
export function Entries({ id, title, about, add, onAdd, entries, problems, children }: EntriesProps) {
  return (
    <section class="form-part" aria-labelledby={`scenario-${id}`}>
      <div class="controller-row">
        <h3 id={`scenario-${id}`}>{title}</h3>
        <Button onPress={onAdd}>{add}</Button>
      </div>
      <p class="field-hint">{about}</p>
      <ul class="inject-rows">
        {entries.map((entry) => (
          <li key={entry.index} class="inject-row">
            <p class="inject-row-when">{entry.head}</p>
            <div class="inject-row-what">
              <p>
                <strong>{entry.title}</strong>
              </p>
              {entry.lines.map((line) => (line === '' ? null : <p key={line}>{line}</p>))}
              {entry.says ? <p class="say">{entry.says}</p> : null}
              <EntryFaults list={id} index={entry.index} problems={problems} />
            </div>
            <Row entry={entry} />
          </li>
        ))}
      </ul>
      {children}
    </section>
  )
}
