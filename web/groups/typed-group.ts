import { parseDate } from '#shared/core/japanese-date.ts'
import { isKana, tidyLines, tidyText, toHalfWidthDigits, toHiragana } from '#shared/core/japanese-text.ts'
import { normalisePhone } from '#shared/core/phone-number.ts'
import type { Listed } from '#shared/groups/commands.ts'
import type { GroupTool, GroupVehicle } from '#shared/groups/group-visit.ts'
import { groupLimits } from '#shared/groups/limits.ts'
import { type ColumnKind, columnKinds } from '#shared/groups/list-columns.ts'
import { type ListMistake, type MemberList, readMemberList } from '#shared/groups/member-list.ts'
import { type IfFull, sameIn } from '#shared/groups/rules.ts'
import type { GroupVehicleKind } from '#shared/groups/vehicle-kinds.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import type { groupFormWords } from '#web/texts/groups.ts'

/** A list as it stands in its field: the text, and what staff said its columns hold. */
export const emptyList = { text: '', columns: [] as string[], skip: '' }
export type TypedList = typeof emptyList

/** Vehicles as they are typed. */
export interface TypedVehicle {
  kind: GroupVehicleKind
  count: string
  seats: string
  onSite: string
}

/** What a group brought, as it is typed. */
const emptyBrought = { vehicles: [] as TypedVehicle[], tools: '', onDayContact: '', wishes: '' }
export type TypedBrought = typeof emptyBrought

export const emptyGroup = {
  ...emptyBrought,
  ...emptyList,
  name: '',
  /** The registered group and the reservation that were chosen, where there are such. */
  groupId: '',
  reservationId: '',
  /** How many places are kept for that reservation. */
  reservedFor: '0',
  leaderName: '',
  leaderKana: '',
  leaderPhone: '',
  leaderBirthDate: '',
  headcount: '',
  when: 'later',
  insurance: '',
  joinedOn: '',
  seen: '',
  minors: 'notNeeded',
  mixed: '',
  consent: '',
  ifFull: 'refuse',
}
export type TypedGroup = typeof emptyGroup

export type GroupField = keyof typeof groupFormWords.mistakes
export type GroupMistake = { field: string; reason: GroupField }

export const plans = ['naturalDisaster', 'basic', 'none'] as const
export const minorChoices = ['notNeeded', 'given', 'accompanied', 'missing'] as const
export const fullChoices = ['waitingList', 'asManyAsFit'] as const

const numberOf = (text: string) => (/^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN)

/** Seats that a vehicle of the kind usually has, for filling in the number that one would look up. */
export const usualSeats: Record<GroupVehicleKind, number> = {
  largeBus: 45,
  microbus: 25,
  van: 10,
  car: 5,
  keiCar: 4,
  keiTruck: 2,
  other: 5,
}

function vehicleOf({ kind, count, seats, onSite }: TypedVehicle): GroupVehicle | null {
  const vehicle = { kind, count: numberOf(count), seats: numberOf(seats), mayMoveOnSite: onSite !== '' }
  const fits = vehicle.count >= 1 && vehicle.count <= groupLimits.vehicles
  return fits && vehicle.seats >= 1 && vehicle.seats <= groupLimits.seats ? vehicle : null
}

/** 「スコップ 10」, 「一輪車×2」, 「軍手」: a name and how many, one where no number stands. */
function toolOf(line: string): GroupTool | null {
  const parts = /^(.*?)[\s×xX*:：、,]*(\d{1,3})?\s*[本個台枚組双丁袋]?$/.exec(toHalfWidthDigits(tidyText(line)))
  const name = parts?.[1]?.trim() ?? ''
  const count = parts?.[2] === undefined ? 1 : Number(parts[2])
  return name === '' || name.length > groupLimits.toolName || count < 1 ? null : { name, count }
}

/** Reads what a group brought; what cannot be read is said, and nothing of it is lost. */
export function readBrought(typed: TypedBrought) {
  const mistakes: GroupMistake[] = []
  const vehicles = typed.vehicles.map(vehicleOf)
  if (vehicles.includes(null)) mistakes.push({ field: 'vehicles', reason: 'vehicles' })
  const lines = tidyLines(typed.tools).split('\n')
  const tools = lines.filter((line) => line !== '').map(toolOf)
  if (tools.includes(null) || tools.length > groupLimits.toolKinds) mistakes.push({ field: 'tools', reason: 'tools' })
  const onDayContact = tidyText(typed.onDayContact)
  const wishes = tidyLines(typed.wishes)
  if (onDayContact.length > groupLimits.contact) mistakes.push({ field: 'onDayContact', reason: 'tooLong' })
  if (wishes.length > groupLimits.wishes) mistakes.push({ field: 'wishes', reason: 'tooLong' })
  const there = <T>(all: readonly (T | null)[]) => all.filter((one) => one !== null)
  return { said: { vehicles: there(vehicles), tools: there(tools), onDayContact, wishes }, mistakes }
}

const isColumnKind = (text: string | undefined): text is ColumnKind => columnKinds.some((kind) => kind === text)

/** Reads the list as staff see its columns. */
export function readTypedList({ text, columns }: TypedList, today: string): MemberList {
  const chosen = columns.flatMap((kind, index) => (isColumnKind(kind) ? [[index, kind] as const] : []))
  return readMemberList(text, today, Object.fromEntries(chosen))
}

