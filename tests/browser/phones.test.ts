import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { expectAccessible, newDevice } from '#tests/support/browser.ts'
import { layCable } from '#tests/support/cable.ts'
import { Device } from '#tests/support/device.ts'
import { receptionForm } from '#tests/support/given.ts'
import { givenNeed, givenTeam } from '#tests/support/given-dispatch.ts'
import { realDay } from '#tests/support/real-day.ts'

let real: Awaited<ReturnType<typeof realDay>>

beforeAll(async () => {
  real = await realDay()
})
afterAll(() => real.close())

/** A volunteer with their page open on a phone, behind a cable of its own. */
async function phoneOf(wishes: Parameters<typeof receptionForm>[0] = {}) {
  const form = receptionForm(wishes)
  await real.phone.send('volunteers.checkIn', form)
  const cable = await layCable(real.served.port)
  const { page, context } = await newDevice('phone')
  await page.goto(`http://localhost:${cable.port}/me#${form.linkToken}`)
  await page.getByText(form.name).first().waitFor()
  return { page, context, cable, form, id: form.attendanceId }
}

/** A team of these people, out at its need. */
async function sentOut(people: string[]) {
  const team = await givenTeam(real, { people })
  return { ...team, depart: () => real.lead.send('dispatch.dispatchTeam', { workOrderId: team.workOrderId }) }
}

test('a phone follows the desks: waiting, its team, the place only while it is out, back', async () => {
  const leader = await phoneOf()
  const member = await phoneOf()
  await leader.page.getByText('お待ちください').waitFor()
  await expectAccessible(leader.page)
  const { depart, teamId } = await sentOut([leader.id, member.id])
  for (const { page } of [leader, member]) {
    await page.getByRole('alertdialog').getByText('班が決まりました').waitFor()
    await page.getByRole('button', { name: 'わかりました' }).click()
    await page.getByText('泥亀二丁目').waitFor()
    await page.getByText('くわしい場所は、出発するとここに出ます').waitFor()
  }
  expect(await member.page.getByRole('button', { name: '出発した' }).count()).toBe(0)
  await expectAccessible(member.page)
  await depart()
  await member.page.getByText('様宅').waitFor()
  await leader.page.getByRole('button', { name: '着いた' }).click()
  await leader.page.getByText(/に届きました/).waitFor()
  await expectAccessible(leader.page)
  await real.lead.send('reports.receiveTeam', { teamId, missingIds: [] })
  await member.page.getByText('おかえりなさい').waitFor()
  await expect.poll(() => member.page.getByText('様宅').count()).toBe(0)
  for (const { context, cable } of [leader, member]) {
    await context.close()
    cable.close()
  }
})

test('a silent line is told, a tap is kept, and it is sent once when the line is back', async () => {
  const leader = await phoneOf()
  const { depart, teamId } = await sentOut([leader.id, (await phoneOf()).id])
  await depart()
  const { page, cable } = leader
  const before = (await Device.open(real.center, real.lead.actor)).store
    .all('logEntry')
    .filter(({ type }) => type === 'dispatch.signal').length
  await page.getByText('活動中です').waitFor()
  await page.getByText('つながっています').waitFor()
  cable.silence()
  await page.getByText(/\d\d:\d\d の内容です/).waitFor({ timeout: 30_000 })
  await page.getByRole('button', { name: '出発した' }).click()
  await page.getByText('保存しました（まだ送っていません）').waitFor()
  await page.getByRole('button', { name: '出発した' }).click()
  await expectAccessible(page)
  cable.plugIn()
  await page.getByText(/\d\d:\d\d に届きました/).waitFor({ timeout: 30_000 })
  await page.getByText('つながっています').waitFor()
  await expect.poll(() => page.getByText('保存しました（まだ送っていません）').count()).toBe(0)
  const { store } = await Device.open(real.center, real.lead.actor)
  expect(store.get('team', teamId)?.signal).toBe('departed')
  expect(store.all('logEntry').filter(({ type }) => type === 'dispatch.signal')).toHaveLength(before + 1)
  await leader.context.close()
  cable.close()
})

test('a stop fills every phone, also one that was out of reach, and desks see who does not know', async () => {
  const reached = await phoneOf()
  const away = await phoneOf()
  const { page: desk, context } = await newDevice('desk')
  await desk.goto(`${real.address}/desk`)
  await desk.getByRole('button', { name: '佐藤' }).click()
  await desk.getByLabel('PIN').first().fill('123456')
  away.cable.silence()
  const noticeId = newId()
  await real.lead.send('messages.sendNotice', { noticeId, kind: 'stop', reason: '暑さ', returnBy: null })
  await reached.page.getByRole('alertdialog').getByText('活動中止').waitFor()
  await expectAccessible(reached.page)
  const pending = desk.getByRole('button', { name: /^未確認/ })
  await pending.waitFor()
  const before = Number((await pending.textContent())?.replace(/\D/g, ''))
  await reached.page.getByRole('button', { name: 'わかりました' }).click()
  await desk.getByRole('button', { name: `未確認 ${before - 1}人` }).waitFor()
  away.cable.plugIn()
  await away.page.getByRole('alertdialog').getByText('活動中止').waitFor({ timeout: 30_000 })
  await away.page.getByRole('button', { name: 'わかりました' }).click()
  await desk.getByRole('button', { name: `未確認 ${before - 2}人` }).click()
  await desk.getByRole('dialog').getByText('確認していない人').waitFor()
  await expectAccessible(desk)
  await real.lead.send('messages.liftNotice', { noticeId })
  await context.close()
})

test('a link that was never alive says so and leads to the reception', async () => {
  const { page, context } = await newDevice('phone')
  await page.goto(`${real.address}/me#${'0'.repeat(32)}`)
  await page.getByText('このページはもう使えません').waitFor()
  await expect(page.getByRole('link', { name: '受付のページへ' }).getAttribute('href')).resolves.toBe('/reception')
  await expectAccessible(page)
  await context.close()
})

test('a leader whose team was sent to the wrong house reads it above the buttons', async () => {
  const [leader, member] = [await phoneOf(), await phoneOf()]
  const { teamId, need, depart } = await sentOut([leader.id, member.id])
  const right = await givenNeed(real)
  await depart()
  await leader.page.getByRole('button', { name: '出発した' }).waitFor()
  const act = { workOrderId: newId(), teamId, fromNeedId: need.id, needId: right.id, seenTeamIds: [] }
  await real.lead.send('dispatch.correctNeedOfTeam', { ...act, reason: '隣の家だった' })
  const banner = leader.page.getByText('行き先が変わりました。')
  await banner.waitFor()
  const top = async (what: typeof banner) => (await what.boundingBox())?.y ?? 0
  expect(await top(banner)).toBeLessThan(await top(leader.page.getByRole('button', { name: '出発した' })))
  await member.page.getByText('行き先が変わりました。').waitFor()
  for (const { context, cable } of [leader, member]) {
    await context.close()
    cable.close()
  }
})
