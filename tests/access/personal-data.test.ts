import { CompiledQuery } from 'kysely'
import { expect, test } from 'vitest'
import { type Actor, audiencesOfActor } from '#server/core/actor.ts'
import type { Center } from '#server/core/center.ts'
import { newId } from '#shared/core/ids.ts'
import type { Patch } from '#shared/core/patch.ts'
import { ids, type Sender } from '#tests/support/center.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { heardReport } from '#tests/support/given-reports.ts'
import { servedCenter } from '#tests/support/served.ts'

/** One word for each personal field, so that whatever is said anywhere can be searched for it. */
const care = ['0801234001', 'mail-canary', '1999-09-09', '番地カナリア', '連絡先カナリア', '0801234002', '健康カナリア']
const contacts = ['世帯カナリア', 'せたいかなりあ', '字カナリア', '目印カナリア', '依頼者カナリア', '見守りカナリア']
/** Numbers of survivors, what they said and what they need: in no answer but that to whoever has revealed it. */
const never = ['0451234003', '話カナリア', '配慮カナリア']
const incident = 'けがカナリア'
const volunteerName = '名前カナリア'
const place = ['字カナリア', '目印カナリア', '世帯カナリア']

const found = (text: string, canaries: readonly string[]) => canaries.filter((canary) => text.includes(canary))

/** What a device of this actor hears live from now on, as text. */
function hearing(center: Center, actor: Actor) {
  const heard: Patch[] = []
  const audiences: readonly string[] = audiencesOfActor(actor)
  center.onPatch((patches) => heard.push(...patches.filter(({ audience }) => audiences.includes(audience))))
  return () => JSON.stringify(heard)
}

const volunteerForm = () =>
  receptionForm({
    name: volunteerName,
    nameKana: 'なまえかなりあ',
    phone: '0801234001',
    email: 'mail-canary@example.jp',
    birthDate: '1999-09-09',
    address: '番地カナリア',
    emergency: { name: '連絡先カナリア', relation: '母', phone: '0801234002' },
    health: { condition: 'good', note: '健康カナリア' },
  })

const survivorForm = () =>
  needForm({
    household: {
      name: '世帯カナリア 太郎',
      nameKana: 'せたいかなりあ',
      phone: '0451234003',
      considerations: '配慮カナリア',
    },
    contact: {
      requesterName: '依頼者カナリア',
      requesterKana: 'せたいかなりあ',
      requesterPhone: '0451234003',
      addressLine: '字カナリア1-2',
      landmark: '目印カナリア',
      story: '話カナリア',
    },
  })

/** A day in which every personal field is filled with its canary, up to the moment a team is formed. */
async function canaryDay() {
  const made = await servedCenter()
  const form = volunteerForm()
  const need = survivorForm()
  const mate = receptionForm()
  const outsider = receptionForm()
  for (const one of [form, mate, outsider]) await made.phone.send('volunteers.checkIn', one)
  await made.ben.send('needs.receiveNeed', need)
  const teamId = newId()
  const attendanceIds = [form.attendanceId, mate.attendanceId]
  const team = { teamId, attendanceIds, leaderId: form.attendanceId, needId: need.needId, seenTeamIds: [] }
  await made.aiko.send('teams.formTeam', team)
  await made.aiko.send('teams.briefTeam', { teamId })
  const workOrderId = newId()
  await made.aiko.send('dispatch.issueWorkOrder', { workOrderId, teamId, reasonForTeam: '' })
  return { ...made, form, need, mate, outsider, teamId, workOrderId }
}

type CanaryDay = Awaited<ReturnType<typeof canaryDay>>

async function goOutAndComeHome({ aiko, emi, volunteer, form, teamId, workOrderId }: CanaryDay): Promise<void> {
  await aiko.send('dispatch.dispatchTeam', { workOrderId, checked: [] })
  const { source: _, safety: __, observation: ___, ...said } = heardReport(workOrderId)
  await volunteer(form.attendanceId).send('reports.sendReport', { ...said, observation: '見守りカナリア' })
  await emi.send('reports.receiveTeam', { teamId, missingIds: [] })
  const injury = {
    incidentId: newId(),
    teamId,
    attendanceId: form.attendanceId,
    kind: 'injury',
    text: incident,
  } as const
  await emi.send('reports.recordIncident', injury)
  const observation = { text: '見守りカナリア', watch: true }
  await emi.send('reports.acceptReport', {
    ...said,
    source: 'desk',
    observation,
    safety: { injury: true, nearMiss: false, unwell: false },
  })
}

