import { describe, expect, test } from 'vitest'
import { newId, newSecret } from '#shared/core/ids.ts'
import { ask } from '#tests/support/asking.ts'
import { testCenter } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { groupForm, ownRegistrationForm, registrationForm } from '#tests/support/given-roster.ts'

describe('ボランティア登録', () => {
  test('staff register somebody; no desk is told, and every desk of the roster finds them', async () => {
    const { emi, center, device } = await testCenter()
    const desk = await device(emi)
    const form = registrationForm({ person: { name: '釜利谷 進' }, said: { areas: ['釜利谷東'] } })
    await expect(emi.send('roster.registerPerson', form)).resolves.toMatchObject({ answer: { number: 1 } })
    expect(desk.store.all('person')).toEqual([])
    const found = await ask(center, emi.actor, 'roster.registrationOf', { personId: form.personId })
    expect(found).toMatchObject({
      person: { name: '釜利谷 進' },
      contact: { phone: form.contact.phone },
      registration: { number: 1, status: 'active', channel: 'staff', renewedFor: 2026, areas: ['釜利谷東'] },
      standing: 'active',
      arrival: { insurance: { plan: 'naturalDisaster' }, isMinor: false, guardianConsent: 'notNeeded' },
    })
  })

  test('a likely double is looked at first; the person of an earlier day keeps their id and gains a registration', async () => {
    const { emi, phone } = await testCenter()
    const came = receptionForm({ nameKana: 'とうろく たろう' })
    await phone.send('volunteers.checkIn', came)
    const form = registrationForm({ contact: { phone: came.phone, birthDate: came.birthDate } })
    await expect(emi.send('roster.registerPerson', form)).rejects.toMatchObject({ code: 'roster.likelyKnown' })
    const same = { ...form, knownPersonId: came.personId }
    await expect(emi.send('roster.registerPerson', same)).resolves.toMatchObject({
      answer: { personId: came.personId, number: 1 },
    })
    await expect(emi.send('roster.registerPerson', { ...same, personId: newId() })).rejects.toMatchObject({
      code: 'roster.personRegistered',
      details: { code: 'T-0001' },
    })
    const another = { ...form, personId: newId(), isAnother: true }
    await expect(emi.send('roster.registerPerson', another)).resolves.toMatchObject({ answer: { number: 2 } })
  })

  test('a phone registers itself, renews and withdraws by its own link; nothing works by another', async () => {
    const { emi, phone, center } = await testCenter()
    const form = ownRegistrationForm({ contact: { address: '金沢区泥亀2-9-1' } })
    await expect(phone.send('roster.registerSelf', form)).resolves.toMatchObject({ answer: { number: 1 } })
    const again = { ...form, personId: newId(), linkToken: newSecret() }
    await expect(phone.send('roster.registerSelf', again)).rejects.toMatchObject({ code: 'roster.alreadyRegistered' })
    const { skills: _, ...abilities } = { skills: [], licences: ['普通'], vehicle: 'car' as const, experience: true }
    const renewal = {
      linkToken: form.linkToken,
      person: { ...abilities, skills: ['力仕事'] },
      contact: { phone: '' as const, email: '', address: '' },
      emergency: null,
      said: form.said,
      consentVersion: form.consentVersion,
    }
    await phone.send('roster.renewSelf', renewal)
    const stored = await ask(center, emi.actor, 'roster.registrationOf', { personId: form.personId })
    expect(stored).toMatchObject({
      person: { skills: ['力仕事'], vehicle: 'car' },
      contact: { phone: form.contact.phone, address: '金沢区泥亀2-9-1' },
    })
    await expect(phone.send('roster.renewSelf', { ...renewal, linkToken: newSecret() })).rejects.toMatchObject({
      code: 'roster.linkNotKnown',
    })
    const fresh = newSecret()
    await emi.send('roster.reissueLink', { kind: 'person', id: form.personId, linkToken: fresh })
    await expect(phone.send('roster.withdrawSelf', { linkToken: form.linkToken })).rejects.toMatchObject({
      code: 'roster.linkNotKnown',
    })
    await phone.send('roster.withdrawSelf', { linkToken: fresh })
    await expect(phone.send('roster.renewSelf', { ...renewal, linkToken: fresh })).rejects.toMatchObject({
      code: 'roster.isWithdrawn',
    })
    await emi.send('roster.restore', { kind: 'person', id: form.personId })
    await phone.send('roster.renewSelf', { ...renewal, linkToken: fresh })
  })

  test('no date lies ahead, and two desks that change the same person do not lose each other’s words', async () => {
    const { emi, lead, center } = await testCenter()
    const unborn = registrationForm({ contact: { birthDate: '2027-01-01' } })
    await expect(emi.send('roster.registerPerson', unborn)).rejects.toMatchObject({ code: 'roster.bornInFuture' })
    const insurance = { plan: 'basic' as const, joinedOn: '2027-01-01', fiscalYear: 2026 }
    await expect(emi.send('roster.registerPerson', registrationForm({ said: { insurance } }))).rejects.toMatchObject({
      code: 'roster.insuredInFuture',
    })
    const form = registrationForm()
    await emi.send('roster.registerPerson', form)
    const { seq } = await ask(center, emi.actor, 'roster.registrationOf', { personId: form.personId })
    const { personId, person, said } = form
    const change = { personId, person, contact: null, emergency: null, said, note: '土日のみ', basedOnSeq: seq }
    await lead.send('roster.changePerson', change)
    await expect(emi.send('roster.changePerson', { ...change, note: '別' })).rejects.toMatchObject({
      code: 'roster.changedMeanwhile',
      details: { code: 'T-0001', by: '佐藤' },
    })
    const after = await ask(center, emi.actor, 'roster.registrationOf', { personId })
    expect(after).toMatchObject({ registration: { note: '土日のみ' }, contact: { phone: form.contact.phone } })
  })

  test('a registered person of today is told of to desks when the roster corrects them', async () => {
    const { emi, device, center } = await testCenter()
    const desk = await device(emi)
    const form = registrationForm()
    await emi.send('roster.registerPerson', form)
    await emi.send('volunteers.checkInKnown', {
      attendanceId: newId(),
      personId: form.personId,
      health: { condition: 'good', note: '' },
      insurance: { plan: 'naturalDisaster', joinedOn: '2026-04-10' },
      insuranceSeen: true,
      emergency: 'asBefore',
      guardianConsent: 'notNeeded',
      consentVersion: '2026-11',
      language: 'ja',
      waitingListIfFull: false,
    })
    expect(desk.store.get('person', form.personId)).toMatchObject({ name: form.person.name })
    const { seq } = await ask(center, emi.actor, 'roster.registrationOf', { personId: form.personId })
    await emi.send('roster.changePerson', {
      personId: form.personId,
      person: { ...form.person, affiliation: '町内会' },
      contact: null,
      emergency: null,
      said: form.said,
      note: '',
      basedOnSeq: seq,
    })
    expect(desk.store.get('person', form.personId)).toMatchObject({ affiliation: '町内会' })
  })
})

