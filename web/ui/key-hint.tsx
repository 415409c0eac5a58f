/** Shows a key on or beside what it does. Screen readers hear it through aria-keyshortcuts instead. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span class="key-place" aria-hidden="true">
      <kbd class="key-hint">{keys.length === 1 ? keys.toUpperCase() : keys}</kbd>
    </span>
  )
}
