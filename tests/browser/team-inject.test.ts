import { expect, test } from 'vitest'
import { injects } from '#server/practice/drill-tables.ts'
import { newId } from '#shared/core/ids.ts'
import { expectAccessible, phoneAt, RunningClock, shoot } from '#tests/support/browser.ts'
import { receptionForm } from '#tests/support/given.ts'
import { givenTeam, givenWaiting } from '#tests/support/given-dispatch.ts'
import { beginDrill } from '#tests/support/given-drill.ts'
import { openRealDay } from '#tests/support/real-day.ts'

const extraJob = {
  id: newId(),
  key: 'extra-job',
  recipient: { kind: 'team' },
  title: '「うちもお願い」',
  text: '隣の家の人から、屋根に上ってほしいと頼まれました。どうしますか。',
  script: '',
  dueAt: null,
  condition: '',
  answerWithin: 10,
} as const

/** A leader whose own page is open on their phone, with a team outside. */
async function openDrill() {
  const clock = new RunningClock()
  const drill = await openRealDay({ 進行: ['lead'] }, { kind: 'drill', clock })
  await beginDrill(drill.center, clock.now(), [extraJob])
  const form = receptionForm({ name: '瀬戸 波' })
  await drill.phone.send('volunteers.checkIn', form)
  const people = [form.attendanceId, ...(await givenWaiting(drill.phone, 2))]
  const { workOrderId } = await givenTeam(drill, { people })
  const page = await phoneAt(`${drill.address}/me#${form.linkToken}`)
  await page.getByText(form.name).first().waitFor()
  await drill.aiko.send('dispatch.dispatchTeam', { workOrderId })
  const kept = () => drill.center.read((tx) => injects.get(tx, extraJob.id))
  return { ...drill, page, workOrderId, kept }
}

test('an inject to a team is read and answered on its leader’s page, and the controller sees whose phone has it', async () => {
  const { page, lead, desk, kept } = await openDrill()
  const controller = await desk('進行')
  await controller.getByRole('button', { name: '訓練', exact: true }).click()
  // The phone lies in a pocket: it has the card, and nobody has read it.
  await page.evaluate(() => Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true }))
  await lead.send('practice.fireInject', { injectId: extraJob.id })
  const card = page.getByRole('region').or(page.locator('section')).filter({ hasText: '状況付与（訓練）' }).first()
  await card.getByRole('heading', { name: /うちもお願い/ }).waitFor()
  const given = controller.getByRole('listitem').filter({ hasText: '「うちもお願い」' })
  await given.getByText('1班（リーダー 瀬戸 波さん）').waitFor()
  await given.getByText('まだ読んでいません').waitFor()
  await shoot(controller, 'team-inject-unread')
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await given.getByText(/に読みました/).waitFor()
  await page.getByRole('link', { name: 'あなたに知らせ: 「うちもお願い」' }).click()
  await expectAccessible(page)
  await shoot(page, 'team-inject-phone')
  await page.getByRole('button', { name: '送る', exact: true }).click()
  await page.getByText('したことを書いてから送ってください').waitFor()
  await page.getByRole('textbox', { name: 'したこと' }).fill('センターに電話して、断った')
  await page.getByRole('button', { name: '送る', exact: true }).click()
  await page.getByText('送りました: センターに電話して、断った').waitFor()
  await given.getByText(/1班のリーダー: センターに電話して、断った/).waitFor()
  expect(await kept()).toMatchObject({ state: 'answered', answeredBy: '1班のリーダー' })
  await shoot(controller, 'team-inject-answered')
})

test('an answer that was given where there is no line waits on the leader’s phone, and is refused in words where the desk was first', async () => {
  const { page, lead, kept } = await openDrill()
  await lead.send('practice.fireInject', { injectId: extraJob.id })
  await page.getByRole('textbox', { name: 'したこと' }).waitFor()
  await page.route('**/api/commands', (route) => route.abort())
  await page.getByRole('textbox', { name: 'したこと' }).fill('断った')
  await page.getByRole('button', { name: '送る', exact: true }).click()
  await page.getByText('送信待ち: 断った').waitFor()
  await page.reload()
  await page.getByText('送信待ち: 断った').waitFor()
  await shoot(page, 'team-inject-waits')
  await lead.send('practice.answerInject', { injectId: extraJob.id, answer: '電話で伝えた' })
  await page.unroute('**/api/commands')
  await page.getByText(/佐藤さんが答えています/).waitFor()
  await page.getByText('答え（佐藤）: 電話で伝えた').waitFor()
  await shoot(page, 'team-inject-refused')
  expect(await kept()).toMatchObject({ answer: '電話で伝えた', answeredBy: '佐藤' })
})