/** Mistakes that leave no person to take in; the others leave a cell empty. */
const fatal: readonly ListMistake[] = ['nameMissing', 'tooLong', 'twice']

/** How many lines must be mended before the list can be sent. */
export const toMend = ({ rows }: MemberList, { skip }: TypedList): number =>
  rows.filter(({ mistakes }) => (skip === '' ? mistakes.length > 0 : mistakes.some((one) => fatal.includes(one))))
    .length

/** The people of a list, without the leader, whose own line completes what was typed of them. */
function besideLeader(leader: Listed, list: MemberList): { leader: Listed; members: Listed[] } {
  const said = list.rows.map((row) => row.said)
  const own = said[sameIn(said)(leader)]
  if (!own) return { leader, members: said }
  const complete: Listed = {
    ...own,
    name: leader.name,
    nameKana: leader.nameKana || own.nameKana,
    phone: leader.phone || own.phone,
    birthDate: leader.birthDate || own.birthDate,
  }
  return { leader: complete, members: said.filter((one) => one !== own) }
}

function readLeader(typed: TypedGroup, today: string) {
  const mistakes: GroupMistake[] = []
  const name = tidyText(typed.leaderName)
  const kana = toHiragana(tidyText(typed.leaderKana))
  const phone = normalisePhone(typed.leaderPhone)
  const birth = parseDate(typed.leaderBirthDate, today)
  if (name === '' || name.length > 60) mistakes.push({ field: 'leaderName', reason: 'leaderName' })
  if (phone === null) mistakes.push({ field: 'leaderPhone', reason: 'leaderPhone' })
  if (birth.reason !== null && birth.reason !== 'empty')
    mistakes.push({ field: 'leaderBirthDate', reason: 'leaderBirthDate' })
  const leader: Listed = {
    name,
    nameKana: isKana(kana) ? kana.slice(0, 60) : '',
    phone: phone ?? '',
    birthDate: birth.date ?? '',
    sex: 'notSaid',
    address: '',
    plan: null,
    skills: [],
  }
  return { leader, mistakes }
}

function readInsurance(typed: TypedGroup, today: string) {
  const mistakes: GroupMistake[] = []
  const plan = plans.find((one) => one === typed.insurance)
  if (!plan) mistakes.push({ field: 'insurance', reason: 'insurance' })
  const joined = parseDate(typed.joinedOn, today)
  const asked = plan !== undefined && plan !== 'none'
  if (asked && joined.reason !== null && joined.reason !== 'empty')
    mistakes.push({ field: 'joinedOn', reason: 'joinedOn' })
  return { insurance: { plan: plan ?? ('none' as const), joinedOn: asked ? joined.date : null }, mistakes }
}

/** How many there are in all: the number typed, or as many as the list has if that is more. */
function headcountOf(typed: TypedGroup, members: number): number {
  const said = numberOf(toHalfWidthDigits(typed.headcount))
  return typed.when === 'now' && (Number.isNaN(said) || said < members + 1) ? members + 1 : said
}

/** Under which registration and reservation the group was found. */
const knownAs = ({ groupId, reservationId }: TypedGroup) => ({
  groupId: groupId === '' ? null : groupId,
  reservationId: reservationId === '' ? null : reservationId,
})

/** Reads the group's form. Counts are given also where something is still wrong, for the button to say them. */
export function readGroup(typed: TypedGroup, today: string, free: number) {
  const { leader: typedLeader, mistakes: ofLeader } = readLeader(typed, today)
  const list = typed.when === 'now' ? readTypedList(typed, today) : { columns: [], rows: [] }
  const { leader, members } = besideLeader(typedLeader, list)
  const headcount = headcountOf(typed, members.length)
  const { insurance, mistakes: ofInsurance } = readInsurance(typed, today)
  const brought = readBrought(typed)
  const name = tidyText(typed.name)
  const ifFull: IfFull = fullChoices.find((one) => one === typed.ifFull) ?? 'refuse'
  const wrong = (isWrong: boolean, field: string, reason: GroupField): GroupMistake[] =>
    isWrong ? [{ field, reason }] : []
  const fitsPeople = headcount >= 1 && headcount <= groupLimits.people
  const mistakes = [
    ...wrong(name === '', 'name', 'name'),
    ...wrong(name.length > groupLimits.name, 'name', 'tooLong'),
    ...ofLeader,
    ...wrong(!fitsPeople, 'headcount', 'headcount'),
    ...wrong(typed.when === 'now' && toMend(list, typed) > 0, 'text', 'list'),
    ...wrong(headcount > free && ifFull === 'refuse', 'ifFull', 'ifFull'),
    ...ofInsurance,
    ...brought.mistakes,
    ...wrong(typed.consent === '', 'consent', 'consent'),
  ]
  const guardianConsent: Attendance['guardianConsent'] = minorChoices.find((one) => one === typed.minors) ?? 'notNeeded'
  const said = {
    name,
    ...knownAs(typed),
    leader,
    members,
    unnamed: fitsPeople ? headcount - 1 - members.length : 0,
    insurance,
    insuranceSeen: typed.seen !== '' && insurance.plan !== 'none',
    guardianConsent,
    ...brought.said,
    mayBeMixed: typed.mixed !== '',
    ifFull,
  }
  return { said, headcount: fitsPeople ? headcount : 0, mistakes }
}
