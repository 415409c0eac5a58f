import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { ids, testCenter } from '#tests/support/center.ts'

const hours = { receptionOpensAt: '09:00', receptionClosesAt: '11:00', capacity: 80, returnBy: '15:00' }

test('a day that is opened stands on every desk at once, and its number counts the activation', async () => {
  const { lead, emi, device } = await testCenter({ day: false })
  const desk = await device(emi)
  const dayId = newId()
  await lead.send('center.openDay', { dayId, date: '2026-11-23', ...hours })
  expect(desk.store.get('day', dayId)).toMatchObject({ number: 1, status: 'open', publicReception: true })
  await expect(lead.send('center.openDay', { dayId: newId(), date: '2026-11-24', ...hours })).rejects.toMatchObject({
    code: 'center.dayAlreadyOpen',
  })
})

test.each([
  ['reception ends before it begins', { receptionClosesAt: '08:00' }],
  ['everyone is back before it begins', { returnBy: '08:30' }],
])('hours are refused where %s', async (_name, wrong) => {
  const { lead } = await testCenter()
  await expect(
    lead.send('center.changeDay', { dayId: ids.day, ...hours, ...wrong, basedOnSeq: 0 }),
  ).rejects.toMatchObject({
    code: 'center.hoursReversed',
  })
})

test('the small center opens public reception only when staff do so', async () => {
  const { lead, device } = await testCenter({ profileName: 'small', day: false })
  const desk = await device(lead)
  const dayId = newId()
  await lead.send('center.openDay', { dayId, date: '2026-11-23', ...hours })
  expect(desk.store.get('day', dayId)).toMatchObject({ publicReception: false })
  await lead.send('center.setPublicReception', { dayId, open: true })
  expect(desk.store.get('day', dayId)).toMatchObject({ publicReception: true })
})

test('only the lead opens and changes days', async () => {
  const { emi } = await testCenter()
  await expect(emi.send('center.changeDay', { dayId: ids.day, ...hours, basedOnSeq: 0 })).rejects.toMatchObject({
    code: 'core.notAllowed',
  })
})

test('a Wi-Fi password that no phone could use is refused, and the desks know which address the posters show', async () => {
  const { lead, emi, device } = await testCenter()
  const desk = await device(emi)
  await expect(lead.send('center.setWifi', { ssid: 'vc', password: 'short', basedOnSeq: 0 })).rejects.toMatchObject({
    code: 'center.wifiPasswordTooShort',
  })
  await lead.send('center.recordPosterPrinted', { origin: 'http://192.168.0.5:8080' })
  expect(desk.store.all('poster')).toMatchObject([{ origin: 'http://192.168.0.5:8080', printedBy: '佐藤' }])
})

test('two leads change the day: the second is told who was quicker, and the first one’s hours stay', async () => {
  const { lead, device, clock } = await testCenter()
  const desk = await device(lead)
  const seen = desk.store.seqOf('day', ids.day)
  clock.pass(5)
  await lead.send('center.changeDay', { dayId: ids.day, ...hours, capacity: 120, basedOnSeq: seen })
  await expect(
    lead.send('center.changeDay', { dayId: ids.day, ...hours, returnBy: '14:00', basedOnSeq: seen }),
  ).rejects.toMatchObject({ code: 'center.dayChangedMeanwhile', details: { by: '佐藤' } })
  expect(desk.store.get('day', ids.day)).toMatchObject({ capacity: 120, returnBy: '15:00' })
})
