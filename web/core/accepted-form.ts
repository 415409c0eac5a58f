import { readOwnJson } from '#shared/core/json.ts'
import { currentEpoch } from '#web/core/epoch.ts'

/** A form of the reception page that was accepted, as it was sent. */
export interface AcceptedForm {
  id: string
  type: string
  input: unknown
  device: string
  /** As the personal page names its owner. */
  author: string
  seq: number
  center: string
  epoch: number
}

const key = 'sasae-accepted'

/** Leaves what was accepted for the personal page, which keeps it for the day; the reception page has no storage of its own. */
export function leaveAcceptedForm(
  form: Pick<AcceptedForm, 'id' | 'type' | 'input' | 'device' | 'author'>,
  seq: number,
): void {
  const now = currentEpoch()
  if (!now) return
  try {
    const { center, epoch } = now
    localStorage.setItem(key, JSON.stringify({ ...form, seq, center, epoch }))
  } catch {
    // Private browsing: what was accepted is at the center.
  }
}

/** Takes what the reception page left, once. */
export function takeAcceptedForm(): AcceptedForm | null {
  try {
    const left = localStorage.getItem(key)
    localStorage.removeItem(key)
    return left === null ? null : readOwnJson<AcceptedForm>(left)
  } catch {
    return null
  }
}
