import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { serveCenter } from '#server/transport/serve.ts'
import { newId, newSecret } from '#shared/core/ids.ts'
import { openMatters } from '#shared/reports/limits.ts'
import { layCable } from '#tests/support/cable.ts'
import { ids, testCenter } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { givenMerge } from '#tests/support/given-doubles.ts'
import { noOutside } from '#tests/support/no-outside.ts'
import { servedCenter } from '#tests/support/served.ts'
import { LiveSocket } from '#web/core/socket.ts'

// The page's clock only goes on where a test says so or waits. The line and the server are real, the server's clock too.
beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))

/** A loaded machine answers late; what never comes is still told apart. */
const patience = { timeout: 20_000 }

/** A page's socket on a line to the real server, and what it hears. */
function listenOn(port: number, link: () => string | null = () => null) {
  vi.stubGlobal('location', { protocol: 'http:', host: `localhost:${port}` })
  const heard = { asked: 0, opened: 0, closed: 0, beats: 0, events: [] as { name: string; content: unknown }[] }
  const socket = new LiveSocket({
    credentials() {
      heard.asked++
      return { link: link() }
    },
    onOpen: () => void heard.opened++,
    onClose: () => void heard.closed++,
    onBeat: () => void heard.beats++,
    onEvent: (name, content) => void heard.events.push({ name, content }),
  })
  const until = (wish: Partial<Omit<typeof heard, 'events'>>) =>
    vi.waitFor(() => expect(heard).toMatchObject(wish), patience)
  const patches = () => heard.events.filter(({ name }) => name === 'patch').map(({ content }) => content)
  return { socket, heard, until, patches }
}

const audiences = (contents: readonly unknown[]) =>
  contents.map((content) => (typeof content === 'object' && content && 'audience' in content ? content.audience : ''))

test('a page hears the clock, the beats, and what concerns its person and nobody else', async () => {
  const { served, phone, lead } = await servedCenter()
  const [mine, other] = [receptionForm(), receptionForm()]
  for (const form of [mine, other]) await phone.send('volunteers.checkIn', form)
  const { until, heard, patches } = listenOn(served.port, () => mine.linkToken)
  await until({ opened: 1 })
  for (const { attendanceId } of [other, mine]) await lead.send('volunteers.startConsultation', { attendanceId })
  await vi.waitFor(() => expect(audiences(patches())).toEqual([`person:${mine.attendanceId}`]), patience)
  expect(heard.events.map(({ name }) => name)).toContain('clock')
  await vi.waitFor(() => expect(heard.beats).toBeGreaterThan(0), patience)
  expect(heard).toMatchObject({ opened: 1, closed: 0 })
})

test('a page keeps its line when it says what it could not send yet, and loses it for any other word', async () => {
  const { served, center } = await servedCenter()
  const { socket, until, heard } = listenOn(served.port)
  await until({ opened: 1 })
  socket.say('waiting', { count: 2, oldestMs: 5000 })
  await vi.waitFor(() => expect(center.vitals.lines().waiting).toEqual([{ count: 2, oldestMs: 5000 }]), patience)
  await until({ beats: 1 })
  expect(heard).toMatchObject({ opened: 1, closed: 0 })
  socket.say('join', 'staff')
  await until({ closed: 1 })
})

test('a server that starts anew is found again, and asks anew who this is', async () => {
  const before = await servedCenter()
  const { until } = listenOn(before.served.port)
  await until({ opened: 1, asked: 1 })
  await before.served.close()
  await until({ closed: 1, opened: 1 })
  const { center } = await testCenter()
  const again = await serveCenter(center, before.served.port, noOutside)
  onTestFinished(() => again.close())
  await until({ opened: 2, asked: 2, closed: 1 })
})

test('a page that finds no server knocks calmly until there is one', async () => {
  const cable = await layCable((await servedCenter()).served.port)
  onTestFinished(() => cable.close())
  cable.pull()
  const { until, heard } = listenOn(cable.port)
  await vi.advanceTimersByTimeAsync(8000)
  expect(heard).toMatchObject({ opened: 0, closed: 0 })
  cable.plugIn()
  await until({ opened: 1 })
})

test('a page whose link was re-issued is put out, and comes back as a stranger', async () => {
  const { served, phone, lead } = await servedCenter()
  const form = receptionForm()
  await phone.send('volunteers.checkIn', form)
  const { until, patches } = listenOn(served.port, () => form.linkToken)
  await until({ opened: 1 })
  await lead.send('volunteers.reissueLink', { attendanceId: form.attendanceId, linkToken: newSecret() })
  await until({ closed: 1, opened: 2, asked: 2 })
  const heardSoFar = patches().length
  await lead.send('volunteers.startConsultation', { attendanceId: form.attendanceId })
  const word = { noticeId: newId(), kind: 'message', reason: '水分をとってください', returnBy: null } as const
  await lead.send('messages.sendNotice', word)
  await vi.waitFor(() => expect(patches().length).toBeGreaterThan(heardSoFar), patience)
  expect(new Set(audiences(patches().slice(heardSoFar)))).toEqual(new Set(['everyone']))
})

