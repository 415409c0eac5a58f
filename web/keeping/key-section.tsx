import { signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { badgeText } from '#shared/access/badge.ts'
import { formatDate } from '#shared/core/japanese-date.ts'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import type { KeyStatus } from '#shared/keeping/key-status.ts'
import { BadgeField } from '#web/access/badge-field.tsx'
import { request } from '#web/core/request.ts'
import { send } from '#web/core/send.ts'
import { keyTexts } from '#web/texts/keeping-key.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { deviceMemory } from '#web/ui/device-memory.ts'
import { Dialog } from '#web/ui/dialog.tsx'

/** How the key is kept; null on any other computer than the center's own. */
const status = signal<KeyStatus | null>(null)

async function readStatus(): Promise<void> {
  const reply = await request<KeyStatus>('GET', '/api/keeping/key')
  status.value = reply.kind === 'done' && reply.body.state !== 'none' ? reply.body : null
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
  await readStatus()
  return done.problem ? problemSentence(done.problem, 'ja') : ''
}

const printSheet = () =>
  actOnKey('keeping.printRecoverySheet', async () => {
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

function Lock({ state, sheetPrintedAt }: KeyStatus) {
  const [said, setSaid] = useState('')
  const lock = async (badge: string) => {
    const body = { badge: badgeText(badge) }
    setSaid(
      (await actOnKey('keeping.lockKey', () => request('POST', '/api/keeping/key/lock', body))) || keyTexts.lockedNow,
    )
  }
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

/** データのかぎ: the recovery sheet, and whether a start asks for the lead's badge. */
export function KeySection() {
  useEffect(() => void readStatus(), [])
  const now = status.value
  if (now === null) return <p>{keyTexts.elsewhere}</p>
  return (
    <>
      <h3>{keyTexts.title}</h3>
      <p>{now.state === 'locked' ? keyTexts.locked(now.badges.join('、')) : keyTexts.open}</p>
      <Sheet {...now} />
      <Lock {...now} />
    </>
  )
}

const putOff = signal(deviceMemory.read('key-offer') !== null)

/** One screen at the first start of a center: the sheet without which nothing helps when this computer is gone. */
export function KeyOffer() {
  const [said, setSaid] = useState('')
  useEffect(() => void readStatus(), [])
  const later = () => {
    deviceMemory.write('key-offer', 'later')
    putOff.value = true
  }
  const open = status.value !== null && status.value.sheetPrintedAt === null && !putOff.value
  return (
    <Dialog
      open={open}
      title={keyTexts.offerTitle}
      onClose={later}
      actions={
        <>
          <Button variant="next" onPress={async () => setSaid(await printSheet())}>
            {keyTexts.print}
          </Button>
          <Button onPress={later}>{keyTexts.later}</Button>
        </>
      }
    >
      <p>{keyTexts.offerWords}</p>
      <p role="status">{said}</p>
    </Dialog>
  )
}