describe('更新と退会', () => {
  test('a registration holds for its fiscal year; renewing twice, for a far year or after 退会 is refused', async () => {
    const { emi, clock, center } = await testCenter({ day: false })
    const form = registrationForm()
    await emi.send('roster.registerPerson', form)
    const one = { kind: 'person' as const, id: form.personId }
    await expect(emi.send('roster.renew', { ...one, fiscalYear: 2027 })).rejects.toMatchObject({
      code: 'roster.yearNotOpen',
    })
    clock.pass(140 * 24 * 60)
    const due = await ask(center, emi.actor, 'roster.registrationOf', { personId: form.personId })
    expect(due.standing).toBe('due')
    await emi.send('roster.renew', { ...one, fiscalYear: 2027 })
    await expect(emi.send('roster.renew', { ...one, fiscalYear: 2027 })).rejects.toMatchObject({
      code: 'roster.alreadyRenewed',
    })
    await emi.send('roster.takeBackRenewal', { ...one, fiscalYear: 2027, before: 2026 })
    await expect(emi.send('roster.takeBackRenewal', { ...one, fiscalYear: 2027, before: 2026 })).rejects.toMatchObject({
      code: 'roster.notRenewed',
    })
    await emi.send('roster.withdraw', one)
    await expect(emi.send('roster.renew', { ...one, fiscalYear: 2027 })).rejects.toMatchObject({
      code: 'roster.isWithdrawn',
    })
    await emi.send('roster.restore', one)
    await expect(emi.send('roster.restore', one)).rejects.toMatchObject({ code: 'roster.notWithdrawn' })
    const { people } = await ask(center, emi.actor, 'roster.figures', {})
    expect(people).toEqual({ active: 0, due: 1, withdrawn: 0 })
  })
})

