import { expect, test } from 'vitest'
import type { RouteRow } from '#server/core/routes.ts'
import { audiencesOfStaff, mayHold } from '#shared/access/audiences.ts'
import { profileNamed } from '#shared/center/profiles.ts'
import { newId } from '#shared/core/ids.ts'
import type { RecordKind } from '#shared/records.ts'
import { ids } from '#tests/support/center.ts'
import { everyRoute } from '#tests/support/every-route.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { givenNeed, givenTeam, givenWaiting } from '#tests/support/given-dispatch.ts'
import { reservationDayForm, reservationForm } from '#tests/support/given-reservations.ts'
import { groupForm, registrationForm } from '#tests/support/given-roster.ts'
import { servedCenter, Visitor } from '#tests/support/served.ts'

/** A text that nothing else holds, and the kinds of record of which it tells. */
const canaries: Readonly<Record<string, readonly RecordKind[]>> = {
  名前カナリア: ['attendance', 'person', 'team', 'workOrder', 'registration'],
  '0801234001': ['personContact'],
  '1999-09-09': ['personContact'],
  連絡先カナリア: ['emergencyContact'],
  健康カナリア: ['attendanceHealth'],
  覚えカナリア: ['attendanceNote'],
  登録カナリア: ['registration', 'person'],
  団体カナリア: ['registeredGroup'],
  代表カナリア: ['groupContact'],
  予約カナリア: ['reservation'],
  '0801234011': ['reservationContact'],
  世帯カナリア: ['household'],
  '0451234003': ['householdPhone'],
  配慮カナリア: ['householdNote'],
  作業カナリア: ['need', 'workOrder'],
  目印カナリア: ['needContact', 'workOrderPlace'],
  '0801234009': ['needPhone'],
  話カナリア: ['needStory'],
}

/** What no desk holds, also the lead's: each look is an act of its own. */
const onDemand: readonly RecordKind[] = ['needPhone', 'householdPhone', 'needStory', 'householdNote']

/** A center with a canary in every field of a person, a home, a group and a reservation; 佐藤 has just proved their PIN. */
async function given() {
  const desks = await servedCenter()
  const { lead, emi, phone } = desks
  const contact = { phone: '0801234001', birthDate: '1999-09-09' }
  const registered = registrationForm({ person: { name: '登録カナリア' }, contact: { birthDate: '1999-09-09' } })
  await emi.send('roster.registerPerson', registered)
  const group = groupForm({ name: '団体カナリア' })
  await emi.send('roster.registerGroup', { ...group, contact: { ...group.contact, leaderName: '代表カナリア' } })
  const day = reservationDayForm()
  await lead.send('reservations.openReservations', day)
  const named = { name: '予約カナリア', phone: '0801234011' }
  await phone.send('reservations.reserve', reservationForm(day.reservationDayId, named))
  const emergency = { name: '連絡先カナリア', relation: '母', phone: '0801234002' }
  const health = { condition: 'good', note: '健康カナリア' } as const
  const form = receptionForm({ name: '名前カナリア', ...contact, emergency, health })
  await phone.send('volunteers.checkIn', form)
  const others = await givenWaiting(phone, 2)
  await emi.send('volunteers.writeNote', { attendanceId: form.attendanceId, text: '覚えカナリア', basedOnSeq: 0 })
  const asked = needForm({
    household: { name: '世帯カナリア', phone: '0451234003', considerations: '配慮カナリア' },
    contact: { relation: 'family', landmark: '目印カナリア', requesterPhone: '0801234009', story: '話カナリア' },
    asked: { work: '作業カナリア' },
  })
  const { household, contact: of, asked: work } = asked
  const need = await givenNeed(desks, { household: household ?? {}, contact: of, asked: work })
  const { workOrderId } = await givenTeam(desks, { need, people: [form.attendanceId, ...others] })
  await lead.send('dispatch.dispatchTeam', { workOrderId })
  const desk = Visitor.onTheLaptop(desks.served.port)
  await desk.signIn({ name: '佐藤' }, '123456')
  await desk.code('POST', '/api/session/proof', { pin: '123456' })
  const exported = async (table: string) => {
    const exportId = newId()
    const what = { table, format: 'csv', dayId: table === 'attendances' ? ids.day : null }
    await desk.send('privacy.export', { exportId, ...what, personal: false, because: '' })
    return `?export=${exportId}`
  }
  const asksFor: Readonly<Record<string, string>> = {
    '/sheets/record/person/:id': `/sheets/record/person/${form.personId}`,
    '/sheets/record/household/:id': `/sheets/record/household/${need.householdId}`,
    '/sheets/record/group/:id': `/sheets/record/group/${group.groupId}`,
    '/sheets/work-order/:id': `/sheets/work-order/${workOrderId}`,
    '/sheets/name-tags': '/sheets/name-tags?numbers=1-9',
    '/sheets/reservations': `/sheets/reservations?day=${day.reservationDayId}`,
    '/sheets/day-summary/:dayId': `/sheets/day-summary/${ids.day}`,
    '/exports/day-summary.csv': `/exports/day-summary.csv?day=${ids.day}`,
    '/exports/table.csv': `/exports/table.csv${await exported('attendances')}`,
    '/api/chronology': '/api/chronology?before=100000',
  }
  return { desk, asksFor }
}

