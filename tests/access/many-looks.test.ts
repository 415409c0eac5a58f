import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { ask } from '#tests/support/asking.ts'
import { testCenter } from '#tests/support/center.ts'
import { needForm } from '#tests/support/given.ts'
import { givenPicture } from '#tests/support/given-photos.ts'

test('who reveals more than twenty numbers or whole records within an hour is named to the lead; an hour later no longer', async () => {
  const desks = await testCenter()
  const { ben, lead, clock, center } = desks
  const form = needForm()
  await ben.send('needs.receiveNeed', form)
  const much = () => ask(center, lead.actor, 'access.whoLooksMuch', {}).then(({ people }) => people)
  const reveal = () => ben.send('needs.revealPhone', { revealId: newId(), needId: form.needId, why: 'call' })
  for (let count = 0; count < 20; count++) await reveal()
  expect(await much()).toEqual([])
  await ben.send('privacy.showRecord', { kind: 'household', id: form.householdId })
  expect(await much()).toEqual([{ name: '勉', count: 21 }])
  clock.pass(60)
  expect(await much()).toEqual([])
})

test('the lead says from how many looks on they are told, and the photos of one home are one look, papers none', async () => {
  const desks = await testCenter()
  const { ben, lead, emi, center } = desks
  const form = needForm()
  await ben.send('needs.receiveNeed', form)
  const much = () => ask(center, lead.actor, 'access.whoLooksMuch', {}).then(({ people }) => people)
  const reveal = () => ben.send('needs.revealPhone', { revealId: newId(), needId: form.needId, why: 'call' })
  for (let count = 0; count < 6; count++) await reveal()
  expect(await much()).toEqual([])
  await expect(emi.send('access.setLookRule', { manyLooks: 5, basedOnSeq: 0 })).rejects.toMatchObject({
    code: 'core.notAllowed',
  })
  await expect(lead.send('access.setLookRule', { manyLooks: 0, basedOnSeq: 0 })).rejects.toMatchObject({
    code: 'core.unfitInput',
  })
  await lead.send('access.setLookRule', { manyLooks: 5, basedOnSeq: 0 })
  expect(await much()).toEqual([{ name: '勉', count: 6 }])
  for (let count = 0; count < 3; count++) {
    const photoId = await givenPicture(desks, ben)
    await ben.send('needs.addPhoto', { photoId, needId: form.needId, kind: 'danger', siteSurveyId: null })
    await ben.send('photos.lookAtPhoto', { photoId })
    await ben.send('access.openSheet', { sheet: 'workOrder', recordId: newId(), people: 3 })
  }
  expect(await much()).toEqual([{ name: '勉', count: 7 }])
})
