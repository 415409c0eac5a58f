import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { testCenter } from '#tests/support/center.ts'
import { needForm } from '#tests/support/given.ts'
import { whoLooksMuch } from '#web/access/many-looks.ts'

test('who reveals more than twenty numbers within an hour is named to the lead; an hour later no longer', async () => {
  const desks = await testCenter()
  const { ben, lead, clock } = desks
  const form = needForm()
  await ben.send('needs.receiveNeed', form)
  const desk = await desks.device(lead)
  const much = () => whoLooksMuch(desk.store.all('logEntry'), clock.now())
  const reveal = () => ben.send('needs.revealPhone', { revealId: newId(), needId: form.needId, why: 'call' })
  for (let count = 0; count < 20; count++) await reveal()
  expect(much()).toEqual([])
  await reveal()
  expect(much()).toEqual([{ name: '勉', count: 21 }])
  clock.pass(60)
  expect(much()).toEqual([])
})