type Given = Awaited<ReturnType<typeof given>>

const { rows } = await everyRoute()
const pages = rows.filter(({ method, may }) => method === 'get' && !may.includes('public'))

/** Of which kinds a page tells beyond what its row says; a refusal tells nothing. */
async function tooMuch({ desk, asksFor }: Given, row: RouteRow, seen: Set<string>): Promise<string[]> {
  const answer = await desk.fetch('GET', asksFor[row.path] ?? row.path)
  if (!answer.ok) return []
  seen.add(row.path)
  const said = await answer.text()
  const { holds = [], shows = [] } = row
  const isSaid = (kind: RecordKind) =>
    holds.includes(kind) || (shows === 'held' ? !onDemand.includes(kind) : shows.includes(kind))
  return Object.entries(canaries)
    .filter(([canary, kinds]) => said.includes(canary) && !kinds.some(isSaid))
    .map(([canary, kinds]) => `${row.path} tells of ${kinds.join(' or ')}: ${canary}`)
}

test('every page and file tells of the kinds of record that its row says, and of no other', async () => {
  const center = await given()
  const seen = new Set<string>()
  const told: string[] = []
  for (const row of pages) told.push(...(await tooMuch(center, row, seen)))
  expect(told).toEqual([])
  // Whatever has an address above was really looked at.
  expect(Object.keys(center.asksFor).filter((path) => !seen.has(path))).toEqual([])
})

const { desks: deskRows } = profileNamed('standard')

test('whoever may pass may hold, or look up, all of what it tells', () => {
  const beyond = pages.flatMap(({ path, may, holds = [], shows = [] }) =>
    deskRows
      .filter(({ capabilities }) => may.some((one) => one === 'staff' || capabilities.some((held) => held === one)))
      .map(({ name, capabilities }) => ({ name, audiences: audiencesOfStaff(capabilities) }))
      .filter(({ audiences }) => holds.length === 0 || holds.some((kind) => mayHold(kind, audiences)))
      .flatMap(({ name, audiences }) =>
        (shows === 'held' ? [] : shows).filter((kind) => !mayHold(kind, audiences)).map((kind) => [path, name, kind]),
      ),
  )
  expect(beyond).toEqual([])
})

test('a page that says less than it tells is noticed', async () => {
  const center = await given()
  const careless = pages
    .filter(({ path }) => path === '/sheets/name-tags' || path === '/sheets/work-order/:id')
    .map(({ method, path, may }): RouteRow => ({ method, path, may, holds: ['logEntry'] }))
  const told: string[] = []
  for (const row of careless) told.push(...(await tooMuch(center, row, new Set())))
  expect(told).toContain('/sheets/work-order/:id tells of needContact or workOrderPlace: 目印カナリア')
  expect(told.join()).toContain('/sheets/name-tags tells of attendance')
})
