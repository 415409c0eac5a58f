import type { Desk } from '#shared/center/profile.ts'
import type { DrillSeat } from '#shared/practice/participant.ts'

type DeskAtWork = Pick<Desk, 'name' | 'work'>
type Seats = readonly Pick<DrillSeat, 'deskName' | 'player'>[]

/** The profile's works that a desk does, its own name included. */
export const worksOf = ({ name, work = [] }: DeskAtWork): readonly string[] => [name, ...work]

/** Whether a desk does a work; a front desk does them all. */
export const doesWork = (desk: DeskAtWork, work: string): boolean =>
  worksOf(desk).some((one) => one === work || one === 'frontDesk')

/**
 * Who plays a desk, as its own seat says. One that was put together in mid-drill goes on as the works it took over, and
 * one that the scenario has no player for is played by people: undefined, since nobody has handed it over.
 */
export function playerAt(desk: DeskAtWork, seats: Seats): DrillSeat['player'] | undefined {
  const players = worksOf(desk).flatMap((name) => seats.find(({ deskName }) => deskName === name)?.player ?? [])
  const isOwn = seats.some(({ deskName }) => deskName === desk.name)
  return isOwn || !players.includes('human') ? players[0] : 'human'
}

/** Whether people do a work, at any of the desks that do it now: with simulated ones they would get in each other's way. */
export function isDoneByPeople(work: string, desks: readonly DeskAtWork[], seats: Seats): boolean {
  const doing = desks.filter((desk) => doesWork(desk, work))
  if (doing.length === 0) return seats.some(({ deskName, player }) => deskName === work && player === 'human')
  return doing.some((desk) => playerAt(desk, seats) === 'human')
}
