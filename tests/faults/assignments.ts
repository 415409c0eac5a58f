import type { Tally } from '#tests/faults/fault-row.ts'
import { Bounds, type Done, isDone, type Refused, type Sent, Spells, timeOfDay } from '#tests/faults/history.ts'

/** The numbers by which people speak of whom and what the acts are about. */
export interface Known {
  people: ReadonlyMap<string, number>
  needs: ReadonlyMap<string, number>
  headcount: number
  /** When each act was written. */
  atOf: ReadonlyMap<number, string>
}

interface TeamThen {
  number: number
  needId: string | null
  given: { team: number; by: string; at: string }
  /** What was begun with each member, and ends with them. */
  members: Map<string, readonly unknown[]>
}

/** Plays the acts that were done in the order of their numbers, and asks of each whether it could be done then. */
class Assignments {
  readonly spells = new Spells()
  private readonly known: Known
  private readonly tally: Tally
  private readonly teams = new Map<string, TeamThen>()
  private readonly teamOfPerson = new Map<string, string>()
  /** Since when a need has enough, and through whom. */
  private readonly full = new Map<string, readonly unknown[]>()

  constructor(known: Known, tally: Tally) {
    this.known = known
    this.tally = tally
  }

  play(one: Done): void {
    const { seq } = one.outcome
    if (one.type === 'teams.formTeam') this.form(one)
    const team = this.teams.get(one.teamId)
    if (!team) {
      this.wrong(`${one.type} of a team that is not there`)
      return
    }
    if (one.type === 'dispatch.disbandTeam') this.disband(one.teamId, team, seq)
    else this.takeIn(one, team)
    if (team.needId !== null) this.noteFull(team.needId, seq)
  }

  teamOf(attendanceId: string): string | null {
    return this.teamOfPerson.get(attendanceId) ?? null
  }

  private form(one: Done): void {
    const there = this.teamsAt(one.needId)
    if (there.some(([id]) => !one.seenTeamIds.includes(id))) this.wrong('a need was given over an unseen team')
    if (there.length > 0 && this.peopleAt(one.needId) >= this.known.headcount) this.wrong('a full need was given')
    const { seq, number } = one.outcome
    const given = { team: number, by: one.by, at: timeOfDay(this.known.atOf.get(seq) ?? '') }
    this.teams.set(one.teamId, { number, needId: one.needId, given, members: new Map() })
    this.spells.begin(this.asTaken(one.needId, given), seq)
  }

  private takeIn({ attendanceIds, by, teamId, outcome: { seq } }: Done, team: TeamThen): void {
    const at = timeOfDay(this.known.atOf.get(seq) ?? '')
    for (const id of attendanceIds) {
      if (this.teamOfPerson.has(id)) this.wrong('somebody was taken who stood in a team')
      const what = ['alreadyInTeam', this.known.people.get(id), team.number, by, at]
      this.spells.begin(what, seq)
      team.members.set(id, what)
      this.teamOfPerson.set(id, teamId)
    }
  }

  private disband(teamId: string, team: TeamThen, seq: number): void {
    for (const [id, what] of team.members) {
      this.spells.end(what, seq)
      this.teamOfPerson.delete(id)
    }
    this.spells.end(this.asTaken(team.needId, team.given), seq)
    this.teams.delete(teamId)
  }

  private asTaken(needId: string | null, { team, by, at }: TeamThen['given']): readonly unknown[] {
    return ['needTaken', this.known.needs.get(needId ?? ''), team, by, at]
  }

  private teamsAt(needId: string | null) {
    return [...this.teams].filter(([, team]) => team.needId === needId)
  }

  private peopleAt(needId: string | null): number {
    return this.teamsAt(needId).reduce((sum, [, { members }]) => sum + members.size, 0)
  }

  private noteFull(needId: string, seq: number): void {
    const before = this.full.get(needId)
    if (before) this.spells.end(before, seq)
    this.full.delete(needId)
    const last = this.teamsAt(needId).at(-1)?.[1]
    if (!last || this.peopleAt(needId) < this.known.headcount) return
    const { team, by, at } = last.given
    const what = ['needHasEnough', this.known.needs.get(needId), team, by, at]
    this.spells.begin(what, seq)
    this.full.set(needId, what)
  }

  private wrong(what: string): void {
    this.tally.fault('violations', what)
  }
}

/** What a refusal says was so; null where it does not say who, what and when. */
function claimOf(code: string, { number, need, team, first, ...said }: Refused): readonly unknown[] | null {
  const { by, at } = (first ?? said) as Refused
  if ([team, by, at].some((one) => one === undefined || one === null || one === '')) return null
  if (code === 'teams.alreadyInTeam') return ['alreadyInTeam', number, team, by, at]
  if (code === 'teams.needTaken') return ['needTaken', need, team, by, at]
  if (code === 'teams.needHasEnough') return ['needHasEnough', need, team, by, at]
  return code === 'teams.teamIsGone' ? ['teamIsGone', team, by, at] : null
}

/** Whether each act lies in the order after all that was over when it began. */
function checkOrder(done: readonly Done[], bounds: Bounds, tally: Tally): void {
  const seqs = new Set(done.map(({ outcome }) => outcome.seq))
  tally.fault('duplicated', 'two acts under one number', done.length - seqs.size)
  for (const { invoked, outcome } of done)
    if (bounds.before(invoked) >= outcome.seq) tally.fault('violations', 'an act before one that was over')
}

/**
 * Judges a history: the numbers must be an order in which each act could be done and none precedes what was over when it
 * began; and every loser must have been told who, what and when, of something that was so then. Answers who stands where
 * at the end.
 */
export function judgeHistory(history: readonly Sent[], known: Known, tally: Tally) {
  const done = history.filter(isDone).sort((one, other) => one.outcome.seq - other.outcome.seq)
  const bounds = new Bounds(done)
  checkOrder(done, bounds, tally)
  const assignments = new Assignments(known, tally)
  const numbers = new Map<string, number>()
  for (const one of done) {
    assignments.play(one)
    if (one.type === 'teams.formTeam') numbers.set(one.teamId, one.outcome.number)
    if (one.type !== 'dispatch.disbandTeam') continue
    const at = timeOfDay(known.atOf.get(one.outcome.seq) ?? '')
    assignments.spells.begin(['teamIsGone', numbers.get(one.teamId), one.by, at], one.outcome.seq)
  }
  for (const { outcome, invoked, returned } of history) {
    if (outcome.kind !== 'refused') continue
    tally.count('losers')
    const claim = claimOf(outcome.code, outcome.details)
    const isSo = claim && assignments.spells.wasSo(claim, bounds.before(invoked), bounds.after(returned))
    const what = `${outcome.code} ${JSON.stringify(outcome.details)}`
    tally.fault('violations', `${claim ? 'told what never was so' : 'not told'}: ${what}`, isSo ? 0 : 1)
  }
  return (attendanceId: string) => assignments.teamOf(attendanceId)
}
