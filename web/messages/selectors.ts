import { signal } from '@preact/signals'
import { newId } from '#shared/core/ids.ts'
import type { Notice } from '#shared/messages/notice.ts'
import { noticeInForce } from '#shared/messages/rules.ts'
import { send, unsent } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'

/** What was said on the day that is open; with the day's end it is history, also on a page that stays open. */
export function noticesToday(): readonly Notice[] {
  const today = store.all('day').find(({ status }) => status === 'open')
  return store.all('notice').filter(({ dayId }) => dayId === today?.id)
}

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
  const open = noticesToday()
    .filter(({ id, liftedAt }) => liftedAt === null && acknowledgement(id) === 'none')
    .sort((one, other) => (one.at < other.at ? 1 : -1))
  return noticeInForce(open) ?? open[0] ?? null
}

/** The stop or the shorter day that holds now, on any page. */
export function holdingNotice(): Notice | null {
  return noticeInForce(noticesToday())
}

/** The last stop that this phone had acknowledged and that was taken back. */
export function liftedStop(): Notice | undefined {
  return noticesToday()
    .filter(({ id, kind, liftedAt }) => kind === 'stop' && liftedAt !== null && acknowledgement(id) !== 'none')
    .at(-1)
}

/** Sends わかりました; kept on the phone until the center has it. */
export async function acknowledgeHere(noticeId: string, attendanceId: string): Promise<void> {
  tapped.value = [...tapped.value, noticeId]
  await send('messages.acknowledge', { acknowledgementId: newId(), noticeId, attendanceId })
}

/** Someone who has not said わかりました, with what a desk needs to reach them. */
export interface Unreached {
  attendanceId: string
  number: number
  name: string
  isLeader: boolean
  hasPhone: boolean
}

/** People of one team, or of none, in the order in which they are called: teams that are out first. */
export interface UnreachedGroup {
  teamNumber: number | null
  isOut: boolean
  people: Unreached[]
}

const atCenterOrOut = ['consulting', 'waiting', 'inTeam', 'out', 'centerWork', 'waitingListed', 'returned']

/** Who must know of a notice: everybody who had come by then and has not gone home. */
function concerned(notice: Notice) {
  return store
    .all('attendance')
    .filter(
      ({ dayId, status, checkedInAt }) =>
        dayId === notice.dayId && atCenterOrOut.includes(status) && checkedInAt <= notice.at,
    )
}

/** How many must know, and who does not yet. */
export function acknowledgementsOf(notice: Notice): { all: number; known: number; groups: UnreachedGroup[] } {
  const known = new Set(
    store
      .all('noticeAcknowledgement')
      .filter(({ noticeId }) => noticeId === notice.id)
      .map(({ attendanceId }) => attendanceId),
  )
  const people = concerned(notice)
  const groups = new Map<string | null, UnreachedGroup>()
  for (const person of people.filter(({ id }) => !known.has(id))) {
    const team = store.get('team', person.teamId)
    const key = team?.id ?? null
    const group = groups.get(key) ?? { teamNumber: team?.number ?? null, isOut: team?.status === 'out', people: [] }
    const { id, number, name, channel } = person
    const isLeader = team?.leaderId === id
    group.people.push({ attendanceId: id, number, name, isLeader, hasPhone: channel === 'phone' })
    groups.set(key, group)
  }
  for (const { people: members } of groups.values())
    members.sort((one, other) => Number(other.isLeader) - Number(one.isLeader) || one.number - other.number)
  const ordered = [...groups.values()].sort(
    (one, other) => Number(other.isOut) - Number(one.isOut) || (one.teamNumber ?? 1e9) - (other.teamNumber ?? 1e9),
  )
  const unreached = ordered.reduce((sum, group) => sum + group.people.length, 0)
  return { all: people.length, known: people.length - unreached, groups: ordered }
}