test('a page that was left open overnight is put out when its link has ended', async () => {
  const timers = vi.spyOn(globalThis, 'setInterval')
  const { served, phone, lead, clock } = await servedCenter()
  const form = receptionForm()
  await phone.send('volunteers.checkIn', form)
  const { until, patches } = listenOn(served.port, () => form.linkToken)
  await until({ opened: 1 })
  // From half past nine until half past four in the morning.
  clock.pass(19 * 60)
  const [lookAround] = timers.mock.calls.find(([, everyMs]) => everyMs === 10 * 60_000) ?? []
  timers.mockRestore()
  lookAround?.()
  await until({ closed: 1, opened: 2, asked: 2 })
  const heardSoFar = patches().length
  await lead.send('volunteers.startConsultation', { attendanceId: form.attendanceId })
  await lead.send('messages.sendNotice', { noticeId: newId(), kind: 'message', reason: '水分を', returnBy: null })
  await vi.waitFor(() => expect(patches().length).toBeGreaterThan(heardSoFar), patience)
  expect(new Set(audiences(patches().slice(heardSoFar)))).toEqual(new Set(['everyone']))
})

test('a page whose person has left is put out when the day is closed, and is theirs again where it was too early', async () => {
  const { served, lead, emi, phone } = await servedCenter()
  const mine = receptionForm()
  await phone.send('volunteers.checkIn', mine)
  const { until, patches } = listenOn(served.port, () => mine.linkToken)
  await until({ opened: 1 })
  await emi.send('reports.sendHome', { attendanceIds: [mine.attendanceId] })
  const explanations = Object.fromEntries(openMatters.map((matter) => [matter, '確認済み']))
  await lead.send('reports.closeDay', { dayId: ids.day, explanations })
  await until({ closed: 1, opened: 2, asked: 2 })
  const heardSoFar = patches().length
  const word = { noticeId: newId(), kind: 'message', reason: '水分をとってください', returnBy: null } as const
  await lead.send('reports.reopenDay', { dayId: ids.day, reason: '早すぎた' })
  await until({ closed: 2, opened: 3, asked: 3 })
  await lead.send('messages.sendNotice', word)
  await lead.send('volunteers.comeBack', { attendanceId: mine.attendanceId })
  const heard = () => new Set(audiences(patches().slice(heardSoFar)))
  await vi.waitFor(() => expect(heard()).toContain(`person:${mine.attendanceId}`), patience)
})

test('a page whose check-in was merged into another is put out, and hears of the other one from then on', async () => {
  const { served, center, phone, lead } = await servedCenter()
  const [standing, cancelled] = [receptionForm(), receptionForm()]
  for (const form of [standing, cancelled]) await phone.send('volunteers.checkIn', form)
  const { until, patches } = listenOn(served.port, () => cancelled.linkToken)
  await until({ opened: 1 })
  const heardOf = async (form: typeof standing) => {
    const before = patches().length
    await lead.send('volunteers.startConsultation', { attendanceId: form.attendanceId })
    await lead.send('volunteers.settleConsultation', { attendanceId: form.attendanceId })
    await vi.waitFor(() => expect(patches().length).toBeGreaterThan(before), patience)
    expect(new Set(audiences(patches().slice(before)))).toEqual(new Set([`person:${form.attendanceId}`]))
  }
  const mergeId = await givenMerge(lead, center, 'doubles.mergePersons', [standing.personId, cancelled.personId])
  await until({ closed: 1, opened: 2, asked: 2 })
  await heardOf(standing)
  await lead.send('doubles.unmerge', { mergeId })
  await until({ closed: 2, opened: 3, asked: 3 })
  await heardOf(cancelled)
})

test('a line that carries nothing any more is given up after twelve seconds, and found again', async () => {
  const cable = await layCable((await servedCenter()).served.port)
  onTestFinished(() => cable.close())
  const { until, heard } = listenOn(cable.port)
  await until({ opened: 1 })
  cable.silence()
  await vi.advanceTimersByTimeAsync(11_000)
  expect(heard).toMatchObject({ closed: 0 })
  await vi.advanceTimersByTimeAsync(1500)
  expect(heard).toMatchObject({ closed: 1, opened: 1 })
  cable.plugIn()
  await until({ opened: 2, closed: 1 })
})

test('a page that wakes does not wait its turn', async () => {
  const { served } = await servedCenter()
  const { socket, until } = listenOn(served.port)
  await until({ opened: 1 })
  socket.reconnect()
  await until({ opened: 2, closed: 1, asked: 2 })
})
