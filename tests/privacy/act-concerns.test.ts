import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { ask } from '#tests/support/asking.ts'
import { ids, Sender, testCenter } from '#tests/support/center.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { givenMerge } from '#tests/support/given-doubles.ts'

async function given() {
  const desks = await testCenter()
  const [form, need, secret] = [receptionForm(), needForm(), needForm({ household: { addressWithheld: true } })]
  await desks.phone.send('volunteers.checkIn', form)
  await desks.ben.send('needs.receiveNeed', need)
  await desks.ben.send('needs.receiveNeed', secret)
  const system = new Sender(desks.center, { kind: 'system' })
  const waits = async (type: string, input: unknown) => {
    const actId = newId()
    await system.send('access.deferAct', { actId, type, body: JSON.stringify(input), forStaffId: ids.lead })
    return actId
  }
  return { ...desks, form, need, secret, waits }
}

test('a lead is told whom a waiting act concerns, and no other desk is, nor does its record say it', async () => {
  const { center, lead, aiko, device, form, waits } = await given()
  const desk = await device(aiko)
  const actId = await waits('privacy.erase', { kind: 'person', id: form.personId, because: 'asked' })
  expect(await ask(center, lead.actor, 'privacy.actConcerns', { actId })).toEqual({
    kind: 'person',
    name: form.name,
    because: 'asked',
    to: null,
  })
  await expect(ask(center, aiko.actor, 'privacy.actConcerns', { actId })).rejects.toMatchObject({
    code: 'core.notAllowed',
  })
  expect(JSON.stringify(desk.store.get('waitingAct', actId))).not.toContain(form.personId)
  await expect(ask(center, lead.actor, 'privacy.actConcerns', { actId: newId() })).rejects.toMatchObject({
    code: 'core.notFound',
  })
})

test('of a household whose address is withheld not even the lead is told the name', async () => {
  const { center, lead, need, secret } = await given()
  const about = ({ householdId }: { householdId: string }) =>
    ask(center, lead.actor, 'privacy.actConcerns', {
      type: 'privacy.erase',
      input: { kind: 'household', id: householdId, because: 'byMistake' },
    })
  expect(await about(need)).toMatchObject({ kind: 'household', name: need.household.name })
  expect(await about(secret)).toMatchObject({ kind: 'household', name: '' })
  const empty = { type: 'privacy.postponeErasure', input: { noticeId: newId(), to: '', because: '' } }
  await expect(ask(center, lead.actor, 'privacy.actConcerns', empty)).rejects.toMatchObject({ code: 'core.malformed' })
})

test('a household that was merged into one whose address is withheld is not named either, until they are taken apart', async () => {
  const { center, lead, ben, need, secret } = await given()
  const about = async () => {
    const input = { kind: 'household', id: need.householdId, because: 'byMistake' }
    return ask(center, lead.actor, 'privacy.actConcerns', { type: 'privacy.erase', input })
  }
  const two = [secret.householdId, need.householdId] as const
  const mergeId = await givenMerge(ben, center, 'doubles.mergeHouseholds', two)
  expect(await about()).toMatchObject({ kind: 'household', name: '' })
  await ben.send('doubles.unmerge', { mergeId })
  expect(await about()).toMatchObject({ kind: 'household', name: need.household.name })
})
