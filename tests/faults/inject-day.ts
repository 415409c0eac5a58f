import { systemClock } from '#server/core/clock.ts'
import { setUpCenter } from '#shared/center/commands.ts'
import { commands } from '#shared/commands.ts'
import type { CommandDefinition } from '#shared/core/command.ts'
import { newId } from '#shared/core/ids.ts'
import { addDays, dateOf, timeZone } from '#shared/core/time.ts'
import type { Tally } from '#tests/faults/fault-row.ts'
import type { FaultServer } from '#tests/faults/fault-server.ts'
import { valuesFor } from '#tests/faults/fuzz-values.ts'
import { stuff } from '#tests/faults/inject-payloads.ts'
import { Ledger } from '#tests/faults/ledger.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { heardReport } from '#tests/support/given-reports.ts'
import { caps, reservationDayForm, reservationForm } from '#tests/support/given-reservations.ts'
import { groupForm, registrationForm } from '#tests/support/given-roster.ts'

export const pin = '123456'

/** The lead who consents. */
const second = '鈴木'
const byName = new Map(Object.values<CommandDefinition>(commands).map((one) => [one.name, one]))
export const deskNames = ['lead', 'affairs', 'reception', 'needs', 'survey', 'dispatch', 'equipment', 'return']

/** What ends, closes, erases or withdraws, and what is about the file: that is for other rows. */
const apart =
  /^(keeping|access|privacy|drills?)\.|\.(close|retire|erase|merge|unmerge|split|setUp|openDay|hand|cancel|remove|end|move|change(Profile|Center))/

/** A payload, and those that follow it where there is room. */
type Payloads = readonly string[]

/** A team on its way, and its sheet. */
export interface SentOut {
  teamId: string
  workOrderId: string
}

/** Where a center is asked, and its file: the live one, or a drill that it holds. */
type Place = Pick<FaultServer, 'address' | 'file' | 'key'>

interface Refusal {
  code: string
  details: { householdIds?: readonly string[] }
}

const isLookedAt = (input: object) => 'lookedAt' in input && Array.isArray(input.lookedAt) && input.lookedAt.length > 0

/** A day in which every text that is typed is one that would act, if anything took it for more than text. */
export class HostileDay {
  readonly links: string[] = []
  /** How often each text of each act was filled. */
  readonly fields = new Map<string, number>()
  /** The texts of acts that were tried at random, and that were taken. */
  readonly elsewhere = new Set<string>()
  readonly dayId = newId()
  cookie = ''
  private readonly server: Place
  private readonly tally: Tally
  readonly leadId = newId()
  reservationDayId = ''
  private leadName = ''
  private hasSecondLead = false

  constructor(server: Place, tally: Tally) {
    this.server = server
    this.tally = tally
  }

  private post(path: string, body: unknown, link = ''): Promise<Response> {
    return this.ask('POST', path, body, link)
  }

  ask(method: string, path: string, body: unknown, link = ''): Promise<Response> {
    const who: Record<string, string> = link === '' ? { cookie: this.cookie } : { authorization: `Personal ${link}` }
    const headers = { 'content-type': 'application/json', ...who }
    return fetch(`${this.server.address}${path}`, { method, headers, body: JSON.stringify(body) })
  }

  /** An act with payloads in every text of it. */
  async send(type: string, input: object, payloads: Payloads, link = ''): Promise<void> {
    const schema = byName.get(type)?.input
    if (!schema) throw new Error(`there is no ${type}`)
    const stuffed = stuff(input, payloads, schema)
    const answer = await this.post('/api/commands', { id: newId(), type, input: stuffed.input, device: 'faults' }, link)
    if (answer.ok) return this.noteFilled(type, stuffed.fields)
    const { code, details } = ((await answer.json()) as { problem: Refusal }).problem
    // Homes that are called the same: whoever types has looked at them.
    if (details.householdIds && !isLookedAt(input))
      return this.send(type, { ...input, lookedAt: details.householdIds }, payloads, link)
    // A text that is refused is no text that is shown; what matters is said by the counts.
    this.tally.count(`${type} ${code}`)
  }

  private noteFilled(type: string, fields: readonly string[]): void {
    this.tally.count('texts', fields.length)
    for (const field of fields) this.fields.set(`${type} ${field}`, (this.fields.get(`${type} ${field}`) ?? 0) + 1)
  }

