import { useShortcut } from '#web/ui/use-shortcut.ts'

interface DeskTabProps {
  label: string
  /** This key leads here, where there is more than one place to choose from. */
  keys: string | undefined
  current: boolean
  onChoose: () => void
}

/** One way to a desk, or to a part of the one desk that holds everything. */
export function DeskTab({ label, keys, current, onChoose }: DeskTabProps) {
  useShortcut(keys, onChoose)
  return (
    <button
      type="button"
      class="desk-tab"
      aria-current={current ? 'page' : undefined}
      aria-keyshortcuts={keys}
      title={keys}
      onClick={onChoose}
    >
      {label}
    </button>
  )
}
