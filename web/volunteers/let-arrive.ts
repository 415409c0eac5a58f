import { signal } from '@preact/signals'
import { goTo, mayGoTo } from '#web/center/go-to-panel.ts'
import { arrivalWords } from '#web/texts/reception.ts'
import { type ArrivingPerson, arrivingPerson, type DayReservation } from './arriving-people.ts'
import { said } from './desk-acts.ts'

/** What stands beside the list: somebody's card, a form, the camera, or who is about to check in. */
export const side = signal<'person' | 'proxy' | 'camera' | 'arrival'>('person')

/** Who is known and about to check in; `moves` while the hands follow, not while one only looks through the list. */
export const arriving = signal<{ personId: string; reserved: DayReservation | null; moves: boolean } | null>(null)

/** For whose reservation somebody is typed in whom reception does not know yet; of those who came together, another one. */
export const typedFor = signal<DayReservation | null>(null)

/** Types in somebody who has neither reserved nor come before. */
export function openProxy(reserved: DayReservation | null = null): void {
  typedFor.value = reserved
  side.value = 'proxy'
}

/** A group is received as a group, with what it reserved filled in. */
function receiveGroup({ code, reservation: { groupName } }: DayReservation): void {
  if (mayGoTo('groups')) goTo('groups', code)
  else said.value = { tone: 'information', text: arrivalWords.groupElsewhere(groupName) }
}

/** Whose own check-in this row leads to: the person themselves, unless they are here and wait for the others. */
function personOf({ known, reserved }: ArrivingPerson): string | null {
  if (known) return known.personId
  return reserved?.reservation.attendanceId === null ? reserved.personId : null
}

/** Opens what checks somebody in: three questions for who is known, the form for who is not, the bus for a group. */
export function letArrive(key: string, moves: boolean): void {
  const one = arrivingPerson(key)
  if (!one) return
  const { reserved } = one
  const personId = personOf(one)
  if (reserved?.reservation.kind === 'group') {
    // Looking through the list leads nowhere else.
    if (moves) receiveGroup(reserved)
  } else if (personId !== null) {
    arriving.value = { personId, reserved, moves }
    side.value = 'arrival'
  } else if (moves) openProxy(reserved)
}
