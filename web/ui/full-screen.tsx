import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'

export interface FullScreenProps {
  tone: 'stop' | 'good' | 'plain' | 'dark'
  title: ComponentChildren
  children: ComponentChildren
}

/** What nobody may miss: it fills the screen, takes the focus, and goes only by the button it brings. */
export function FullScreen({ tone, title, children }: FullScreenProps) {
  const titleId = useId()
  const element = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    element.current?.showModal()
    heading.current?.focus()
    return () => element.current?.close()
  }, [])
  return (
    <dialog
      ref={element}
      class={tone === 'dark' ? 'put-away' : `phone-alert phone-alert-${tone}`}
      role="alertdialog"
      aria-labelledby={titleId}
      onCancel={(event) => event.preventDefault()}
    >
      <h1 id={titleId} ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </dialog>
  )
}
