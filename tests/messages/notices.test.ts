import { describe, expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import type { Notice } from '#shared/messages/notice.ts'
import { noticeInForce, noticeProblem, returnByInForce } from '#shared/messages/rules.ts'
import { testCenter } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import type { InputOf } from '#web/core/send.ts'

function stop(wishes: Partial<InputOf<'messages.sendNotice'>> = {}): InputOf<'messages.sendNotice'> {
  return { noticeId: newId(), kind: 'stop', reason: '暑さ', returnBy: null, ...wishes }
}

function notice(kind: Notice['kind'], at: string, wishes: Partial<Notice> = {}): Notice {
  return {
    id: newId(),
    dayId: newId(),
    kind,
    reason: '',
    returnBy: null,
    at,
    byName: '佐藤',
    liftedAt: null,
    ...wishes,
  }
}

async function centerWithPhones() {
  const center = await testCenter()
  const [first, second] = [receptionForm(), receptionForm()]
  await center.phone.send('volunteers.checkIn', first)
  await center.phone.send('volunteers.checkIn', second)
  return { ...center, first: first.attendanceId, second: second.attendanceId }
}

test('one press of the lead is on every phone and every desk at once', async () => {
  const { lead, aiko, volunteer, device, first, second } = await centerWithPhones()
  const devices = [await device(aiko), await device(volunteer(first)), await device(volunteer(second))]
  const sent = stop()
  await lead.send('messages.sendNotice', sent)
  for (const { store } of devices)
    expect(store.get('notice', sent.noticeId)).toMatchObject({
      kind: 'stop',
      reason: '暑さ',
      byName: '佐藤',
      liftedAt: null,
    })
})

test('a phone that was out of reach finds the stop when it is back', async () => {
  const { lead, volunteer, device, first } = await centerWithPhones()
  const phone = await device(volunteer(first))
  phone.cut()
  const sent = stop()
  await lead.send('messages.sendNotice', sent)
  expect(phone.store.all('notice')).toEqual([])
  await phone.connect()
  expect(phone.store.all('notice').map(({ id }) => id)).toEqual([sent.noticeId])
})

test('desks see who has acknowledged; twice is once, and a phone holds its own word only', async () => {
  const { lead, emi, volunteer, device, first, second } = await centerWithPhones()
  const desk = await device(emi)
  const otherPhone = await device(volunteer(second))
  const { noticeId, ...rest } = stop()
  await lead.send('messages.sendNotice', { noticeId, ...rest })
  for (let tap = 0; tap < 2; tap++)
    await volunteer(first).send('messages.acknowledge', { acknowledgementId: newId(), noticeId, attendanceId: first })
  expect(desk.store.all('noticeAcknowledgement').map(({ attendanceId }) => attendanceId)).toEqual([first])
  expect(otherPhone.store.all('noticeAcknowledgement')).toEqual([])
})

test('nobody acknowledges for another, except a desk that reached them', async () => {
  const { lead, emi, daigo, volunteer, first, second } = await centerWithPhones()
  const { noticeId, ...rest } = stop()
  await lead.send('messages.sendNotice', { noticeId, ...rest })
  const word = () => ({ acknowledgementId: newId(), noticeId, attendanceId: second })
  await expect(volunteer(first).send('messages.acknowledge', word())).rejects.toMatchObject({ code: 'core.notAllowed' })
  await expect(daigo.send('messages.acknowledge', word())).rejects.toMatchObject({ code: 'core.notAllowed' })
  await expect(emi.send('messages.acknowledge', word())).resolves.toBeDefined()
})

test('a notice that is taken back leaves its trace on every phone, and is taken back once', async () => {
  const { lead, volunteer, device, first } = await centerWithPhones()
  const phone = await device(volunteer(first))
  const { noticeId, ...rest } = stop()
  await lead.send('messages.sendNotice', { noticeId, ...rest })
  await lead.send('messages.liftNotice', { noticeId })
  expect(phone.store.get('notice', noticeId)?.liftedAt).not.toBeNull()
  await expect(lead.send('messages.liftNotice', { noticeId })).rejects.toMatchObject({ code: 'messages.alreadyLifted' })
})

test('only the lead stops the day, and a second stop is told who was first', async () => {
  const { lead, emi } = await testCenter()
  await expect(emi.send('messages.sendNotice', stop())).rejects.toMatchObject({ code: 'core.notAllowed' })
  await lead.send('messages.sendNotice', stop())
  await expect(lead.send('messages.sendNotice', stop())).rejects.toMatchObject({
    code: 'messages.alreadyStopped',
    details: { at: '09:30', by: '佐藤' },
  })
})

describe('which notice may be sent', () => {
  const now = { clock: '10:00', latest: '15:00', zone: 'Asia/Tokyo', notices: [] }
  test.each([
    ['a stop with a reason', { kind: 'stop', reason: '雨', returnBy: null }, null],
    ['a stop without one', { kind: 'stop', reason: '', returnBy: null }, 'messages.reasonMissing'],
    ['a shorter day', { kind: 'shorten', reason: '雨', returnBy: '13:00' }, null],
    ['a shorter day without a time', { kind: 'shorten', reason: '雨', returnBy: null }, 'messages.unfitReturnTime'],
    ['a time that has passed', { kind: 'shorten', reason: '雨', returnBy: '09:00' }, 'messages.unfitReturnTime'],
    ['a longer day', { kind: 'shorten', reason: '雨', returnBy: '15:30' }, 'messages.unfitReturnTime'],
    ['a message', { kind: 'message', reason: '水を飲んでください', returnBy: null }, null],
  ] as const)('%s', (_name, said, code) => {
    expect(noticeProblem(said, now)?.code ?? null).toBe(code)
  })

  test('during a stop only messages', () => {
    const stopped = { ...now, notices: [notice('stop', '2026-11-23T00:30:00.000Z')] }
    expect(noticeProblem({ kind: 'shorten', reason: '雨', returnBy: '13:00' }, stopped)?.code).toBe(
      'messages.alreadyStopped',
    )
    expect(noticeProblem({ kind: 'message', reason: '水', returnBy: null }, stopped)).toBeNull()
  })
})

test('what holds: a stop before a shorter day, the newest of each, nothing that was taken back', () => {
  const early = notice('shorten', '2026-11-23T00:00:00.000Z', { returnBy: '14:00' })
  const late = notice('shorten', '2026-11-23T01:00:00.000Z', { returnBy: '13:00' })
  const lifted = notice('stop', '2026-11-23T02:00:00.000Z', { liftedAt: '2026-11-23T02:30:00.000Z' })
  const message = notice('message', '2026-11-23T03:00:00.000Z')
  expect(noticeInForce([early, late, lifted, message])).toBe(late)
  expect(noticeInForce([early, notice('stop', '2026-11-22T23:00:00.000Z')])?.kind).toBe('stop')
  expect(noticeInForce([message])).toBeNull()
  expect(returnByInForce('15:00', [early, late, lifted])).toBe('13:00')
  expect(returnByInForce('12:00', [early, late])).toBe('12:00')
})