const snapshot = async (center: Center, { actor }: Sender) => (await center.catchUp(actor, 0)).text

test('a desk holds the personal data of its own work and no other, in a fetch and live', async () => {
  const day = await canaryDay()
  const { center, lead, aiko, ben, emi, daigo, phone } = day
  const desks = { lead, aiko, ben, emi, daigo, phone }
  const live = Object.fromEntries(Object.entries(desks).map(([name, { actor }]) => [name, hearing(center, actor)]))
  await day.emi.send('volunteers.writeNote', { attendanceId: day.form.attendanceId, text: '覚え', basedOnSeq: 0 })
  await goOutAndComeHome(day)
  const holds = async (name: keyof typeof desks) => (await snapshot(center, desks[name])) + (live[name]?.() ?? '')
  expect(found(await holds('lead'), [...care, ...contacts, incident])).toEqual([...care, ...contacts, incident])
  for (const name of ['lead', 'aiko', 'ben', 'emi', 'daigo', 'phone'] as const)
    expect([name, found(await holds(name), never)]).toEqual([name, []])
  for (const name of ['aiko', 'ben'] as const) {
    expect(found(await holds(name), contacts)).toEqual(contacts)
    expect([name, found(await holds(name), [...care, incident])]).toEqual([name, []])
  }
  expect(found(await holds('emi'), [...care, incident])).toEqual([...care, incident])
  expect(found(await holds('emi'), contacts)).toEqual([])
  expect(found(await holds('daigo'), [...care, ...contacts, incident])).toEqual([])
  expect(found(await holds('phone'), [...care, ...contacts, incident, volunteerName])).toEqual([])
})

test('a phone holds the place only while its team is out, and nothing else of the household ever', async () => {
  const day = await canaryDay()
  const { center, volunteer, form, mate, outsider } = day
  const phones = [form, mate, outsider].map(({ attendanceId }) => volunteer(attendanceId))
  const live = phones.map(({ actor }) => hearing(center, actor))
  const notOnPhones = [...never, ...care, incident, ...contacts.filter((one) => !place.includes(one))]
  const holdsPlace = async () =>
    Promise.all(phones.map(async (one) => found(await snapshot(center, one), place).length > 0))
  expect(await holdsPlace()).toEqual([false, false, false])
  expect(live.map((heard) => found(heard(), place))).toEqual([[], [], []])
  await day.aiko.send('dispatch.dispatchTeam', { workOrderId: day.workOrderId, checked: [] })
  expect(await holdsPlace()).toEqual([true, true, false])
  await day.aiko.send('dispatch.recallFromDispatch', { workOrderId: day.workOrderId })
  expect(await holdsPlace()).toEqual([false, false, false])
  await goOutAndComeHome(day)
  expect(await holdsPlace()).toEqual([false, false, false])
  for (const [index, one] of phones.entries())
    expect(found((await snapshot(center, one)) + (live[index]?.() ?? ''), notOnPhones)).toEqual([])
  expect(found(live[2]?.() ?? '', place)).toEqual([])
  expect(found(await snapshot(center, phones[2] ?? day.phone), [volunteerName])).toEqual([])
})

test('the log says what was done and never about whom; secrets are in no table', async () => {
  const day = await canaryDay()
  await goOutAndComeHome(day)
  const { center, form, lead } = day
  await lead.send('access.addStaff', { staffId: newId(), name: '鈴木', pin: '731946', deskNames: ['reception'] })
  await lead.send('center.setWifi', { ssid: 'room', password: 'wifi-canary', basedOnSeq: 0 })
  const personal = [...care, ...contacts, incident, volunteerName, 'なまえかなりあ']
  const rows = async (sql: string) => JSON.stringify((await center.db.executeQuery(CompiledQuery.raw(sql))).rows)
  expect(found(await rows('select details, answer, device, record_ids, actor_name from event_log'), personal)).toEqual(
    [],
  )
  // With their quotes: six digits stand in many an id by chance.
  const secrets = [form.linkToken, '"731946', '"123456', 'wifi-canary']
  expect(found(await rows('select * from event_log'), secrets)).toEqual([])
  expect(found(await rows('select * from event_input'), secrets)).toEqual([])
  for (const table of ['credential', 'session', 'personal_link', 'setting', 'staff'])
    expect([table, found(await rows(`select * from ${table}`), secrets)]).toEqual([table, []])
})

