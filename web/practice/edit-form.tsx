import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Refusal } from '#web/core/request.ts'
import { keptOf } from '#web/practice/open-form.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { editorTexts as words } from '#web/texts/scenario-editor.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

/** What is said beside fields, by their names. */
export type Faults = Readonly<Record<string, string | undefined>>

/** A draft as it would be written, or what is missing of it. */
export type Read<W> = { written: W; faults: null } | { written: null; faults: Faults }

export interface FormParts<D> {
  draft: D
  faults: Faults
  change: (part: Partial<D>) => void
}

interface EditFormProps<D extends object, W> {
  /** Under which what is typed is kept in the tab. */
  form: string
  initial: D
  title: string
  press: string
  read: (draft: D) => Read<W>
  /** Beside which field a fault of the file belongs; undefined where it lies outside the form. */
  fieldOf: (path: string) => string | undefined
  onDone: (written: W) => Promise<Refusal | null>
  onClose: () => void
  children: (parts: FormParts<D>) => ComponentChildren
}

/** A form that edits the file; what cannot be is said beside its field, and nothing is written. */
export function EditForm<D extends object, W>(props: EditFormProps<D, W>) {
  const { form, initial, title, press, read, fieldOf, onDone, onClose, children } = props
  const kept = useDraft(keptOf(form), initial)
  const [told, setTold] = useState<{ faults: Faults; said: string }>({ faults: {}, said: '' })
  const close = () => {
    kept.clear()
    onClose()
  }
  const hear = (refusal: Refusal) => {
    const { path } = refusal.details
    const field = refusal.code === 'practice.editUnfit' && typeof path === 'string' ? fieldOf(path) : undefined
    const sentence = problemSentence(refusal, 'ja')
    setTold(field ? { faults: { [field]: sentence }, said: '' } : { faults: {}, said: sentence })
  }
  const done = async () => {
    const { written, faults } = read(kept.value)
    if (written === null) return setTold({ faults: faults ?? {}, said: '' })
    const refusal = await onDone(written)
    if (refusal) hear(refusal)
    else close()
  }
  const change = (part: Partial<D>) => {
    kept.change(part)
    // What was said of a field was said of what stood there before.
    const left = Object.entries(told.faults).filter(([field]) => !((field.split('.')[0] ?? '') in part))
    setTold({ faults: Object.fromEntries(left), said: told.said })
  }
  return (
    <Dialog
      open
      wide
      title={title}
      closeLabel={words.cancel}
      onClose={close}
      actions={
        <Button variant="next" shortcut="Ctrl+Enter" onPress={done}>
          {press}
        </Button>
      }
    >
      {told.said === '' ? null : <NoticeBanner tone="warning" title={told.said} live />}
      {children({ draft: kept.value, faults: told.faults, change })}
    </Dialog>
  )
}
