import { expect, test } from 'vitest'
import { expectAccessible, newDevice } from '#tests/support/browser.ts'
import { receptionForm } from '#tests/support/given.ts'
import { registrationForm } from '#tests/support/given-roster.ts'
import { servedCenter } from '#tests/support/served.ts'

type Served = Awaited<ReturnType<typeof servedCenter>>

async function sitAsLead({ lead, address }: Served, name: string) {
  await lead.send('access.addStaff', { staffId: crypto.randomUUID(), name, pin: '111111', deskNames: ['lead'] })
  const { page, context } = await newDevice('desk')
  const data = { name, pin: '111111', device: 'test' }
  await context.request.post(`${address}/api/session`, { data, headers: { origin: address } })
  await context.request.post(`${address}/api/session/proof`, { data: { pin: '111111' }, headers: { origin: address } })
  await page.goto(`${address}/desk`)
  return { page, context }
}

test('the lead opens a record, prints it, and leads it to where two erase it', async () => {
  const made = await servedCenter()
  await made.phone.send('volunteers.checkIn', receptionForm())
  const form = registrationForm({ contact: { address: '横浜市金沢区泥亀2-9-1' } })
  await made.emi.send('roster.registerPerson', form)
  const { page, context } = await sitAsLead(made, '本部長')
  await page.locator('.part-tabs').getByRole('button', { name: '登録' }).click()
  await page.getByText(form.person.name).first().click()
  // The sheet takes the place of the page, once the PIN is right; a second page goes on meanwhile.
  const paper = await context.newPage()
  await paper.goto(page.url())
  await paper.locator('.part-tabs').getByRole('button', { name: '登録' }).click()
  await paper.getByText(form.person.name).first().click()
  await paper.getByRole('button', { name: 'この人の記録を印刷' }).click()
  await paper.getByRole('dialog').getByLabel('PIN(6桁)').fill('111111')
  await paper.getByRole('heading', { name: 'この人の記録' }).waitFor()
  await paper.getByText('横浜市金沢区泥亀2-9-1').waitFor()
  await expectAccessible(paper)
  await page.getByRole('button', { name: '記録を消す…' }).click()
  await page.getByText(`「${form.person.name}」の記録を消しますか`).waitFor()
  await page.getByRole('button', { name: '期間を保存' }).waitFor()
  await expectAccessible(page)
  if (process.env.SASAE_SHOTS) {
    await page.screenshot({ path: `${process.env.SASAE_SHOTS}/panel.png`, fullPage: true })
    await paper.screenshot({ path: `${process.env.SASAE_SHOTS}/sheet.png`, fullPage: true })
  }
  await context.close()
})

test('a wording of the consent can be read on a phone', async () => {
  const made = await servedCenter()
  const { page, context } = await newDevice('phone')
  await page.goto(`${made.address}/consent/2026-12`)
  await page.getByRole('heading', { name: 'What was agreed to' }).waitFor()
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  if (process.env.SASAE_SHOTS) await page.screenshot({ path: `${process.env.SASAE_SHOTS}/consent.png`, fullPage: true })
  await context.close()
})
