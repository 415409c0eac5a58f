import type { Role } from '#tests/faults/authz-matrix.ts'
import { needForm } from '#tests/support/given.ts'

/** How far a need has come, with its team and its sheet; 'sent' is a leader's report while the team is on its way. */
export const states = ['received', 'formed', 'printed', 'out', 'sent', 'back', 'reported'] as const
export type State = (typeof states)[number]

/** Since when the home's address is 住所非開示. */
export type Withheld = 'never' | 'fromTheFirst' | 'whileOut'

/** What decides who may be told what. */
export interface Moment {
  state: State
  isWithheld: boolean
  /** How it is called, where it is another state than that by whose rules it goes. */
  called?: string
  /** What is dated is no longer held, or has become another's: what must be there is not asked. */
  isOver?: true
}

export const nameOf = ({ state, isWithheld, called }: Moment) => `${called ?? state}${isWithheld ? ', withheld' : ''}`

/** By which way something is told: on a device or by an ordinary question or sheet, in a file, or after a written look. */
export type Way = 'held' | 'list' | 'phone' | 'notes' | 'place' | 'record'

/** Who asks: a desk by its name, a phone by what it is to the team, or nobody. */
type Seat = string

const homes = ['lead', 'needs', 'survey', 'dispatch']
const everyDesk = [...homes, 'affairs', 'reception', 'equipment', 'return']
const team = ['leader', 'member']
const calls = ['lead', 'needs']
const atHome: readonly State[] = ['out']
const sinceSheet: readonly State[] = ['printed', 'out', 'sent', 'back', 'reported']
const sinceReport: readonly State[] = ['out', 'sent', 'back', 'reported']

interface Row {
  /** The desks that hold it. */
  desks: readonly Seat[]
  /** The same while the address is withheld: nobody, where this says nothing. */
  withheld?: readonly Seat[]
  /** In which states the phones of the team hold it; of a withheld home only where `also` says so. */
  team?: readonly State[]
  also?: true
  /** In which states the leader's phone may hold it, which said it. */
  leader?: readonly State[]
  /** What is said in a report, which is there only when it was sent. */
  said?: true
  /** By which ways it is told beside. */
  ways?: readonly Way[]
}

/**
 * Who is told what of a survivor, written by hand from the rules of the house (docs/access.md and decision 0026), so that
 * no mistake in the server's own tables is made here as well.
 */
const rows = {
  work: { desks: everyDesk, withheld: everyDesk, team: sinceSheet, also: true, ways: ['list'] },
  dangers: { desks: everyDesk, withheld: everyDesk, team: sinceSheet, also: true },
  wishedTime: { desks: everyDesk, withheld: everyDesk },
  surname: { desks: homes, team: atHome, ways: ['list', 'place'] },
  givenName: { desks: homes, ways: ['list', 'place'] },
  kana: { desks: homes, ways: ['place'] },
  requester: { desks: homes, ways: ['list', 'place'] },
  requesterKana: { desks: homes, ways: ['list', 'place'] },
  replyTo: { desks: homes, ways: ['place'] },
  address: { desks: homes, team: atHome, ways: ['list', 'place'] },
  landmark: { desks: homes, team: atHome, ways: ['place'] },
  pin: { desks: homes, team: atHome, ways: ['place'] },
  careHint: { desks: homes, withheld: homes, team: atHome, also: true },
  requesterPhone: { desks: [], ways: ['list', 'phone'] },
  householdPhone: { desks: [], ways: ['list', 'phone'] },
  story: { desks: [], ways: ['list', 'notes'] },
  considerations: { desks: [], ways: ['list', 'notes'] },
  surveyTime: { desks: everyDesk, withheld: everyDesk },
  surveyNote: { desks: homes, withheld: homes },
  openedBecause: { desks: homes, withheld: homes },
  reason: { desks: homes, withheld: homes },
  referredTo: { desks: homes, withheld: homes },
  workDone: { desks: everyDesk, withheld: everyDesk, leader: sinceReport, said: true },
  remainingWork: { desks: everyDesk, withheld: everyDesk, leader: sinceReport, said: true },
  observation: { desks: homes, withheld: homes, said: true },
} as const satisfies Record<string, Row>

export type Field = keyof typeof rows
const fields = Object.keys(rows) as Field[]
const rowOf = (field: Field): Row => rows[field]

