import { expect, test } from 'vitest'
import { type ConsentAnswers, combinedConsent, neverAsked, toldOf } from '#shared/needs/consent-rules.ts'
import { testCenter } from '#tests/support/center.ts'
import { needForm } from '#tests/support/given.ts'

const no = { version: 'needs-2026-12', answeredBy: 'self', careHint: '', ...neverAsked } as const

async function given(wishes: Parameters<typeof needForm>[0]) {
  const desks = await testCenter()
  const form = needForm(wishes)
  await desks.ben.send('needs.receiveNeed', form)
  const desk = await desks.device(desks.aiko)
  return { ...desks, form, desk, consentNow: () => desk.store.get('needConsent', form.needId) }
}

test.each<[Partial<ConsentAnswers>, object]>([
  [{}, { surname: true, work: true, careHint: '' }],
  [{ surname: 'no' }, { surname: false, work: true, careHint: '' }],
  [{ work: 'no' }, { surname: true, work: false, careHint: '' }],
  [{ health: 'yes' }, { careHint: 'ゆっくり話す', care: true }],
  [{ health: 'no' }, { careHint: '', care: false }],
])('of %j the team is told %j: health only where it was agreed, the rest until it is refused', (said, told) => {
  expect(toldOf({ ...neverAsked, ...said, careHint: 'ゆっくり話す' })).toMatchObject(told)
})

test('of two needs that are one, each refusal holds, and as asked what was asked last', () => {
  const one = {
    ...neverAsked,
    surname: 'no',
    health: 'yes',
    careHint: 'ゆっくり',
    askedAt: '2026-11-23T01:00:00.000Z',
  } as const
  const other = {
    ...neverAsked,
    surname: 'yes',
    work: 'yes',
    careHint: '',
    askedAt: '2026-11-23T02:00:00.000Z',
  } as const
  const both = { surname: 'no', address: 'notAsked', work: 'yes', health: 'yes', careHint: 'ゆっくり' }
  expect(combinedConsent<typeof one | typeof other>(one, other)).toEqual({ ...both, askedAt: other.askedAt })
  const refused = { ...other, health: 'no' } as const
  expect(combinedConsent<typeof one | typeof refused>(one, refused)).toMatchObject({ health: 'no', careHint: '' })
})

test('the wording, who asked, when, who answered, and each answer are kept, and dispatch sees them', async () => {
  const consent = { answeredBy: 'neighbour', health: 'notAsked' } as const
  const { form, desk, consentNow } = await given({ consent, contact: { relation: 'neighbour' } })
  expect(consentNow()).toMatchObject({
    version: 'needs-2026-12',
    askedBy: '勉',
    answeredBy: 'neighbour',
    surname: 'yes',
    address: 'yes',
    work: 'yes',
    health: 'notAsked',
  })
  expect(consentNow()?.askedAt).toMatch(/^2026-11-23T/)
  expect(desk.store.get('need', form.needId)?.consentAsked).toBe(true)
})

test('where nobody was asked, no wording and nobody is written down', async () => {
  for (const consent of [null, neverAsked]) {
    const { form, desk, consentNow } = await given({ consent })
    expect(consentNow()).toMatchObject({ version: '', askedBy: '', askedAt: null, ...neverAsked })
    expect(desk.store.get('need', form.needId)?.consentAsked).toBe(false)
  }
})

test('a hint about somebody’s health is not kept where it was not agreed to', async () => {
  const { consentNow } = await given({ consent: { health: 'no', careHint: '耳元でゆっくり' } })
  expect(consentNow()).toMatchObject({ health: 'no', careHint: '' })
})

test('an address that is refused is withheld as with 住所非開示, also of a household that was known', async () => {
  const { ben, form, desk } = await given({})
  const { householdId, needId } = form
  expect(desk.store.get('needContact', needId)).toBeDefined()
  const second = { ...needForm({ consent: { address: 'no' } }), householdId, household: null }
  await ben.send('needs.receiveNeed', second)
  for (const id of [needId, second.needId]) {
    expect(desk.store.get('need', id)?.addressWithheld).toBe(true)
    expect(desk.store.get('needContact', id)).toBeUndefined()
  }
  expect(desk.store.get('household', householdId)).toBeUndefined()
  expect(desk.store.get('needConsent', second.needId)?.address).toBe('no')
})

test('住所非開示 stays as long as the household has refused, and can be lifted once it agrees', async () => {
  const { ben, form, desk, consentNow } = await given({ consent: { address: 'no' } })
  const { channel: _, survey: __, ...asked } = form.asked
  const change = () => ({
    needId: form.needId,
    basedOnVersion: desk.store.get('need', form.needId)?.version ?? 0,
    asked,
    contact: { ...form.contact, requesterPhone: null },
    household: { ...form.household, phone: null, addressWithheld: false },
  })
  await expect(ben.send('needs.changeNeed', change())).rejects.toMatchObject({ code: 'needs.addressRefused' })
  const seenAskedAt = consentNow()?.askedAt ?? null
  const consent = { ...no, surname: 'yes', address: 'yes' } as const
  await ben.send('needs.answerConsent', { needId: form.needId, seenAskedAt, consent })
  expect(desk.store.get('need', form.needId)?.addressWithheld).toBe(true)
  await ben.send('needs.changeNeed', change())
  expect(desk.store.get('need', form.needId)?.addressWithheld).toBe(false)
})

test('it can be asked again by another, whose name and time then stand there; the chronology says what was answered', async () => {
  const { ben, lead, clock, form, desk, consentNow } = await given({ consent: null })
  const ask = (wishes: object, seenAskedAt: string | null) => ({
    needId: form.needId,
    seenAskedAt,
    consent: { ...no, ...wishes },
  })
  clock.pass(60)
  await ben.send('needs.answerConsent', ask({ surname: 'no', work: 'yes', answeredBy: 'agency' }, null))
  const first = consentNow()
  expect(first).toMatchObject({ surname: 'no', work: 'yes', answeredBy: 'agency', askedBy: '勉' })
  // The lead has not seen that answer: they are told whose it is, and from when.
  const late = lead.send('needs.answerConsent', ask({ surname: 'yes' }, null))
  await expect(late).rejects.toMatchObject({ code: 'needs.askedMeanwhile', details: { by: '勉', at: '10:30' } })
  await lead.send('needs.answerConsent', ask({ surname: 'yes' }, first?.askedAt ?? null))
  expect(consentNow()).toMatchObject({ surname: 'yes', askedBy: '佐藤' })
  const lines = desk.store.all('logEntry').filter(({ type }) => type === 'needs.answerConsent')
  expect(lines.map(({ details }) => details.surname)).toEqual(['no', 'yes'])
})

test('only the desks that speak with the household write down what it answers', async () => {
  const { emi, aiko, form } = await given({})
  const input = { needId: form.needId, seenAskedAt: null, consent: no }
  for (const desk of [emi, aiko])
    await expect(desk.send('needs.answerConsent', input)).rejects.toMatchObject({ code: 'core.notAllowed' })
})
