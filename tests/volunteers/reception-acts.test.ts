import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { admittedCount } from '#server/volunteers/kept-places.ts'
import { newSecret } from '#shared/core/ids.ts'
import { takesPlace } from '#shared/volunteers/rules.ts'
import { ids, testCenter } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'

type Form = Parameters<typeof receptionForm>[0]

async function givenSomeone(wishes: Form = {}, center: Parameters<typeof testCenter>[0] = {}) {
  const made = await testCenter(center)
  const form = receptionForm(wishes)
  await made.phone.send('volunteers.checkIn', form)
  const desk = await made.device(made.emi)
  const { attendanceId, personId } = form
  return { ...made, form, desk, attendanceId, personId, theirDay: () => desk.store.get('attendance', attendanceId) }
}

describe('the reception desk', () => {
  test('talks over health, and names who did', async () => {
    const { emi, attendanceId, desk, theirDay } = await givenSomeone({ health: { condition: 'concern', note: '腰痛' } })
    expect(theirDay()?.status).toBe('consulting')
    await emi.send('volunteers.settleConsultation', { attendanceId })
    expect(theirDay()?.status).toBe('waiting')
    expect(desk.store.get('attendanceHealth', attendanceId)).toMatchObject({ note: '腰痛', talkedWith: '恵美' })
    await emi.send('volunteers.startConsultation', { attendanceId })
    expect(theirDay()?.status).toBe('consulting')
  })

  test('verifies an insurance, enrols on the spot, and takes it back', async () => {
    const { emi, attendanceId, theirDay } = await givenSomeone({ insurance: { plan: 'none', joinedOn: null } })
    const record = (plan: 'none' | 'naturalDisaster', joinedOn: string | null, verified: boolean) =>
      emi.send('volunteers.recordInsurance', { attendanceId, insurance: { plan, joinedOn }, verified })
    await record('naturalDisaster', '2026-11-23', true)
    expect(theirDay()?.insurance).toEqual({
      plan: 'naturalDisaster',
      joinedOn: '2026-11-23',
      effectiveFrom: '2026-11-23',
      validUntil: '2027-03-31',
      verifiedBy: '恵美',
    })
    await record('none', null, false)
    expect(theirDay()?.insurance).toMatchObject({ plan: 'none', verifiedBy: null })
    await expect(record('naturalDisaster', '2026-11-24', true)).rejects.toMatchObject({
      code: 'volunteers.joinedInFuture',
    })
  })

  test('records a guardian’s approval, not for grown-ups, and not alone for primary pupils', async () => {
    const pupil = await givenSomeone({ birthDate: '2010-05-01' })
    expect(pupil.theirDay()?.guardianConsent).toBe('missing')
    await pupil.emi.send('volunteers.recordGuardianConsent', { attendanceId: pupil.attendanceId, consent: 'given' })
    expect(pupil.theirDay()?.guardianConsent).toBe('given')

    const grownUp = await givenSomeone()
    const consent = { attendanceId: grownUp.attendanceId, consent: 'given' } as const
    await expect(grownUp.emi.send('volunteers.recordGuardianConsent', consent)).rejects.toMatchObject({
      code: 'volunteers.isGrownUp',
    })
    const child = await givenSomeone({ birthDate: '2016-05-01' })
    const alone = { attendanceId: child.attendanceId, consent: 'given' } as const
    await expect(child.emi.send('volunteers.recordGuardianConsent', alone)).rejects.toMatchObject({
      code: 'volunteers.mustBeAccompanied',
    })
  })

  test('cancels a check-in and takes it back; the place is free meanwhile', async () => {
    const { emi, phone, attendanceId, theirDay } = await givenSomeone({}, { capacity: 1 })
    await emi.send('volunteers.cancelCheckIn', { attendanceId })
    expect(theirDay()?.status).toBe('cancelled')
    await expect(emi.send('volunteers.cancelCheckIn', { attendanceId })).rejects.toMatchObject({
      code: 'volunteers.notInThisStatus',
      details: { number: 1, status: 'cancelled' },
    })
    await phone.send('volunteers.checkIn', receptionForm())
    await emi.send('volunteers.restoreCheckIn', { attendanceId })
    expect(theirDay()?.status).toBe('waitingListed')
  })

  test('lets in from the waiting list, in its order, and only while a place is free', async () => {
    const { emi, phone, attendanceId, desk } = await givenSomeone({}, { capacity: 1 })
    const listed = [receptionForm({ waitingListIfFull: true }), receptionForm({ waitingListIfFull: true })]
    for (const form of listed) await phone.send('volunteers.checkIn', form)
    const [second = '', third = ''] = listed.map((form) => form.attendanceId)
    const letIn = (id: string) => emi.send('volunteers.letIn', { attendanceId: id })
    await expect(letIn(second)).rejects.toMatchObject({ code: 'volunteers.dayFull' })
    await emi.send('volunteers.cancelCheckIn', { attendanceId })
    await expect(letIn(third)).rejects.toMatchObject({ code: 'volunteers.othersAhead', details: { first: 2 } })
    await letIn(second)
    expect(desk.store.get('attendance', second)?.status).toBe('waiting')
    expect(desk.store.get('attendance', third)?.status).toBe('waitingListed')
  })

  test('takes somebody into the work of the center, and back; undoes a going home', async () => {
    const { emi, attendanceId, theirDay } = await givenSomeone()
    await emi.send('volunteers.toCenterWork', { attendanceId })
    expect(theirDay()?.status).toBe('centerWork')
    await emi.send('volunteers.waitAgain', { attendanceId })
    await emi.send('reports.sendHome', { attendanceIds: [attendanceId] })
    expect(theirDay()?.status).toBe('left')
    await emi.send('volunteers.comeBack', { attendanceId })
    expect(theirDay()).toMatchObject({ status: 'waiting', leftAt: null })
  })

  test('corrects details; who is a moment behind is told who wrote, and loses nothing', async () => {
    const { emi, lead, form, attendanceId, personId, desk, theirDay, clock } = await givenSomeone()
    const { name, nameKana, phone, birthDate, sex, email, postalCode, address, affiliation } = form
    const { skills, licences, vehicle, experience, emergency } = form
    const contact = { phone, birthDate, sex, email, postalCode, address, emergency }
    const details = { name, nameKana, affiliation, skills, licences, vehicle, experience, ...contact }
    const correct = (sender: typeof emi, basedOnSeq: number, wishes: Partial<typeof details>) =>
      sender.send('volunteers.correctDetails', { attendanceId, basedOnSeq, ...details, ...wishes })
    const seen = desk.store.since
    clock.pass(10)
    await correct(emi, seen, { name: '金沢 華子', birthDate: '2010-05-01' })
    expect(theirDay()).toMatchObject({ name: '金沢 華子', ageBand: 'under18', guardianConsent: 'missing' })
    expect(desk.store.get('person', personId)?.name).toBe('金沢 華子')
    await expect(correct(lead, seen, { name: '金沢 鼻子' })).rejects.toMatchObject({
      code: 'volunteers.changedMeanwhile',
      details: { number: 1, by: '恵美', at: '09:40' },
    })
    await expect(correct(emi, 1000, { birthDate: '2027-01-01' })).rejects.toMatchObject({ code: 'volunteers.notBorn' })
  })

  test('issues a new personal page; the old link is dead', async () => {
    const { emi, center, form, attendanceId } = await givenSomeone()
    const linkToken = newSecret()
    await emi.send('volunteers.reissueLink', { attendanceId, linkToken })
    await expect(center.volunteerOf(form.linkToken)).resolves.toBeUndefined()
    await expect(center.volunteerOf(linkToken)).resolves.toEqual({ kind: 'volunteer', attendanceId })
  })

  test('writes a note that other desks see and the person’s phone does not', async () => {
    const { emi, aiko, volunteer, device, attendanceId, desk } = await givenSomeone()
    const dispatch = await device(aiko)
    const phone = await device(volunteer(attendanceId))
    const seen = desk.store.since
    await emi.send('volunteers.writeNote', { attendanceId, text: '重い物は持てない', basedOnSeq: seen })
    expect(dispatch.store.get('attendanceNote', attendanceId)).toMatchObject({ text: '重い物は持てない' })
    expect(phone.store.all('attendanceNote')).toEqual([])
    await expect(
      aiko.send('volunteers.writeNote', { attendanceId, text: '別のこと', basedOnSeq: seen }),
    ).rejects.toMatchObject({ code: 'volunteers.changedMeanwhile' })
  })
})

test('the count of taken places equals the people who take one, whatever reception does', async () => {
  const acts = ['cancelCheckIn', 'restoreCheckIn', 'letIn', 'toCenterWork', 'waitAgain', 'startConsultation'] as const
  const step = fc.oneof(
    fc.record({ act: fc.constant('checkIn' as const), waits: fc.boolean() }),
    fc.record({ act: fc.constantFrom(...acts), whom: fc.nat(9) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { center, phone, emi, device } = await testCenter({ capacity: 3 })
      const desk = await device(emi)
      for (const one of steps) {
        const all = desk.store.all('attendance')
        const sent =
          one.act === 'checkIn'
            ? phone.send('volunteers.checkIn', receptionForm({ waitingListIfFull: one.waits }))
            : emi.send(`volunteers.${one.act}`, { attendanceId: all[one.whom % all.length]?.id ?? ids.day })
        await sent.catch(() => undefined)
        const taken = desk.store.all('attendance').filter(({ status }) => takesPlace(status)).length
        expect(await admittedCount(center.db, ids.day)).toBe(taken)
        expect(taken).toBeLessThanOrEqual(3)
      }
    }),
    { numRuns: 15 },
  )
})