  get(path: string): Promise<Response> {
    return fetch(`${this.server.address}${path}`, { headers: { cookie: this.cookie } })
  }

  /** An act as it stands, without which there is nothing to look at. */
  async must(type: string, input: object): Promise<void> {
    const answer = await this.post('/api/commands', { id: newId(), type, input, device: 'faults' })
    if (!answer.ok) throw new Error(`${type} is answered ${answer.status} ${await answer.text()}`)
  }

  /** Two leads are made of one: the second comes to the desk and consents to that act. */
  async mustWithTwo(type: string, input: object): Promise<void> {
    const id = newId()
    if (!this.hasSecondLead) {
      await this.must('access.addStaff', { staffId: newId(), name: second, pin, deskNames: ['lead'] })
      Ledger.ageStaff(this.server)
      this.hasSecondLead = true
    }
    const asked = await this.post('/api/commands', { id, type, input, device: 'faults' })
    if (asked.ok) throw new Error(`${type} takes one person`)
    await this.post('/api/session/consent', { actId: id, name: second, pin, device: 'faults' })
    const answer = await this.post('/api/commands', { id, type, input, device: 'faults' })
    if (!answer.ok) throw new Error(`${type} is answered ${answer.status} ${await answer.text()}`)
  }

  /** The same with payloads in every text of it: two leads see what the first has written. */
  async sendWithTwo(type: string, input: object, payloads: Payloads): Promise<void> {
    const schema = byName.get(type)?.input
    if (!schema) throw new Error(`there is no ${type}`)
    const stuffed = stuff(input, payloads, schema)
    await this.mustWithTwo(type, stuffed.input as object)
    this.noteFilled(type, stuffed.fields)
  }

  /** What no row can wait for: that the server says it is going to erase. */
  announceErasure(on: string): string {
    const noticeId = newId()
    Ledger.announceErasure(this.server, noticeId, on)
    return noticeId
  }

  /** A center that has no day yet. */
  async setUp(payloads: Payloads): Promise<void> {
    const center = {
      centerId: newId(),
      activationId: newId(),
      name: '金沢',
      place: 'いきいきセンター金沢',
      phone: '',
      disasterName: '訓練地震',
      hazard: 'earthquake',
      insuranceBeginsAtOnce: true,
      profileName: 'standard',
      leadId: this.leadId,
      leadName: 'x',
      pin,
    }
    const setUp = { id: newId(), type: 'center.setUpCenter', device: 'faults' }
    // Its name stands above every list that is taken out, so it is a formula first.
    const named = stuff(center, ['=1+1', ...payloads], setUpCenter.input)
    await this.post('/api/commands', { ...setUp, input: named.input })
    this.leadName = setUpCenter.input.parse(named.input).leadName
    this.noteFilled(setUp.type, named.fields)
    await this.prove()
    const deskInput = { staffId: this.leadId, deskNames }
    await this.post('/api/commands', { id: newId(), type: 'access.assignDesks', input: deskInput, device: 'faults' })
  }

  async begin(payloads: Payloads): Promise<void> {
    await this.setUp(payloads)
    const date = dateOf(systemClock.now(), timeZone)
    const hours = { receptionOpensAt: '00:00', receptionClosesAt: '23:59', returnBy: '23:59' }
    await this.send('center.openDay', { dayId: this.dayId, date, capacity: 2000, ...hours }, payloads)
    const opened = reservationDayForm({ date: addDays(date, 2), caps: caps(2000) })
    this.reservationDayId = opened.reservationDayId
    await this.send('reservations.openReservations', opened, payloads)
  }

  /** Somebody who is on the staff already, as in a drill whose file says so. */
  async sitDownAs(name: string): Promise<void> {
    this.leadName = name
    await this.prove()
  }

  /** Signs in, which proves the PIN as well. */
  async prove(): Promise<void> {
    const answer = await this.post('/api/session', { name: this.leadName, pin, device: 'faults' })
    this.cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  }

