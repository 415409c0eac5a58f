import { useState } from 'preact/hooks'
import { badgeIn } from '#shared/access/badge.ts'
import { CodeReaders } from '#web/center/code-readers.tsx'
import { accessTexts } from '#web/texts/access.ts'
import { codeWords } from '#web/texts/codes.ts'
import { TextField } from '#web/ui/text-field.tsx'

interface BadgeFieldProps {
  label: string
  autoFocus: boolean
  onBadge: (badge: string) => void
}

/** Reads a badge: a scanner types into the field, the camera looks where the page may use it, a picture does elsewhere. */
export function BadgeField({ label, autoFocus, onBadge }: BadgeFieldProps) {
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | null>(null)
  const take = (text: string, otherwise: string | null) => {
    const badge = badgeIn(text)
    setTyped(badge === null ? text : '')
    setError(badge === null ? otherwise : null)
    if (badge !== null) onBadge(badge)
    return badge !== null
  }
  const read = (text: string) => {
    const isBadge = take(text, accessTexts.badgeUnlike)
    // What a camera saw is no half-typed badge: nothing of it stays in the field.
    setTyped('')
    return isBadge
  }
  return (
    <div class="badge-field">
      {/* A scanner ends with Enter; before that the field holds only part of what it types. */}
      <TextField
        id="badge"
        kind="password"
        autoComplete="off"
        label={label}
        hint={accessTexts.badgeFirstHint}
        value={typed}
        onInput={(text) => take(text, null)}
        error={error}
        autoFocus={autoFocus}
        onEnter={() => {
          if (typed !== '') take(typed, accessTexts.badgeUnlike)
          setTyped('')
        }}
      />
      <CodeReaders onCode={read} onNone={() => setError(codeWords.none)} />
    </div>
  )
}
