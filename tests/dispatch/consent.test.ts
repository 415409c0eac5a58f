import { expect, test } from 'vitest'
import { findCenter } from '#server/center/centers.ts'
import { workOrderMarkup } from '#server/dispatch/work-order-sheet.ts'
import { getSheet } from '#server/dispatch/work-orders.ts'
import type { NeedConsent } from '#shared/needs/consent.ts'
import { neverAsked } from '#shared/needs/consent-rules.ts'
import { testCenter } from '#tests/support/center.ts'
import { givenNeed, givenTeam } from '#tests/support/given-dispatch.ts'

const canaries = { surname: '名字カナリア', work: '作業カナリア', careHint: '配慮カナリア', address: '字カナリア' }
type Wishes = Partial<Pick<NeedConsent, 'surname' | 'address' | 'work' | 'health' | 'careHint'>>

/** A team with its printed sheet, for a household that said what it said. */
async function given(said: Wishes) {
  const desks = await testCenter()
  const need = await givenNeed(desks, {
    household: { name: `${canaries.surname} 太郎` },
    contact: { addressLine: canaries.address },
    asked: { work: canaries.work },
    consent: { careHint: canaries.careHint, ...said },
  })
  const team = await givenTeam(desks, { need })
  const member = desks.volunteer(team.people[1] ?? '')
  const paper = async () => {
    const [sheet, center] = [await getSheet(desks.center.db, team.workOrderId), await findCenter(desks.center.db)]
    if (!center) throw new Error('the center is set up')
    return String(await workOrderMarkup({ sheet, center, now: '2026-11-23T01:00:00.000Z', paper: null }))
  }
  const onPhone = async () => (await desks.center.catchUp(member.actor, 0)).text
  const told = (text: string) =>
    Object.entries(canaries).flatMap(([item, canary]) => (text.includes(canary) ? [item] : []))
  const send = () => desks.lead.send('dispatch.dispatchTeam', { workOrderId: team.workOrderId, checked: [] })
  const answer = async (wishes: Wishes) => {
    const now = (await desks.device(desks.ben)).store.get('needConsent', need.id)
    const before = { surname: 'yes', address: 'yes', work: 'yes', health: 'yes', careHint: canaries.careHint } as const
    const consent = { version: 'needs-2026-12', answeredBy: 'family', ...before, ...wishes } as const
    await desks.ben.send('needs.answerConsent', { needId: need.id, seenAskedAt: now?.askedAt ?? null, consent })
  }
  return { ...desks, ...team, need, member, paper, onPhone, told, send, answer }
}

test.each<[Wishes, string[]]>([
  [{}, ['surname', 'work', 'careHint', 'address']],
  [{ surname: 'no' }, ['work', 'careHint', 'address']],
  [{ work: 'no' }, ['surname', 'careHint', 'address']],
  [{ health: 'no' }, ['surname', 'work', 'address']],
  [{ health: 'notAsked' }, ['surname', 'work', 'address']],
  [{ address: 'no' }, ['work', 'careHint']],
  [neverAsked, ['surname', 'work', 'address']],
  [{ surname: 'no', address: 'no', work: 'no', health: 'no' }, []],
])('after %j the paper and the phones of the team say %j', async (said, items) => {
  const { paper, onPhone, told, send } = await given(said)
  expect(told(await paper())).toEqual(items)
  // Before they leave, phones hold nothing but the work.
  expect(told(await onPhone())).toEqual(items.filter((item) => item === 'work'))
  await send()
  expect(told(await onPhone())).toEqual(items)
})

test('the paper says that a name and the details of the work are kept back', async () => {
  const { paper } = await given({ surname: 'no', work: 'no' })
  const text = await paper()
  expect(text).toContain('お名前は伏せています')
  expect(text).toContain('くわしい内容は伏せています')
  expect(text).not.toContain('様方')
})

test.each<[Wishes, string[]]>([
  [{ surname: 'no' }, ['work', 'careHint', 'address']],
  [{ work: 'no' }, ['surname', 'careHint', 'address']],
  [{ health: 'no' }, ['surname', 'work', 'address']],
  [{ address: 'no' }, ['work', 'careHint']],
])('when %j is said while the team is out, its phones lose it in that act and keep %j', async (said, items) => {
  const { device, member, onPhone, told, send, answer, workOrderId } = await given({})
  await send()
  const phone = await device(member)
  await answer(said)
  const { store } = phone
  const live = JSON.stringify([store.get('workOrder', workOrderId), store.get('workOrderPlace', workOrderId)])
  expect(told(live)).toEqual(items)
  expect(told(await onPhone())).toEqual(items)
})

test('a sheet that says more, or less, than what is agreed now has to be printed anew before the team leaves', async () => {
  const { lead, answer, workOrderId, aiko, teamId } = await given({ surname: 'no' })
  await answer({ surname: 'yes' })
  const leave = lead.send('dispatch.dispatchTeam', { workOrderId, checked: [] })
  await expect(leave).rejects.toMatchObject({ code: 'dispatch.needRewritten' })
  const again = crypto.randomUUID()
  await aiko.send('dispatch.issueWorkOrder', { workOrderId: again, teamId, basedOnId: workOrderId, reasonForTeam: '' })
  await lead.send('dispatch.dispatchTeam', { workOrderId: again, checked: [] })
})

test('nobody was asked: the team may leave all the same, and every desk knows', async () => {
  const { device, emi, need, send } = await given(neverAsked)
  expect((await device(emi)).store.get('need', need.id)?.consentAsked).toBe(false)
  await send()
})

test('a refused address goes by the word of the center: only the lead sends a team there', async () => {
  const { aiko, workOrderId, send } = await given({ address: 'no' })
  const act = aiko.send('dispatch.dispatchTeam', { workOrderId, checked: [] })
  await expect(act).rejects.toMatchObject({ code: 'dispatch.leadOnly' })
  await send()
})
