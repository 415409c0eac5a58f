import { expect, test } from 'vitest'
import type { Actor } from '#server/core/actor.ts'
import { capabilities } from '#shared/access/capabilities.ts'
import { newId } from '#shared/core/ids.ts'
import { testCenter } from '#tests/support/center.ts'
import { needForm } from '#tests/support/given.ts'
import { givenTeam } from '#tests/support/given-dispatch.ts'

/** One word for each field of a survivor: who may have it is said below, role by role. */
const canaries = {
  work: '作業カナリア',
  name: '世帯カナリア',
  kana: 'せたいかなりあ',
  requester: '依頼者カナリア',
  householdPhone: '0451234003',
  phone: '0801234009',
  considerations: '配慮カナリア',
  address: '字カナリア',
  landmark: '目印カナリア',
  pin: '139.6543',
  story: '話カナリア',
  careHint: '伝言カナリア',
} as const
type Field = keyof typeof canaries
const fields = Object.keys(canaries) as Field[]

const form = (addressWithheld: boolean) =>
  needForm({
    household: {
      name: canaries.name,
      nameKana: canaries.kana,
      phone: canaries.householdPhone,
      considerations: canaries.considerations,
      addressWithheld,
    },
    contact: {
      requesterName: canaries.requester,
      requesterKana: canaries.kana,
      requesterPhone: canaries.phone,
      relation: 'family',
      addressLine: canaries.address,
      landmark: canaries.landmark,
      lat: 35.3374,
      lng: 139.6543,
      story: canaries.story,
    },
    asked: { work: canaries.work },
    consent: addressWithheld ? { health: 'no', careHint: canaries.careHint } : { careHint: canaries.careHint },
  })

const staff = (...held: (typeof capabilities)[number][]): Actor => ({
  kind: 'staff',
  staffId: newId(),
  sessionId: newId(),
  name: '係',
  capabilities: held,
})

/** What is shown by an act that is written down, to no matter whom, is held by nobody. */
const onDemand: readonly Field[] = ['phone', 'householdPhone', 'considerations', 'story']
const contacts: readonly Field[] = fields.filter((field) => !onDemand.includes(field))
const atHome: readonly Field[] = ['work', 'name', 'address', 'landmark', 'pin', 'careHint']

/** Exactly what each role holds of a survivor: before, while and after a team is out, and with 住所非開示. */
const expected: Record<
  string,
  { before: readonly Field[]; out: readonly Field[]; back: readonly Field[]; withheld: readonly Field[] }
> = {
  lead: { before: contacts, out: contacts, back: contacts, withheld: ['work'] },
  needs: { before: contacts, out: contacts, back: contacts, withheld: ['work'] },
  dispatch: { before: contacts, out: contacts, back: contacts, withheld: ['work'] },
  reception: { before: ['work'], out: ['work'], back: ['work'], withheld: ['work'] },
  return: { before: ['work'], out: ['work'], back: ['work'], withheld: ['work'] },
  affairs: { before: ['work'], out: ['work'], back: ['work'], withheld: ['work'] },
  member: { before: ['work'], out: atHome, back: ['work'], withheld: ['work'] },
  stranger: { before: [], out: [], back: [], withheld: [] },
}

async function given(addressWithheld: boolean) {
  const desks = await testCenter()
  const need = form(addressWithheld)
  await desks.ben.send('needs.receiveNeed', need)
  const record = (await desks.device(desks.lead)).store.get('need', need.needId)
  if (!record) throw new Error('every desk holds needs')
  const { people, teamId, workOrderId } = await givenTeam(desks, { need: record })
  const actors: Record<string, Actor> = {
    lead: staff(...capabilities),
    needs: staff('needs.manage', 'survey.manage', 'contacts.read'),
    dispatch: staff('dispatch.manage', 'contacts.read'),
    reception: staff('reception.manage', 'roster.manage', 'care.read'),
    return: staff('return.manage', 'care.read'),
    affairs: staff('affairs.manage'),
    member: { kind: 'volunteer', attendanceId: people[1] ?? '' },
    stranger: { kind: 'public', onThisMachine: false },
  }
  const held = async () => {
    const all = await Promise.all(
      Object.entries(actors).map(async ([name, actor]) => {
        const { text } = await desks.center.catchUp(actor, 0)
        return [name, fields.filter((field) => text.includes(canaries[field]))] as const
      }),
    )
    return Object.fromEntries(all)
  }
  return { ...desks, teamId, workOrderId, held }
}

const expectedAt = (state: 'before' | 'out' | 'back' | 'withheld') =>
  Object.fromEntries(Object.entries(expected).map(([name, row]) => [name, row[state]]))

test('each role holds of a survivor what its row says, before, while and after a team is out', async () => {
  const { lead, emi, teamId, workOrderId, held } = await given(false)
  expect(await held()).toEqual(expectedAt('before'))
  await lead.send('dispatch.dispatchTeam', { workOrderId, checked: [] })
  expect(await held()).toEqual(expectedAt('out'))
  await emi.send('reports.receiveTeam', { teamId, missingIds: [] })
  expect(await held()).toEqual(expectedAt('back'))
})

test('with 住所非開示 every role holds the work and nothing of the household, even while a team is out', async () => {
  const { lead, workOrderId, held } = await given(true)
  expect(await held()).toEqual(expectedAt('withheld'))
  await lead.send('dispatch.dispatchTeam', { workOrderId, checked: [] })
  expect(await held()).toEqual(expectedAt('withheld'))
})
