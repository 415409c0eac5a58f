import type { RefObject } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Refusal } from '#web/core/request.ts'
import { accessTexts } from '#web/texts/access.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'

interface PinEntry {
  pin: string
  error: string | null
  busy: boolean
  field: RefObject<HTMLInputElement | null>
  type: (digits: string) => void
  clear: () => void
}

/** A PIN that is tried with its sixth digit; a wrong one is said, and the field is ready again. */
export function usePin(attempt: (pin: string) => Promise<Refusal | 'noLine' | null>, ready = true): PinEntry {
  const [pin, setPin] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const enter = async (digits: string) => {
    setBusy(true)
    const refusal = await attempt(digits)
    setBusy(false)
    setPin('')
    if (refusal === null) return setError(null)
    setError(refusal === 'noLine' ? accessTexts.noLine : problemSentence(refusal, 'ja'))
    field.current?.focus()
  }
  return {
    pin,
    error,
    busy,
    field,
    type(digits) {
      setPin(digits)
      if (digits.length === 6 && ready && !busy) void enter(digits)
    },
    clear() {
      setPin('')
      setError(null)
    },
  }
}