describe('団体の登録', () => {
  test('a phone registers its group once, renews and leaves by its own link; a link given anew kills the old one', async () => {
    const { emi, phone, center } = await testCenter()
    const { group, ...form } = groupForm()
    const { note: _, ...said } = group
    const sent = { ...form, group: said, linkToken: newSecret() }
    await expect(phone.send('roster.registerGroupSelf', sent)).resolves.toMatchObject({ answer: { number: 1 } })
    const again = { ...sent, groupId: newId(), linkToken: newSecret() }
    await expect(phone.send('roster.registerGroupSelf', again)).rejects.toMatchObject({
      code: 'roster.groupAlreadyRegistered',
      details: {},
    })
    const { name: _name, nameKana: _kana, kind: _kind, ...anew } = said
    const contact = { leaderName: '', leaderKana: '', phone: '' as const, email: 'club@example.com', address: '' }
    const { linkToken, consentVersion } = { ...sent, ...form }
    const renewal = { linkToken, group: { ...anew, usualHeadcount: 40 }, contact, consentVersion }
    await phone.send('roster.renewGroupSelf', renewal)
    const stored = await ask(center, emi.actor, 'roster.groupOf', { groupId: form.groupId })
    expect(stored).toMatchObject({
      group: { usualHeadcount: 40, channel: 'phone' },
      contact: { leaderName: form.contact.leaderName, phone: form.contact.phone, email: 'club@example.com' },
      hasLink: true,
    })
    const fresh = newSecret()
    await emi.send('roster.reissueLink', { kind: 'group', id: form.groupId, linkToken: fresh })
    const dead = { code: 'roster.linkNotKnown' }
    await expect(phone.send('roster.renewGroupSelf', renewal)).rejects.toMatchObject(dead)
    await expect(phone.send('roster.withdrawSelf', { linkToken })).rejects.toMatchObject(dead)
    await phone.send('roster.withdrawSelf', { linkToken: fresh })
    const withdrawn = { code: 'roster.isWithdrawn', details: { code: 'D-0001' } }
    await expect(phone.send('roster.renewGroupSelf', { ...renewal, linkToken: fresh })).rejects.toMatchObject(withdrawn)
    // A person's link renews no group.
    const person = ownRegistrationForm()
    await phone.send('roster.registerSelf', person)
    const byPerson = { ...renewal, linkToken: person.linkToken }
    await expect(phone.send('roster.renewGroupSelf', byPerson)).rejects.toMatchObject(dead)
  })

  test('a group is registered, found by its leader or its number, changed and renewed', async () => {
    const { emi, center } = await testCenter()
    const form = groupForm()
    await expect(emi.send('roster.registerGroup', form)).resolves.toMatchObject({ answer: { number: 1 } })
    await expect(emi.send('roster.registerGroup', { ...form, groupId: newId() })).rejects.toMatchObject({
      code: 'roster.groupNameTaken',
      details: { code: 'D-0001' },
    })
    for (const words of ['D-0001', 'いんそつ', form.contact.phone, '1']) {
      const { groups } = await ask(center, emi.actor, 'roster.findGroups', {
        words,
        skills: [],
        area: '',
        days: ['sat.am'],
        among: 'active',
      })
      expect(
        groups.map(({ groupId }) => groupId),
        words,
      ).toEqual([form.groupId])
    }
    const { seq } = await ask(center, emi.actor, 'roster.groupOf', { groupId: form.groupId })
    const { groupId, group } = form
    await emi.send('roster.changeGroup', {
      groupId,
      group: { ...group, usualHeadcount: 40 },
      contact: null,
      basedOnSeq: seq,
    })
    const changed = await ask(center, emi.actor, 'roster.groupOf', { groupId })
    expect(changed).toMatchObject({ group: { usualHeadcount: 40 }, contact: { leaderName: '引率 一郎' } })
    await emi.send('roster.withdraw', { kind: 'group', id: groupId })
    const { groups } = await ask(center, emi.actor, 'roster.figures', {})
    expect(groups).toEqual({ active: 0, due: 0, withdrawn: 1 })
  })
})
