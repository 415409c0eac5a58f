/** Keys that have a sign of their own on the keyboard. */
const signs: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→' }

/** Shows a key on or beside what it does. Screen readers hear it through aria-keyshortcuts instead. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span class="key-place" aria-hidden="true">
      <kbd class="key-hint">{signs[keys] ?? (keys.length === 1 ? keys.toUpperCase() : keys)}</kbd>
    </span>
  )
}
