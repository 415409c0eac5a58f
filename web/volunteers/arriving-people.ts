import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { ask } from '#web/core/ask.ts'

type People = Awaited<ReturnType<typeof ask<'roster.findPeople'>>>
type KnownPerson = Extract<People, { kind: 'done' }>['body']['people'][number]
type Reserved = Awaited<ReturnType<typeof ask<'reservations.findForDesk'>>>
/** A reservation of the open day, as the center found it. */
export type DayReservation = Extract<Reserved, { kind: 'done' }>['body']['found'][number]

/** Somebody who may be standing at the desk: known, or with a reservation, or both. */
export interface ArrivingPerson {
  key: string
  known: KnownPerson | null
  reserved: DayReservation | null
}

interface Found {
  words: string
  people: readonly ArrivingPerson[]
  /** How many more there are than the answer holds. */
  more: number
  noLine: boolean
}

const nobody: Found = { words: '', people: [], more: 0, noLine: false }
const found = signal<Found>(nobody)
let asked = ''

/** Whether somebody of this reservation may still come: alone, with others of whom one is here, or as a group. */
function isAwaited({ reservation: { status, kind, headcount, attendanceId } }: DayReservation): boolean {
  if (status === 'cancelled') return false
  return status !== 'checkedIn' || attendanceId === null || (kind !== 'group' && headcount > 1)
}

/** One row for each: a reservation stands with the person who made it, where reception knows them. */
function together(known: readonly KnownPerson[], reserved: readonly DayReservation[]): ArrivingPerson[] {
  const ofPerson = ({ personId }: KnownPerson) =>
    reserved.find((one) => one.personId === personId && one.reservation.kind !== 'group') ?? null
  const rows = known.map((one) => ({ key: one.personId, known: one, reserved: ofPerson(one) }))
  const shown = new Set(rows.map((row) => row.reserved))
  const others = reserved.filter((one) => !shown.has(one))
  return [...rows, ...others.map((one) => ({ key: one.reservation.id, known: null, reserved: one }))]
}

/** Asks the center who answers these words and has not checked in today. */
async function look(words: string): Promise<Found> {
  const [people, reservations] = await Promise.all([
    ask('roster.findPeople', { words, among: 'everyone', skills: [], area: '', days: [], vehicles: [] }),
    ask('reservations.findForDesk', { words: words.slice(0, 60), date: null }),
  ])
  if (people.kind !== 'done') return { ...nobody, words, noLine: people.kind === 'noLine' }
  const away = people.body.people.filter(({ today, standing }) => today === null && standing !== 'withdrawn')
  const reserved = reservations.kind === 'done' ? reservations.body.found.filter(isAwaited) : []
  const more = people.body.total - people.body.people.length
  return { words, people: together(away, reserved), more, noLine: false }
}

/** Who answers the words as they stand now; asks where the last answer was to others. */
export async function arrivingPeopleFor(query: string): Promise<readonly ArrivingPerson[]> {
  const typed = query.trim()
  if (typed === '') return []
  if (found.value.words !== typed || found.value.noLine) {
    asked = typed
    found.value = await look(typed)
  }
  return found.value.people
}

/** One of those who were found. */
export const arrivingPerson = (key: string) => found.value.people.find((one) => one.key === key)

/** Looks a moment after the last key, and forgets answers that come too late. */
export function useArrivingPeople(query: string): Found {
  const typed = query.trim()
  useEffect(() => {
    asked = typed
    if (typed === '') {
      found.value = nobody
      return
    }
    if (found.value.words === typed) return
    const show = async () => {
      const answer = await look(typed)
      if (asked === typed) found.value = answer
    }
    const timer = setTimeout(() => void show(), 150)
    return () => clearTimeout(timer)
  }, [typed])
  return found.value
}