  /** Everything that is typed once for each payload. */
  async type(payloads: Payloads): Promise<void> {
    await this.send('roster.registerPerson', { ...registrationForm(), isAnother: true }, payloads)
    await this.send('roster.registerGroup', groupForm({ skills: ['x'], tools: ['x'], areas: ['x'] }), payloads)
    await this.send('reservations.reserve', reservationForm(this.reservationDayId), payloads)
    const entry = { entryId: newId(), fromWhom: 'x', toWhom: 'x', certainty: 'fact', text: 'x' }
    await this.send('center.writeJournalEntry', entry, payloads)
    const wishes = { affiliation: 'x', skills: ['x'], licences: ['x'], email: 'x@example.jp', address: 'x' }
    const form = receptionForm({ ...wishes, health: { condition: 'good', note: 'x' } })
    await this.send('volunteers.checkIn', form, payloads)
    this.links.push(form.linkToken)
    const note = { attendanceId: form.attendanceId, text: 'x', basedOnSeq: 0 }
    await this.send('volunteers.writeNote', note, payloads)
    const asked = { work: 'x', tools: ['x'], dangers: 'x', wishedTime: 'x' }
    const contact = { landmark: 'x', story: 'x', addressLine: 'x' }
    const need = needForm({ asked, contact, household: { considerations: 'x' } })
    await this.send('needs.receiveNeed', need, payloads)
    await this.sendATeam(payloads, need.needId, form)
  }

  /** Three people go out to a need, the first of them as typed; their leader calls for help and reports. */
  async sendATeam(payloads: Payloads, needId: string, leader = receptionForm()): Promise<SentOut> {
    const mates = [receptionForm(), receptionForm(), ...(this.links.includes(leader.linkToken) ? [] : [leader])]
    for (const mate of mates) await this.send('volunteers.checkIn', mate, payloads)
    const out = { teamId: newId(), workOrderId: newId() }
    const { teamId, workOrderId } = out
    const attendanceIds = [leader, mates[0], mates[1]].flatMap((one) => one?.attendanceId ?? [])
    const leaderId = leader.attendanceId
    const [seenTeamIds, againBecause, link] = [[], 'x', leader.linkToken]
    const team = { teamId, attendanceIds, leaderId, needId, seenTeamIds, againBecause }
    await this.send('teams.formTeam', team, payloads)
    await this.send('teams.briefTeam', { teamId }, payloads)
    const sheet = { workOrderId, teamId, reasonForTeam: 'x', cautions: 'x', againBecause }
    await this.send('dispatch.issueWorkOrder', sheet, payloads)
    await this.send('dispatch.dispatchTeam', { workOrderId, checked: [], againBecause }, payloads)
    const signal = { teamId, signal: 'helpNeeded', minutes: 0, note: 'x' }
    await this.send('dispatch.signal', signal, payloads, link)
    const { source: _, safety: __, ...said } = heardReport(workOrderId)
    const words = { workDone: 'x', remainingWork: 'x', observation: 'x' }
    await this.send('reports.sendReport', { ...said, ...words }, payloads, link)
    const incident = { incidentId: newId(), teamId, attendanceId: leaderId, kind: 'injury', text: 'x' }
    await this.send('reports.recordIncident', incident, payloads)
    return out
  }

  async end(payloads: Payloads): Promise<void> {
    await this.send(
      'messages.sendNotice',
      { noticeId: newId(), kind: 'message', reason: 'x', returnBy: null },
      payloads,
    )
    await this.send('center.setWifi', { ssid: 'x', password: 'xxxxxxxxxxxx', basedOnSeq: 2 ** 40 }, payloads)
  }

  /** Every other act that has a text, as its form allows and with what is there: most are refused, and some are taken. */
  async typeElsewhere(all: Payloads, ids: readonly string[], tries: number): Promise<void> {
    for (const { name, input } of byName.values()) {
      if (apart.test(name)) continue
      const fitting = valuesFor(input, ids, tries, tries).filter((value) => input.safeParse(value).success)
      const filled = (value: unknown, index: number) => stuff(value, all.slice(index % all.length), input)
      for (const stuffed of fitting.map(filled).filter(({ fields }) => fields.length > 0)) {
        const act = { id: newId(), type: name, input: stuffed.input, device: 'faults' }
        if (!(await this.post('/api/commands', act)).ok) continue
        for (const field of stuffed.fields) this.elsewhere.add(`${name} ${field}`)
        this.tally.count('textsElsewhere', stuffed.fields.length)
      }
    }
  }
}
