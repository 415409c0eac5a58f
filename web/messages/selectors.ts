import { signal } from '@preact/signals'
import { newId } from '#shared/core/ids.ts'
import type { Notice } from '#shared/messages/notice.ts'
import { noticeInForce } from '#shared/messages/rules.ts'
import { send, unsent } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'

/** Notices that this phone has just acknowledged, before the center or the outbox knows. */
const tapped = signal<readonly string[]>([])

const isUnsent = (noticeId: string) =>
  unsent.value.some(({ type, input }) => type === 'messages.acknowledge' && has(input, noticeId))

function has(input: unknown, noticeId: string): boolean {
  return typeof input === 'object' && input !== null && 'noticeId' in input && input.noticeId === noticeId
}

/** How far this phone's わかりました has come. */
export function acknowledgement(noticeId: string): 'none' | 'unsent' | 'arrived' {
  if (store.all('noticeAcknowledgement').some((one) => one.noticeId === noticeId)) return 'arrived'
  return isUnsent(noticeId) || tapped.value.includes(noticeId) ? 'unsent' : 'none'
}

/** What this phone must show in full, the gravest first; null when all is acknowledged. */
export function noticeToAcknowledge(): Notice | null {
  const open = store
    .all('notice')
    .filter(({ id, liftedAt }) => liftedAt === null && acknowledgement(id) === 'none')
    .sort((one, other) => (one.at < other.at ? 1 : -1))
  return noticeInForce(open) ?? open[0] ?? null
}

/** The stop or the shorter day that holds now, on any page. */
export function holdingNotice(): Notice | null {
  return noticeInForce(store.all('notice'))
}

/** The last stop that this phone had acknowledged and that was taken back. */
export function liftedStop(): Notice | undefined {
  return store
    .all('notice')
    .filter(({ id, kind, liftedAt }) => kind === 'stop' && liftedAt !== null && acknowledgement(id) !== 'none')
    .at(-1)
}

/** Sends わかりました; kept on the phone until the center has it. */
export async function acknowledgeHere(noticeId: string, attendanceId: string): Promise<void> {
  tapped.value = [...tapped.value, noticeId]
  await send('messages.acknowledge', { acknowledgementId: newId(), noticeId, attendanceId })
}
