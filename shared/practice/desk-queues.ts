import type { Need } from '#shared/needs/need.ts'
import type { Team } from '#shared/teams/team.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'

/** What can stand in line at a desk, by the work that the desk does. */
const queueNames = [
  'line',
  'fillingIn',
  'admission',
  'intake',
  'surveys',
  'people',
  'orders',
  'sendOff',
  'comingBack',
] as const
export type QueueName = (typeof queueNames)[number]

/** Whose work a queue is. */
const workOf: Readonly<Record<QueueName, string>> = {
  line: 'reception',
  fillingIn: 'reception',
  admission: 'reception',
  intake: 'needs',
  surveys: 'survey',
  people: 'dispatch',
  orders: 'dispatch',
  sendOff: 'equipment',
  comingBack: 'return',
}

export interface QueueRecords {
  attendances: readonly Pick<Attendance, 'status'>[]
  needs: readonly Pick<Need, 'status'>[]
  teams: readonly Pick<Team, 'status' | 'signal'>[]
  /** What no record has: who came and has no number yet. */
  beforeReception: Readonly<Record<'line' | 'fillingIn', number>>
}

/** How many wait for each work now, counted from what every desk holds, and by those who wait before reception. */
export function queueLengths({ attendances, needs, teams, beforeReception }: QueueRecords): Record<QueueName, number> {
  const people = (...states: Attendance['status'][]) =>
    attendances.filter(({ status }) => states.includes(status)).length
  const sheets = (...states: Need['status'][]) => needs.filter(({ status }) => states.includes(status)).length
  const onTheWay = (team: Pick<Team, 'status' | 'signal'>) =>
    team.status === 'out' && (team.signal === 'done' || team.signal === 'comingBack')
  return {
    ...beforeReception,
    admission: people('waitingListed', 'consulting'),
    intake: sheets('received'),
    surveys: sheets('surveyPending', 'surveyScheduled'),
    people: people('waiting'),
    orders: sheets('ready', 'toBeContinued'),
    sendOff: teams.filter(({ status }) => status === 'ready').length,
    comingBack: teams.filter(onTheWay).length,
  }
}

/** The queues that stand at a desk; one that does everything has them all. */
export function queuesAt(works: readonly string[]): readonly QueueName[] {
  return queueNames.filter((name) => works.includes('frontDesk') || works.includes(workOf[name]))
}