const pages = ({ workOrderId, need, form }: CanaryDay) => [
  '/',
  '/desk',
  '/board',
  '/me',
  '/reception',
  '/healthz',
  '/api/board',
  '/api/changes',
  '/api/changes?since=-1',
  '/api/changes?since=1e99',
  '/api/changes?since=%5B%5D',
  '/api/changes?since=1&audience=care',
  '/api/session',
  '/api/clock',
  '/api/addresses',
  '/api/outlook',
  '/api/chronology?before=99999',
  '/api/chronology?before=x',
  `/api/towns/__proto__`,
  '/api/tag-code/1-A',
  '/api/reads/volunteers.findLikelyDoubles',
  '/api/reads/needs.findNeeds',
  '/sheets/poster',
  '/sheets/desk-cards',
  '/sheets/trouble-cards',
  '/sheets/name-tags?numbers=1-300',
  `/sheets/name-tags?numbers=1&day=${ids.day}`,
  '/sheets/roll-call',
  `/sheets/day-summary/${ids.day}`,
  `/exports/day-summary.csv?day=${ids.day}`,
  `/sheets/work-order/${workOrderId}`,
  `/sheets/work-order/${need.needId}`,
  `/sheets/work-order/${form.attendanceId}`,
  '/sheets/work-order/..%2f..%2fetc',
  '/%E0%A4%A',
  '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
  '/tiles/1/1/1.png',
  '/.git/config',
]

const questions = [
  [
    '/api/reads/volunteers.findLikelyDoubles',
    JSON.stringify({ phone: '0801234001', birthDate: '1999-09-09', nameKana: 'なまえかなりあ' }),
  ],
  ['/api/reads/needs.findNeeds', JSON.stringify({ words: 'カナリア', householdIds: [] as string[] })],
] as const

/** What was written since, beside the lines that say who looked. */
async function actsSince({ db }: Center, seq: number): Promise<string[]> {
  const looks = ['access.openSheet', 'photos.lookAtPhoto']
  const acts = db.selectFrom('event_log').select('type').where('seq', '>', seq).where('type', 'not in', looks)
  return (await acts.execute()).map(({ type }) => type)
}

/** Everything that can be read by whoever has these headers, as one text; no answer may be a bug. */
async function readAll(day: CanaryDay, headers: Record<string, string>): Promise<string> {
  const texts: string[] = []
  const take = async (answer: Response) => {
    const text = await answer.text()
    expect([answer.url, answer.status === 500]).toEqual([answer.url, false])
    expect(text).not.toMatch(/\bat .*\.ts:\d+/)
    texts.push(text)
  }
  const before = day.center.health.seq
  for (const path of pages(day)) {
    for (const accept of ['*/*', 'text/html'])
      await take(await fetch(day.address + path, { headers: { ...headers, accept }, redirect: 'manual' }))
  }
  for (const [path, body] of questions) await take(await day.post(path, body, headers))
  expect(await actsSince(day.center, before)).toEqual([])
  return texts.join('\n')
}

test('no page, sheet, export or answer shows more than the table of audiences, and reading writes who looked and nothing else', async () => {
  const day = await canaryDay()
  await day.aiko.send('dispatch.dispatchTeam', { workOrderId: day.workOrderId, checked: [] })
  const cookies: Record<string, string> = {}
  for (const desk of ['reception', 'needs', 'dispatch', 'affairs', 'return', 'equipment']) {
    const pin = '222222'
    const known = await day.lead
      .send('access.addStaff', { staffId: newId(), name: desk, pin, deskNames: [desk] })
      .catch(() => undefined)
    if (!known) continue
    const seat = await day.post('/api/session', JSON.stringify({ name: desk, pin, device: desk }))
    cookies[desk] = seat.headers.get('set-cookie')?.split(';')[0] ?? ''
  }
  const personal = [...care, ...contacts, ...never]
  expect(found(await readAll(day, {}), [...personal, volunteerName])).toEqual([])
  const outsider = { authorization: `Personal ${day.outsider.linkToken}` }
  expect(found(await readAll(day, outsider), [...personal, volunteerName])).toEqual([])
  const member = { authorization: `Personal ${day.mate.linkToken}` }
  expect(found(await readAll(day, member), personal)).toEqual(['世帯カナリア', '字カナリア', '目印カナリア'])
  const shown: Record<string, string[]> = {}
  for (const [desk, cookie] of Object.entries(cookies)) shown[desk] = found(await readAll(day, { cookie }), personal)
  const observed = '見守りカナリア'
  const ofHouseholds = contacts.filter((one) => one !== observed)
  expect(shown).toEqual({
    reception: care,
    return: care,
    needs: ofHouseholds,
    dispatch: ofHouseholds,
    affairs: [],
    equipment: [],
  })
})
