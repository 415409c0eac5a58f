import { type Signal, signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { newId } from '#shared/core/ids.ts'
import type { RecordKind } from '#shared/records.ts'
import { mayEdit } from '#web/readiness/acts.ts'
import { RecordForm, type RecordWriting } from '#web/readiness/record-form.tsx'
import { readinessWords as words } from '#web/texts/readiness.ts'
import { Button } from '#web/ui/button.tsx'

/** A kind of record that a part of the set-up room holds, and which of them is being written just now. */
export interface Written<R extends RecordKind, K extends string> extends RecordWriting<R, K> {
  recordId: Signal<string | null>
}

export function writtenHere<R extends RecordKind, K extends string>(writing: RecordWriting<R, K>): Written<R, K> {
  return { ...writing, recordId: signal(null) }
}

interface WritingPartProps<R extends RecordKind, K extends string> {
  written: Written<R, K>
  /** What the button says that begins a new one. */
  add: string
  /** What stands beside that button. */
  tools?: ComponentChildren
  children: ComponentChildren
}

/** A part of the set-up room: the button that adds a record, what there is, and the form over it. */
export function WritingPart<R extends RecordKind, K extends string>(props: WritingPartProps<R, K>) {
  const { written, add, tools } = props
  const open = written.recordId.value
  return (
    <div class="stack">
      {mayEdit() || tools ? (
        <div class="toolbar">
          {mayEdit() ? (
            <Button variant="next" shortcut="n" onPress={() => (written.recordId.value = newId())}>
              {add}
            </Button>
          ) : null}
          {tools}
        </div>
      ) : null}
      {props.children}
      {open === null ? null : (
        <RecordForm key={open} writing={written} recordId={open} onClose={() => (written.recordId.value = null)} />
      )}
    </div>
  )
}

/** Opens a record's form; the spoken name says which record. */
export function ChangeButton({ about, onPress }: { about: string; onPress: () => void }) {
  return (
    <Button label={`${about}: ${words.change}`} onPress={onPress}>
      {words.change}
    </Button>
  )
}
