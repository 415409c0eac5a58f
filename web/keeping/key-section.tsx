import { signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { badgeText } from '#shared/access/badge.ts'
import { formatDate } from '#shared/core/japanese-date.ts'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import type { KeyStatus } from '#shared/keeping/key-status.ts'
import { autostartTexts } from '#shared/texts/keeping-autostart.ts'
import { BadgeField } from '#web/access/badge-field.tsx'
import { request } from '#web/core/request.ts'
import { send } from '#web/core/send.ts'
import { AutostartPart } from '#web/keeping/autostart-part.tsx'
import { keyTexts } from '#web/texts/keeping-key.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'

/** How the key is kept; null on any other computer than the center's own. */
export const keyStatus = signal<KeyStatus | null>(null)

export async function readKeyStatus(): Promise<void> {
  const reply = await request<KeyStatus>('GET', '/api/keeping/key')
  keyStatus.value = reply.kind === 'done' && reply.body.state !== 'none' ? reply.body : null
}

type KeyAct = 'keeping.printRecoverySheet' | 'keeping.lockKey' | 'keeping.unlockKey'

/** Notes the act, for which the PIN is asked, and then does it; the sentence of what went wrong, or ''. */
async function actOnKey(
  type: KeyAct,
  then: () => Promise<{ kind: string; problem?: Parameters<typeof problemSentence>[0] }>,
) {
  const noted = await send(type, {}, { secret: true })
  if (noted.kind !== 'done') return noted.kind === 'refused' ? problemSentence(noted.problem, 'ja') : ''
  const done = await then()
  await readKeyStatus()
  return done.problem ? problemSentence(done.problem, 'ja') : ''
}

/** The sheet takes the place of this page: what is to be found on the way back is noted before. */
export const printSheet = (before?: () => void) =>
  actOnKey('keeping.printRecoverySheet', async () => {
    before?.()
    location.assign('/sheets/recovery')
    return { kind: 'done' }
  })

function Sheet({ sheetPrintedAt }: KeyStatus) {
  const [said, setSaid] = useState('')
  return (
    <section class="form-part">
      <h3>{keyTexts.sheetTitle}</h3>
      <p>{keyTexts.sheetWords}</p>
      <p>
        {sheetPrintedAt === null
          ? keyTexts.neverPrinted
          : keyTexts.printedAt(formatDate(dateOf(sheetPrintedAt, timeZone), 'ja'), clockOf(sheetPrintedAt, timeZone))}
      </p>
      <p role="status">{said}</p>
      <Button variant={sheetPrintedAt === null ? 'next' : undefined} onPress={async () => setSaid(await printSheet())}>
        {keyTexts.print}
      </Button>
    </section>
  )
}

/** From the next start on the badge is asked for; the sentence of what went wrong, or ''. */
export const lockWith = (badge: string) =>
  actOnKey('keeping.lockKey', () => request('POST', '/api/keeping/key/lock', { badge: badgeText(badge) }))

function Lock({ state, sheetPrintedAt }: KeyStatus) {
  const [said, setSaid] = useState('')
  const lock = async (badge: string) => setSaid((await lockWith(badge)) || keyTexts.lockedNow)
  const unlock = async () => {
    const wrong = await actOnKey('keeping.unlockKey', () => request('POST', '/api/keeping/key/unlock'))
    setSaid(wrong || keyTexts.unlockedNow)
  }
  return (
    <section class="form-part">
      <h3>{keyTexts.lockTitle}</h3>
      <p>{keyTexts.lockWords}</p>
      {sheetPrintedAt === null ? (
        <p>{keyTexts.lockFirst}</p>
      ) : (
        <BadgeField label={keyTexts.badgeLabel} autoFocus={false} onBadge={(badge) => void lock(badge)} />
      )}
      <p role="status">{said}</p>
      {state === 'locked' ? <Button onPress={unlock}>{keyTexts.unlock}</Button> : null}
    </section>
  )
}

function stateOf({ state, badges }: KeyStatus): string {
  if (state !== 'locked') return keyTexts.open
  return badges.length === 0 ? keyTexts.lockedByNobody : keyTexts.locked(badges.join('、'))
}

/** データのかぎ: the recovery sheet, and whether a start asks for the lead's badge. */
export function KeySection() {
  useEffect(() => void readKeyStatus(), [])
  const now = keyStatus.value
  if (now === null) return <p>{keyTexts.elsewhere}</p>
  return (
    <>
      <h3>{keyTexts.title}</h3>
      <p>{stateOf(now)}</p>
      <Sheet {...now} />
      <Lock {...now} />
      <section class="form-part">
        <h3>{autostartTexts.title}</h3>
        <AutostartPart />
      </section>
    </>
  )
}
