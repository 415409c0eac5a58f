import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { newId, newSecret } from '#shared/core/ids.ts'
import { receptionForm } from '#tests/support/given.ts'
import { heardBy } from '#tests/support/heard-by.ts'
import { servedCenter, Visitor } from '#tests/support/served.ts'

// The server also looks over all lines from time to time; here that time never comes, and what is closed is closed at once.
beforeAll(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))

/** 鈴木 at a desk of another browser, with a live line on which patches arrive. */
async function seated(deskNames = ['reception']) {
  const parts = await servedCenter()
  const staffId = newId()
  await parts.lead.send('access.addStaff', { staffId, name: '鈴木', pin: '222222', deskNames })
  const desk = Visitor.onTheLaptop(parts.served.port)
  await desk.signIn({ name: '鈴木' }, '222222')
  const line = await heardBy(parts.served.port, { cookie: desk.cookie })
  onTestFinished(() => line.close())
  return { ...parts, staffId, desk, line }
}

type Seated = Awaited<ReturnType<typeof seated>>

const withdrawals: [what: string, act: (parts: Seated) => Promise<unknown>][] = [
  ['is taken from the staff', ({ lead, staffId }) => lead.send('access.retireStaff', { staffId })],
  ['gets another PIN', ({ lead, staffId }) => lead.send('access.changePin', { staffId, pin: '333333' })],
  ['leaves the desk', ({ desk }) => desk.fetch('DELETE', '/api/session').then((reply) => expect(reply.ok).toBe(true))],
]

test.each(withdrawals)('who %s hears nothing more, and is given nothing more', async (_what, withdraw) => {
  const parts = await seated()
  const { lead, phone, line, desk } = parts
  await phone.send('volunteers.checkIn', receptionForm())
  await line.until('"kind":"attendance"')
  await withdraw(parts)
  // What the server does of itself is told by the line that it closes; no time is measured.
  await line.closed
  const heard = line.heard.length
  const { attendanceId, ...form } = receptionForm()
  await phone.send('volunteers.checkIn', { attendanceId, ...form })
  await lead.send('volunteers.startConsultation', { attendanceId })
  expect(line.heard.length).toBe(heard)
  expect(await desk.json('/api/session')).toMatchObject({ staff: null })
  expect(JSON.stringify(await desk.json('/api/changes'))).not.toContain('"kind":"attendance"')
})

test('whose desk is taken keeps the line of a person without a desk: nothing of health or telephone', async () => {
  const parts = await seated()
  const { lead, staffId, line, desk, served, phone } = parts
  await lead.send('access.assignDesks', { staffId, deskNames: ['needs'] })
  await line.closed
  const again = await heardBy(served.port, { cookie: desk.cookie })
  onTestFinished(() => again.close())
  await phone.send('volunteers.checkIn', receptionForm())
  await again.until('"kind":"attendance"')
  expect(again.heard.join()).not.toContain('personContact')
  expect(JSON.stringify(await desk.json('/api/changes'))).not.toContain('personContact')
})

test('a re-issued link closes the line of the old one, and of nobody else', async () => {
  const { served, phone, lead } = await servedCenter()
  const [mine, other] = [receptionForm(), receptionForm()]
  for (const form of [mine, other]) await phone.send('volunteers.checkIn', form)
  const [old, bystander] = await Promise.all(
    [mine, other].map(({ linkToken }) => heardBy(served.port, { link: linkToken })),
  )
  onTestFinished(() => bystander?.close())
  const linkToken = newSecret()
  await lead.send('volunteers.reissueLink', { attendanceId: mine.attendanceId, linkToken })
  await old?.closed
  const heard = old?.heard.length
  for (const { attendanceId } of [mine, other]) await lead.send('volunteers.startConsultation', { attendanceId })
  await bystander?.until(other.attendanceId)
  expect(old?.heard.length).toBe(heard)
})
