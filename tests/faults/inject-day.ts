import { systemClock } from '#server/core/clock.ts'
import { commands } from '#shared/commands.ts'
import type { CommandDefinition } from '#shared/core/command.ts'
import { newId } from '#shared/core/ids.ts'
import { addDays, dateOf, timeZone } from '#shared/core/time.ts'
import type { Tally } from '#tests/faults/fault-row.ts'
import type { FaultServer } from '#tests/faults/fault-server.ts'
import { stuff } from '#tests/faults/inject-payloads.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { heardReport } from '#tests/support/given-reports.ts'
import { caps, reservationDayForm, reservationForm } from '#tests/support/given-reservations.ts'
import { registrationForm } from '#tests/support/given-roster.ts'

const pin = '123456'
const byName = new Map(Object.values<CommandDefinition>(commands).map((one) => [one.name, one]))
const deskNames = ['lead', 'affairs', 'reception', 'needs', 'survey', 'dispatch', 'equipment', 'return']

/** A day in which every text that is typed is one that would act, if anything took it for more than text. */
export class HostileDay {
  readonly links: string[] = []
  cookie = ''
  private readonly server: FaultServer
  private readonly tally: Tally
  private readonly leadId = newId()
  private reservationDayId = ''

  constructor(server: FaultServer, tally: Tally) {
    this.server = server
    this.tally = tally
  }

  private async post(path: string, body: unknown, link = ''): Promise<Response> {
    const who: Record<string, string> = link === '' ? { cookie: this.cookie } : { authorization: `Personal ${link}` }
    const headers = { 'content-type': 'application/json', ...who }
    return fetch(`${this.server.address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  }

  private async send(type: string, input: object, payload: string, link = ''): Promise<void> {
    const schema = byName.get(type)?.input
    if (!schema) throw new Error(`there is no ${type}`)
    const stuffed = stuff(input, payload, schema)
    const answer = await this.post('/api/commands', { id: newId(), type, input: stuffed.input, device: 'faults' }, link)
    if (answer.ok) this.tally.count('texts', stuffed.texts)
    // A text that is refused is no text that is shown; what matters is said by the counts.
    else this.tally.count(`${type} ${/"code":"([^"]+)"/.exec(await answer.text())?.[1]}`)
  }

  async begin(payload: string): Promise<void> {
    const center = {
      centerId: newId(),
      activationId: newId(),
      name: '=1+1',
      place: 'いきいきセンター金沢',
      phone: '',
      disasterName: '訓練地震',
      hazard: 'earthquake',
      insuranceBeginsAtOnce: true,
      profileName: 'standard',
      leadId: this.leadId,
      pin,
    }
    const setUp = { id: newId(), type: 'center.setUpCenter', device: 'faults' }
    await this.post('/api/commands', {
      ...setUp,
      input: { ...center, disasterName: payload.slice(0, 40), leadName: '佐藤' },
    })
    await this.prove()
    const deskInput = { staffId: this.leadId, deskNames }
    await this.post('/api/commands', { id: newId(), type: 'access.assignDesks', input: deskInput, device: 'faults' })
    const date = dateOf(systemClock.now(), timeZone)
    const hours = { receptionOpensAt: '00:00', receptionClosesAt: '23:59', returnBy: '23:59' }
    await this.send('center.openDay', { dayId: newId(), date, capacity: 2000, ...hours }, payload)
    const opened = reservationDayForm({ date: addDays(date, 2), caps: caps(2000) })
    this.reservationDayId = opened.reservationDayId
    await this.send('reservations.openReservations', opened, payload)
  }

  /** Signs in, which proves the PIN as well. */
  async prove(): Promise<void> {
    const answer = await this.post('/api/session', { name: '佐藤', pin, device: 'faults' })
    this.cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  }

  /** Everything that is typed once for each payload. */
  async type(payload: string): Promise<void> {
    await this.send('roster.registerPerson', registrationForm(), payload)
    await this.send('reservations.reserve', reservationForm(this.reservationDayId), payload)
    const entry = { entryId: newId(), fromWhom: 'x', toWhom: 'x', certainty: 'fact', text: 'x' }
    await this.send('center.writeJournalEntry', entry, payload)
    const wishes = { affiliation: 'x', skills: ['x'], licences: ['x'], email: 'x@example.jp', address: 'x' }
    const form = receptionForm({ ...wishes, health: { condition: 'good', note: 'x' } })
    await this.send('volunteers.checkIn', form, payload)
    this.links.push(form.linkToken)
    const note = { attendanceId: form.attendanceId, text: 'x', basedOnSeq: 0 }
    await this.send('volunteers.writeNote', note, payload)
    const asked = { work: 'x', tools: ['x'], dangers: 'x', wishedTime: 'x' }
    const contact = { landmark: 'x', story: 'x', addressLine: 'x' }
    const need = needForm({ asked, contact, household: { considerations: 'x' } })
    await this.send('needs.receiveNeed', need, payload)
    const mates = [receptionForm(), receptionForm()]
    for (const mate of mates) await this.send('volunteers.checkIn', mate, payload)
    await this.sendOut([form, ...mates], need.needId, payload)
  }

  private async sendOut(
    people: readonly { attendanceId: string; linkToken: string }[],
    needId: string,
    payload: string,
  ) {
    const [teamId, workOrderId] = [newId(), newId()]
    const attendanceIds = people.map(({ attendanceId }) => attendanceId)
    const [leaderId = ''] = attendanceIds
    const link = people[0]?.linkToken
    await this.send('teams.formTeam', { teamId, attendanceIds, leaderId, needId, seenTeamIds: [] }, payload)
    await this.send('teams.briefTeam', { teamId }, payload)
    await this.send('dispatch.issueWorkOrder', { workOrderId, teamId, reasonForTeam: 'x', cautions: 'x' }, payload)
    await this.send('dispatch.dispatchTeam', { workOrderId, checked: [] }, payload)
    const signal = { teamId, signal: 'helpNeeded', minutes: 0, note: 'x' }
    await this.send('dispatch.signal', signal, payload, link)
    const { source: _, safety: __, ...said } = heardReport(workOrderId)
    const words = { workDone: 'x', remainingWork: 'x', observation: 'x' }
    await this.send('reports.sendReport', { ...said, ...words }, payload, link)
    const incident = { incidentId: newId(), teamId, attendanceId: leaderId, kind: 'injury', text: 'x' }
    await this.send('reports.recordIncident', incident, payload)
  }

  async end(payload: string): Promise<void> {
    await this.send('messages.sendNotice', { noticeId: newId(), kind: 'message', reason: 'x', returnBy: null }, payload)
    await this.send('center.setWifi', { ssid: 'x', password: 'xxxxxxxxxxxx' }, payload)
  }
}
