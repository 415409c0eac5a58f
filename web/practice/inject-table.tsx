import { useState } from 'preact/hooks'
import { deskTitle } from '#shared/texts/desk-names.ts'
import { centerDesks } from '#web/center/desks.ts'
import { clockAt, minutesOf, type NewInject, type TimelineInject } from '#web/practice/scenario-editing.ts'
import { editorTexts as words } from '#web/texts/scenario-editor.ts'
import { Button } from '#web/ui/button.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { readTypedTime } from '#web/ui/typed-time.ts'
import { useDraft } from '#web/ui/use-draft.ts'

interface RowProps {
  inject: TimelineInject
  onMove: (minutes: number) => void
  onRemove: () => void
}

function Row({ inject: { title, minutes, index }, onMove, onRemove }: RowProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (minutes === null ? '' : clockAt(minutes))
  const read = readTypedTime(shown)
  const leave = () => {
    const at = read === null ? null : minutesOf(read)
    if (typed !== null && at !== null && at !== minutes) onMove(at)
    if (typed === '' || read !== null) setTyped(null)
  }
  return (
    <tr>
      <td>
        <TextField
          id={`inject-time-${index}`}
          label={words.timeOf(title)}
          hideLabel
          inputMode="numeric"
          value={shown}
          placeholder="--:--"
          onInput={setTyped}
          onBlur={leave}
          onEnter={leave}
          error={typed && read === null ? words.timeUnfit : null}
        />
      </td>
      <td>
        <strong>{title}</strong> {minutes === null ? <span class="quiet">{words.whenWords}</span> : null}
      </td>
      <td>
        <Button onPress={onRemove} label={`${words.remove} ${title}`}>
          {words.remove}
        </Button>
      </td>
    </tr>
  )
}

interface TableProps {
  injects: readonly TimelineInject[]
  onMove: (index: number, minutes: number) => void
  onRemove: (inject: TimelineInject) => void
}

/** Every inject, with its time to be typed. */
export function InjectTable({ injects, onMove, onRemove }: TableProps) {
  return (
    <table class="table scenario-table">
      <thead>
        <tr>
          <th scope="col">{words.time}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">
            <span class="visually-hidden">{words.remove}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {injects.map((inject) => (
          <Row
            key={inject.key}
            inject={inject}
            onMove={(minutes) => onMove(inject.index, minutes)}
            onRemove={() => onRemove(inject)}
          />
        ))}
      </tbody>
    </table>
  )
}

/** A new inject: to whom, when, and what happened. */
export function AddInject({ onAdd }: { onAdd: (inject: NewInject) => void }) {
  const draft = useDraft('scenario.add', { to: 'lead', time: '', title: '', text: '' })
  const { to, time, title, text } = draft.value
  const minutes = minutesOf(readTypedTime(time))
  const missing = title.trim() === '' || minutes === null
  const press = () => {
    if (minutes === null) return
    onAdd({ to, title: title.trim(), text: text.trim() || title.trim(), minutes })
    draft.clear()
  }
  const desks = centerDesks().map((desk) => ({ value: desk.name, label: deskTitle(desk) }))
  const others = [
    { value: 'team', label: words.team },
    { value: 'controller', label: words.controller },
  ]
  return (
    <section class="form-part" aria-labelledby="scenario-add">
      <h3 id="scenario-add">{words.add}</h3>
      <div class="form-grid">
        <SelectField
          label={words.to}
          value={to}
          emptyLabel=""
          onChange={(chosen) => draft.change({ to: chosen })}
          options={[...desks, ...others]}
        />
        <TextField
          id="add-time"
          label={words.time}
          inputMode="numeric"
          value={time}
          onInput={(typed) => draft.change({ time: typed })}
        />
        <TextField
          id="add-title"
          label={words.injectTitle}
          maxLength={60}
          value={title}
          onInput={(typed) => draft.change({ title: typed })}
        />
      </div>
      <TextArea
        id="add-text"
        label={words.injectText}
        maxLength={600}
        value={text}
        onInput={(typed) => draft.change({ text: typed })}
      />
      <Button onPress={press} disabledBecause={missing ? words.addMissing : null}>
        {words.addIt}
      </Button>
    </section>
  )
}
