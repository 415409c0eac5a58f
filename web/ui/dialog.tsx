import type { ComponentChildren } from 'preact'
import { useContext, useId, useLayoutEffect, useRef } from 'preact/hooks'
import { UiWords } from './ui-words.ts'

export interface DialogProps {
  open: boolean
  title: string
  /** Called for Escape and for the closing button; the caller then draws it with `open` false. */
  onClose: () => void
  children: ComponentChildren
  /** The row of buttons at its foot, the next act first. */
  actions?: ComponentChildren
  /** What the closing button says where it answers a question. */
  closeLabel?: string | undefined
  wide?: boolean | undefined
}

/** A native modal dialog: it keeps the focus inside, gives it back, and hears Escape. A press beside it closes nothing. */
export function Dialog(props: DialogProps) {
  return props.open ? <OpenDialog {...props} /> : null
}

function OpenDialog({ title, onClose, children, actions, closeLabel, wide }: DialogProps) {
  const words = useContext(UiWords)
  const titleId = useId()
  const element = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)

  useLayoutEffect(() => {
    const dialog = element.current
    if (!dialog?.open) {
      // Showing it puts the focus into the field that asks for it; where none does, its title is read first.
      dialog?.showModal()
      if (!dialog?.querySelector('[autofocus]')) heading.current?.focus()
    }
    return () => dialog?.close()
  }, [])

  return (
    <dialog
      ref={element}
      class={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 class="dialog-title" id={titleId} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <div class="dialog-body">{children}</div>
      <div class="dialog-actions">
        {actions}
        <button type="button" class="button button-quiet" onClick={onClose}>
          {closeLabel ?? words.close}
        </button>
      </div>
    </dialog>
  )
}