/** Which desks may go which way; phones and nobody go none of them. */
const open: Readonly<Record<Exclude<Way, 'held'>, readonly Seat[]>> = {
  list: ['lead'],
  phone: homes,
  notes: calls,
  place: calls,
  record: calls,
}

/** What the phones of the day are to the team: two are of another one, which is out at another home. */
const phones: Readonly<Record<string, Seat>> = {
  'phone 0': 'leader',
  'phone 1': 'member',
  'phone 2': 'member',
  'phone 3': 'another team',
  'phone 4': 'another team',
}

/** What somebody is in this table. */
export function seatOf({ kind, name }: Role): Seat {
  if (kind === 'phone') return phones[name] ?? 'no team'
  return name === 'whoever holds every desk' ? 'lead' : name
}

export const mayGo = (way: Exclude<Way, 'held'>, role: Role) => role.kind === 'desk' && open[way].includes(seatOf(role))

function holds(seat: Seat, row: Row, { state, isWithheld }: Moment): boolean {
  if (team.includes(seat) && row.team?.includes(state)) return !isWithheld || row.also === true
  if (seat === 'leader' && row.leader?.includes(state)) return true
  return (isWithheld ? (row.withheld ?? []) : row.desks).includes(seat)
}

/** What somebody may be told at this moment by this way. */
export function told(role: Role, moment: Moment, way: Way = 'held'): Set<Field> {
  const seat = seatOf(role)
  const held = fields.filter((field) => role.kind !== 'public' && holds(seat, rowOf(field), moment))
  if (way === 'held') return new Set(held)
  if (!mayGo(way, role)) return new Set()
  if (way === 'record') return new Set(fields)
  // No file tells of a home whose address is withheld; what was looked up in writing, it does not hide.
  if (way === 'list' && moment.isWithheld) return new Set()
  return new Set(fields.filter((field) => rowOf(field).ways?.includes(way)))
}

/** What of that must be there: all but what a report says before it is sure to have come. */
export function mustHold(role: Role, moment: Moment): Field[] {
  if (moment.isOver) return []
  const isSaid = ['sent', 'back', 'reported'].includes(moment.state)
  return [...told(role, moment)].filter((field) => !rowOf(field).said || (isSaid && role.kind === 'desk'))
}

const marks: Readonly<Record<Withheld, { mark: string; kana: string; digit: number }>> = {
  never: { mark: '甲', kana: 'こう', digit: 1 },
  fromTheFirst: { mark: '乙', kana: 'おつ', digit: 2 },
  whileOut: { mark: '丙', kana: 'へい', digit: 3 },
}

/** A home with a canary of its own in every field: no two homes and no two fields share one. */
export class Survivor {
  readonly words: Readonly<Record<Field, string>>
  readonly need: ReturnType<typeof needForm>
  /** Another need of the same home, which is turned away. */
  readonly second = needForm()

  constructor(withheld: Withheld) {
    const { mark, kana, digit } = marks[withheld]
    const written = (field: Field) => `${field}カナリア${mark}`
    const words = Object.fromEntries(fields.map((field) => [field, written(field)])) as Record<Field, string>
    this.words = {
      ...words,
      kana: `せたいかなりあ${kana}`,
      requesterKana: `いらいかなりあ${kana}`,
      requesterPhone: `080999004${digit}1`.slice(0, 11),
      householdPhone: `045999004${digit}`,
      pin: `139.6543${digit}`,
    }
    const it = this.words
    this.need = needForm({
      household: {
        name: `${it.surname} ${it.givenName}`,
        nameKana: it.kana,
        phone: it.householdPhone,
        considerations: it.considerations,
        addressWithheld: withheld === 'fromTheFirst',
      },
      contact: {
        requesterName: it.requester,
        requesterKana: it.requesterKana,
        requesterPhone: it.requesterPhone,
        relation: 'family',
        replyTo: it.replyTo,
        addressLine: it.address,
        landmark: it.landmark,
        lat: 35.3374,
        lng: Number(it.pin),
        story: it.story,
      },
      asked: { work: it.work, dangers: it.dangers, wishedTime: it.wishedTime, headcount: 3, survey: 'needed' },
      consent: { careHint: it.careHint },
    })
  }

  /** The fields of which this text tells; numbers also as they are written with lines between. */
  foundIn(text: string): Field[] {
    const joined = text.replaceAll('-', '')
    return fields.filter((field) => text.includes(this.words[field]) || joined.includes(this.words[field]))
  }
}
