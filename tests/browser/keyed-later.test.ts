import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, RunningClock } from '#tests/support/browser.ts'
import { needForm } from '#tests/support/given.ts'
import { givenTeam } from '#tests/support/given-dispatch.ts'
import { beginDrill } from '#tests/support/given-drill.ts'
import { openRealDay } from '#tests/support/real-day.ts'

const shots = process.env.SASAE_SHOTS

async function shoot(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/later-${name}.png` })
}

/** A drill whose screens are back at half past ten after half an hour of paper. */
async function afterTheDark(people: Readonly<Record<string, readonly string[]>>) {
  const clock = new RunningClock()
  const drill = await openRealDay(people, { kind: 'drill', clock })
  await beginDrill(drill.center, clock.now())
  return {
    ...drill,
    async dark() {
      clock.push(30)
      await drill.lead.send('practice.startDevicesOff', {})
      clock.push(30)
      await drill.lead.send('practice.endDevicesOff', {})
    },
  }
}

test('what a desk wrote on paper is keyed in with the time that stands there, and what has not come yet is refused', async () => {
  const drill = await afterTheDark({ 乙舳: ['equipment'], 薫: ['survey'] })
  const { teamId } = await givenTeam(drill)
  const form = needForm({ asked: { survey: 'needed' } })
  await drill.lead.send('needs.receiveNeed', form)
  await drill.dark()

  const door = await drill.desk('乙舳')
  await door.getByText('画面が戻りました。10:00 から 10:30 までに紙に書いたものを入れてください').waitFor()
  for (const check of await door.getByRole('checkbox').filter({ visible: true }).all()) await check.check()
  await door.locator('summary', { hasText: 'あとから紙を見て入れる' }).click()
  const left = door.getByRole('textbox', { name: '出発した時刻' })
  await left.fill('2350')
  await door.getByText('まだ来ていない時刻です').first().waitFor()
  await expectAccessible(door)
  await shoot(door, 'refused')
  await left.fill('10時5分')
  await shoot(door, 'send-off')
  await door.getByRole('button', { name: '出発', exact: true }).click()
  await door.getByText('10:05').first().waitFor()

  const survey = await drill.desk('薫')
  await survey
    .getByRole('button', { name: /調査済み|N-00/ })
    .first()
    .click()
  await survey.getByText('入れる', { exact: true }).click()
  await survey.locator('summary', { hasText: 'あとから紙を見て入れる' }).last().click()
  await survey.getByRole('textbox', { name: '訪ねた時刻' }).last().fill('1012')
  await expectAccessible(survey)
  await shoot(survey, 'survey')
  await survey.keyboard.press('Control+Enter')
  await survey.getByText(/の調査を記録しました/).waitFor()

  const held = await drill.center.catchUp(drill.lead.actor, 0)
  expect(held.text).toContain('"departedAt":"2026-11-23T01:05:00.000Z"')
  expect(held.text).toContain('"at":"2026-11-23T01:12:00.000Z"')
  expect(held.text).toContain(teamId)
})
