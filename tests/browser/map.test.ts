import { expect, test } from 'vitest'
import { expectAccessible } from '#tests/support/browser.ts'
import { givenNeed } from '#tests/support/given-dispatch.ts'
import { openRealDay } from '#tests/support/real-day.ts'

const shots = process.env.SASAE_SHOTS

test('the survey desk’s map shows what waits for a visit, and shares the list’s selection', async () => {
  const day = await openRealDay({ 薫: ['survey'] })
  const planned = await givenNeed(day, { asked: { survey: 'needed' }, contact: { townId: 'okawa' } })
  await givenNeed(day, { asked: { survey: 'needed' }, contact: { townId: 'katabuki' } })
  await givenNeed(day)
  await day.ben.send('needs.scheduleSurvey', {
    needId: planned.id,
    from: planned.status,
    on: '2026-11-24',
    time: '午前',
  })
  const page = await day.desk('薫')
  const map = page.getByRole('region', { name: '地図' })
  await map.getByRole('button', { name: /N-002 片吹.* 調査待ち/ }).waitFor()
  expect(await map.getByRole('button', { name: /N-003/ }).count()).toBe(0)
  await map.getByRole('button', { name: /N-001 大川.* 調査予定 11\/24 午前/ }).click()
  await page.getByRole('article', { name: 'N-001' }).waitFor()
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/survey.png` })
})

test('with the picture beneath switched on and no line to the outside, the map says so and stays useful', async () => {
  const day = await openRealDay({ 愛子: ['dispatch'] })
  await givenNeed(day, { contact: { townId: 'okawa' } })
  const page = await day.desk('愛子')
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).origin))
  await page.getByRole('checkbox', { name: '背景に地理院地図' }).check()
  await page.getByText('背景地図を読み込めません。町名と地点はそのまま使えます').waitFor()
  await page
    .getByRole('region', { name: '地図' })
    .getByRole('button', { name: /N-001 大川/ })
    .click()
  await page.locator('.need-card-selected', { hasText: 'N-001' }).waitFor()
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/no-tiles.png` })
  expect([...new Set(asked)]).toEqual([day.address])
})
