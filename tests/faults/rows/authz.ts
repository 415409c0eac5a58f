import { standardProfile } from '#shared/center/profiles/standard.ts'
import { commands } from '#shared/commands.ts'
import { newId } from '#shared/core/ids.ts'
import { reads } from '#shared/reads.ts'
import { Matrix, nobody, phone, type Role } from '#tests/faults/authz-matrix.ts'
import { Night } from '#tests/faults/authz-night.ts'
import { TeamDay, type Wishes } from '#tests/faults/authz-states.ts'
import { states } from '#tests/faults/authz-survivor.ts'
import { brokenBuild, soundBuild } from '#tests/faults/broken-build.ts'
import { type FaultResult, type FaultRow, part, Tally } from '#tests/faults/fault-row.ts'
import { FaultServer } from '#tests/faults/fault-server.ts'
import { everyDoor } from '#tests/faults/fuzz-doors.ts'
import { HostileDay } from '#tests/faults/inject-day.ts'
import { layCable } from '#tests/support/cable.ts'
import { receptionForm } from '#tests/support/given.ts'

type Doors = Awaited<ReturnType<typeof everyDoor>>

/** Somebody who was added at a desk, with what it takes to end that. */
interface Seat extends Role {
  staffId: string
}

const pin = '222222'
const allDesks = standardProfile.desks.map(({ name }) => name)
const rightsOf = (...names: string[]) =>
  standardProfile.desks.filter(({ name }) => names.includes(name)).flatMap(({ capabilities }) => capabilities)

class Center {
  readonly matrix: Matrix
  private readonly server: FaultServer
  private readonly day: HostileDay

  constructor(server: FaultServer, day: HostileDay, matrix: Matrix) {
    this.server = server
    this.day = day
    this.matrix = matrix
  }

  get dayId(): string {
    return this.day.dayId
  }

  /** The lead of the day, who holds every desk, with the PIN just proved. */
  async lead(): Promise<Role> {
    await this.day.prove()
    const capabilities = rightsOf(...allDesks)
    const { leadId: staffId, cookie } = this.day
    return { name: 'whoever holds every desk', staffId, shows: [{ cookie }], kind: 'desk', capabilities }
  }

  /** The cookie of whoever signs in, each on a device of their own; none where that is refused. */
  async signIn(name: string): Promise<string> {
    const body = JSON.stringify({ name, pin, device: name })
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${this.server.address}/api/session`, { method: 'POST', headers, body })
    return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  }

  /** One person for each of these desks of the standard form, signed in. */
  async seatDesks(names: readonly string[]): Promise<Seat[]> {
    const seats: Seat[] = []
    const lead = await this.lead()
    for (const { name, capabilities } of standardProfile.desks.filter((desk) => names.includes(desk.name))) {
      const staffId = newId()
      await this.matrix.mustAct(lead, 'access.addStaff', { staffId, name, pin, deskNames: [name] })
      seats.push({ name, staffId, shows: [{ cookie: await this.signIn(name) }], kind: 'desk', capabilities })
    }
    return seats
  }

  /** Phones of people who came for the day. */
  async checkIn(name: string, count: number): Promise<Role> {
    const forms = Array.from({ length: count }, () => receptionForm())
    for (const form of forms) await this.matrix.mustAct(nobody, 'volunteers.checkIn', form)
    return phone(name, ...forms.map(({ linkToken }) => linkToken))
  }

  /** Whoever has left, retired or moved to another desk may from that moment what they are, whatever their browser shows. */
  async changes([leaver, retiree, mover]: readonly Seat[], doors: Doors): Promise<void> {
    if (!(leaver && retiree && mover)) return
    const { matrix } = this
    await matrix.ask(leaver, 'DELETE', '/api/session')
    const lead = await this.lead()
    await matrix.mustAct(lead, 'access.retireStaff', { staffId: retiree.staffId })
    await matrix.mustAct(lead, 'access.assignDesks', { staffId: mover.staffId, deskNames: ['return'] })
    const gone = (one: Role): Role => ({ ...one, name: `${one.name}, gone`, kind: 'public', capabilities: [] })
    const moved: Role = { ...mover, name: `${mover.name}, moved`, capabilities: rightsOf('return') }
    for (const role of [gone(leaver), gone(retiree), moved]) {
      await matrix.commands(role)
      await matrix.reads(role)
      await matrix.doors(role, doors)
    }
    matrix.cell((await this.signIn(retiree.name)) === '', 'somebody retired signs in')
  }
}

const idForm = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const idsIn = (text: string) => new Set(text.match(idForm) ?? [])

/** What is asked: everything, or what one control is about. */
type Which = 'all' | 'commands' | 'states' | 'search'

const isWhole = (count: number) => count >= 100

/** In a smoke test each of what everybody is asked is asked by every third. */
const spreadOf = (count: number) => (isWhole(count) ? 1 : 3)

/** The days of a home; a smoke test looks everywhere only after a report on one home. */
function days(count: number, which: Which): Wishes[] {
  if (which === 'commands') return []
  if (which === 'search') return [{ withheld: 'never', searched: ['received'], until: 'received' }]
  if (which === 'states') return [{ withheld: 'never', searched: [], until: 'printed' }]
  const all = isWhole(count) ? states : []
  const whole: Wishes[] = [
    { withheld: 'never', searched: all, until: 'reported' },
    { withheld: 'fromTheFirst', searched: all, until: 'reported' },
    {
      withheld: 'whileOut',
      searched: isWhole(count) ? states.slice(states.indexOf('sent')) : ['sent'],
      until: 'reported',
    },
  ]
  // Until it is withheld, a home goes the way of one that never is, and afterwards of one that always was.
  return isWhole(count) ? whole : whole.slice(-1)
}

async function askEverything(center: Center, tally: Tally, count: number, which: Which): Promise<void> {
  const { matrix } = center
  const desks = await center.seatDesks(which === 'all' ? allDesks : ['lead', 'needs', 'return'])
  const lead = await center.lead()
  const doors = (await everyDoor()).filter(({ may }) => !may.some((one) => one === 'public' || one === 'setUp'))
  const seats = { lead, desks, doors, dayId: center.dayId }
  for (const wishes of days(count, which)) await new TeamDay(matrix, seats, wishes).run()
  if (which === 'states' || which === 'search') return
  const [volunteers, stranger] = [await center.checkIn('a volunteer', 8), await center.checkIn('a stranger', 1)]
  const roles = [...desks, lead, volunteers, nobody]
  for (const role of roles) {
    await matrix.commands(role)
    tally.cycle()
  }
  if (which === 'commands') return
  const all = (await matrix.ask(lead, 'GET', '/api/changes?since=0')).text
  const own = idsIn((await matrix.ask(stranger, 'GET', '/api/changes?since=0')).text)
  const others = [...idsIn(all).difference(own)].slice(0, 60)
  const there = new Set((JSON.parse(all) as { records: { kind: string }[] }).records.map(({ kind }) => kind))
  for (const role of roles) {
    await matrix.kinds(role, there)
    await matrix.reads(role)
    await matrix.doors(role, doors)
    tally.cycle()
  }
  for (const role of [...desks, stranger, nobody])
    await matrix.hidden(role, doors, others.slice(0, Math.min(12, count)))
  await matrix.ofOthers(stranger, others, count)
  await center.changes(desks.slice(1), doors)
  tally.aim('idsOfOthers', others.length, Math.min(12, count))
  const asked = Object.keys(commands).length + Object.keys(reads).length
  tally.aim('cells', tally.count('cells', 0), Math.floor((roles.length * asked) / spreadOf(count)))
}

async function authz(name: string, main: string, count: number, which: Which = 'all'): Promise<FaultResult> {
  const tally = new Tally(name)
  const server = new FaultServer(main)
  let cable: Awaited<ReturnType<typeof layCable>> | undefined
  try {
    await server.start()
    cable = await layCable(server.port, '127.0.0.2')
    const day = new HostileDay(server, tally)
    await day.begin(['カナリア'])
    for (const payload of ['カナリア一', 'カナリア二']) await day.type([payload])
    const matrix = new Matrix(`http://127.0.0.1:${cable.port}`, tally, spreadOf(count))
    await askEverything(new Center(server, day, matrix), tally, count, which)
  } finally {
    cable?.close()
    await server.remove()
  }
  if (which === 'all') await afterADay(main, tally, count)
  return tally.result()
}

