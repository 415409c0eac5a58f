import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface ModalCoverProps {
  titleId: string
  /** As a screen that is switched off, whatever ground the device has. */
  dark?: boolean
  children: ComponentChildren
}

/**
 * Covers the whole desk until somebody has shown who they are. A modal of its own: a dialog that was left open beneath
 * would otherwise keep every key and press from what lies above it, even unseen.
 */
export function ModalCover({ titleId, dark, children }: ModalCoverProps) {
  const element = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    element.current?.showModal()
    return () => element.current?.close()
  }, [])
  return (
    <dialog
      ref={element}
      class={dark ? 'lock-screen lock-screen-dark' : 'lock-screen'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
      }}
    >
      {children}
    </dialog>
  )
}
