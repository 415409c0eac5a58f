import type { Problem } from '#shared/core/problem.ts'
import { withoutName } from '#shared/groups/rules.ts'
import type { Need } from '#shared/needs/need.ts'
import { type OpenMatter, openMatters } from '#shared/reports/limits.ts'
import { someoneIsOut, unexplained } from '#shared/reports/problems.ts'
import type { Report } from '#shared/reports/report.ts'
import { isActive } from '#shared/teams/rules.ts'
import type { Team } from '#shared/teams/team.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'

/** What the close of a day is judged by: the records of that day, and of the needs at least those at work or called done. */
export interface DayRecords {
  teams: readonly Team[]
  attendances: readonly Attendance[]
  reports: readonly Report[]
  needs: readonly Need[]
}

/** One team, person or need that is still open, by the number that people call it. */
interface OpenEntry {
  kind: 'team' | 'person' | 'need'
  id: string
  number: number
}

/** One line of the close-of-day list (field guide 1.7). */
export interface OpenItem {
  matter: OpenMatter
  /** Cannot be explained away: somebody is out. */
  stops: boolean
  /** Seen in the records; what no record knows (keys, papers, cash) is confirmed by hand. */
  entries: readonly OpenEntry[]
}

const stopping: readonly OpenMatter[] = ['teamsOut', 'peopleOut']
type RecordMatter = Exclude<
  OpenMatter,
  'toolsReturned' | 'keysReturned' | 'papersCollected' | 'cashCounted' | 'tomorrowDecided'
>

const teamEntry = ({ id, number }: Team): OpenEntry => ({ kind: 'team', id, number })
const personEntry = ({ id, number }: Attendance): OpenEntry => ({ kind: 'person', id, number })
const needEntry = ({ id, number }: Need): OpenEntry => ({ kind: 'need', id, number })

/** The last word heard on a need that day, by when it was heard. */
function lastOutcomes(reports: readonly Report[]): Map<string, Report> {
  const last = new Map<string, Report>()
  for (const report of reports.filter(({ status }) => status === 'accepted')) {
    const earlier = last.get(report.needId)
    if (!earlier || (earlier.acceptedAt ?? '') <= (report.acceptedAt ?? '')) last.set(report.needId, report)
  }
  return last
}

/** A report said 完了 but the need stands open: the way a team is sent to the same house again (field guide, section 0). */
function contradictoryNeeds({ needs, reports }: DayRecords): Need[] {
  const last = lastOutcomes(reports)
  return needs.filter(({ id, status }) => last.get(id)?.outcome === 'completed' && status !== 'completed')
}

/** Left at 割当 or 活動中 though no team is on its way, out, or waiting to report. */
function needsAtWork({ needs, teams, reports }: DayRecords): Need[] {
  const unreported = teamsWithoutReport({ teams, reports })
  const held = new Set([...teams.filter(isActive), ...unreported].map(({ needId }) => needId))
  return needs.filter(({ id, status }) => ['assigned', 'inProgress'].includes(status) && !held.has(id))
}

/** A team that came back and whose report nobody has heard yet. */
export function teamsWithoutReport({ teams, reports }: Pick<DayRecords, 'teams' | 'reports'>): Team[] {
  const heard = new Set(reports.filter(({ status }) => status === 'accepted').map(({ teamId }) => teamId))
  return teams.filter(({ id, status, workOrderId }) => status === 'back' && workOrderId !== null && !heard.has(id))
}

const finders: Record<RecordMatter, (records: DayRecords) => OpenEntry[]> = {
  teamsOut: ({ teams }) => teams.filter(({ status }) => status === 'out').map(teamEntry),
  peopleOut: ({ attendances }) => attendances.filter(({ status }) => status === 'out').map(personEntry),
  unansweredHelp: ({ teams }) =>
    teams.filter(({ helpAskedAt, helpAnsweredBy }) => helpAskedAt !== null && helpAnsweredBy === null).map(teamEntry),
  openReports: (records) => teamsWithoutReport(records).map(teamEntry),
  contradictoryNeeds: (records) => contradictoryNeeds(records).map(needEntry),
  needsAtWork: (records) => needsAtWork(records).map(needEntry),
  teamsNotSent: ({ teams }) => teams.filter(({ status }) => status === 'forming' || status === 'ready').map(teamEntry),
  peopleWaiting: ({ attendances }) =>
    attendances
      .filter(({ status }) => ['waiting', 'consulting', 'inTeam', 'centerWork'].includes(status))
      .map(personEntry),
  peopleReturned: ({ attendances }) => attendances.filter(({ status }) => status === 'returned').map(personEntry),
  namesToFollow: ({ attendances }) => withoutName(attendances).map(personEntry),
  waitingList: ({ attendances }) => attendances.filter(({ status }) => status === 'waitingListed').map(personEntry),
}

function isRecordMatter(matter: OpenMatter): matter is RecordMatter {
  return matter in finders
}

export function isConfirmedByHand(matter: OpenMatter): boolean {
  return !isRecordMatter(matter)
}

/** Everything that is open at the end of the day, in the order in which a desk clears it; what is confirmed by hand always is. */
export function openItems(records: DayRecords): OpenItem[] {
  return openMatters.flatMap((matter) => {
    const entries = isRecordMatter(matter) ? finders[matter](records) : []
    if (entries.length === 0 && !isConfirmedByHand(matter)) return []
    return [{ matter, stops: stopping.includes(matter), entries }]
  })
}

/** Why the day cannot be closed, or null. Somebody who is out stops it without any override; the rest wants a word. */
export function closeDayProblem(
  items: readonly OpenItem[],
  explanations: Partial<Record<OpenMatter, string | undefined>>,
): Problem | null {
  const numbersOf = (matter: OpenMatter) =>
    items.filter((item) => item.matter === matter).flatMap(({ entries }) => entries.map(({ number }) => number))
  const [teams, people] = [numbersOf('teamsOut'), numbersOf('peopleOut')]
  if (teams.length > 0 || people.length > 0) return someoneIsOut({ teams, people })
  const matters = items.map(({ matter }) => matter).filter((matter) => !explanations[matter]?.trim())
  return matters.length > 0 ? unexplained({ matters }) : null
}