/** What comes after a day, in a center of its own: there nobody else is out. */
async function afterADay(main: string, tally: Tally, count: number): Promise<void> {
  const server = new FaultServer(main)
  try {
    await server.start()
    const day = new HostileDay(server, tally)
    await day.begin(['カナリア'])
    const matrix = new Matrix(server.address, tally, spreadOf(count))
    const center = new Center(server, day, matrix)
    // One of each kind: who leads, who knows homes, who knows people, and who knows neither.
    const desks = await center.seatDesks(isWhole(count) ? allDesks : ['lead', 'needs', 'reception', 'equipment'])
    const lead = await center.lead()
    const doors = (await everyDoor()).filter(({ may }) => !may.some((one) => one === 'public' || one === 'setUp'))
    // A home that is out was looked for by day; after acts of every kind nothing sure can be said of what must be there.
    const searches = (state: string) =>
      isWhole(count) ? !['out', 'after every act'].includes(state) : state === 'merged into the open one'
    const seats = { lead, desks, doors, dayId: day.dayId }
    await new Night(matrix, seats, server, { searches, tries: part(6, { share: count / 100 }) }).run()
  } finally {
    await server.remove()
  }
}

const anyDesk = {
  module: '#server/core/permission.ts',
  file: 'any-desk.ts',
  names: { requirePermission: 'requirePermission' },
}

const placeAlways = {
  module: '#shared/access/audiences.ts',
  file: 'place-always.ts',
  names: { audiencesOf: 'audiencesOf' },
}

const toldOnSheet = {
  module: '#server/access/access-log.ts',
  file: 'told-on-sheet.ts',
  names: { accessLogHead: 'accessLogHead' },
}

/** Every door, act and question by every desk, by volunteers and by nobody: allowed exactly as the tables say. */
export const row: FaultRow = {
  name: 'authz',
  needs: [],
  alone: false,
  run: (budget) => authz('authz', soundBuild(), part(100, budget, 5)),
  async control() {
    return [
      await authz('authz/any-desk-may', await brokenBuild('any-desk', anyDesk), 1, 'commands'),
      await authz('authz/place-at-any-time', await brokenBuild('place-always', placeAlways), 1, 'states'),
      await authz('authz/told-on-a-sheet', await brokenBuild('told-on-sheet', toldOnSheet), 1, 'search'),
    ]
  },
}
