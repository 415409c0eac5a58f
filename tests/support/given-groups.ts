import { newId } from '#shared/core/ids.ts'
import type { RecordOf } from '#shared/records.ts'
import type { Device } from '#tests/support/device.ts'
import type { InputOf } from '#web/core/send.ts'

type Line = InputOf<'groups.checkInGroup'>['leader']

let counter = 0

/** One line of a list: a grown-up whom nobody has met before. */
export function lineOf(wishes: Partial<Line> = {}): Line {
  counter++
  return {
    name: `横浜 学${counter}`,
    nameKana: '',
    phone: '',
    birthDate: '',
    sex: 'notSaid',
    address: '',
    plan: null,
    skills: [],
    ...wishes,
  }
}

/** A bus of students: the leader by name, and 22 whose names follow. */
export function groupForm(wishes: Partial<InputOf<'groups.checkInGroup'>> = {}): InputOf<'groups.checkInGroup'> {
  return {
    groupVisitId: newId(),
    groupId: null,
    reservationId: null,
    name: '海の大学',
    leader: lineOf({ name: '引率 一郎', nameKana: 'いんそつ いちろう', phone: '09055556666', birthDate: '1980-05-05' }),
    onDayContact: '学生課 0457001111',
    members: [],
    unnamed: 22,
    insurance: { plan: 'naturalDisaster', joinedOn: '2026-05-01' },
    insuranceSeen: true,
    guardianConsent: 'notNeeded',
    vehicles: [{ kind: 'largeBus', count: 1, seats: 45, mayMoveOnSite: false }],
    tools: [{ name: 'スコップ', count: 10 }],
    wishes: '',
    mayBeMixed: false,
    consentVersion: '2026-11',
    ifFull: 'refuse',
    ...wishes,
  }
}

/** The people of a group as a desk holds them, in the order of their numbers. */
export function peopleOf(desk: Device, groupVisitId: string): RecordOf<'attendance'>[] {
  const people = desk.store.all('attendance').filter((one) => one.groupVisitId === groupVisitId)
  return people.sort((one, other) => one.number - other.number)
}
