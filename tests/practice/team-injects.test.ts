import { describe, expect, test } from 'vitest'
import { newId, newSecret } from '#shared/core/ids.ts'
import { Sender, testCenter } from '#tests/support/center.ts'
import { givenTeam } from '#tests/support/given-dispatch.ts'
import { beginDrill, drillIds } from '#tests/support/given-drill.ts'

const injectId = newId()
const extraJob = {
  id: injectId,
  key: 'extra-job',
  recipient: { kind: 'team' },
  title: '「うちもお願い」',
  text: '隣の家の人から、屋根に上ってほしいと頼まれました。どうしますか。',
  script: '',
  dueAt: null,
  condition: '',
  answerWithin: 10,
} as const

type Set = Awaited<ReturnType<typeof testCenter>>

/** Somebody opens their own page on a phone, as everybody does who checks in with one. */
async function openPage({ emi, phone }: Set, attendanceId: string): Promise<void> {
  const linkToken = newSecret()
  await emi.send('volunteers.reissueLink', { attendanceId, linkToken })
  await phone.send('volunteers.bindLink', { linkToken, ownPhone: newSecret(), owner: null })
}

async function sentOut(set: Set, opened = true) {
  const { teamId, people, workOrderId } = await givenTeam(set)
  const [leaderId = '', memberId = ''] = people
  if (opened) await openPage(set, leaderId)
  await set.aiko.send('dispatch.dispatchTeam', { workOrderId })
  return { teamId, leaderId, memberId, workOrderId, leader: set.volunteer(leaderId), member: set.volunteer(memberId) }
}

async function given() {
  const set = await testCenter({ kind: 'drill' })
  const runner = await beginDrill(set.center, set.clock.now(), [extraJob])
  const at = await set.device(set.lead)
  return { ...set, runner, inject: () => at.store.get('inject', injectId) }
}

describe('what happens to a team', () => {
  test('is on its leader’s phone while it is out, on no other phone, and answered there', async () => {
    const set = await given()
    const team = await sentOut(set)
    const [leaderPhone, memberPhone] = [await set.device(team.leader), await set.device(team.member)]
    expect(leaderPhone.store.all('inject')).toEqual([])
    await set.lead.send('practice.fireInject', { injectId })
    expect(leaderPhone.store.all('inject')).toMatchObject([{ id: injectId, state: 'fired', seenAt: null }])
    expect(memberPhone.store.all('inject')).toEqual([])
    set.clock.pass(2)
    await team.leader.send('practice.seeAsLeader', { injectId })
    expect(set.inject()).toMatchObject({ teamId: team.teamId, leaderId: team.leaderId, seenAt: set.clock.now() })
    await team.leader.send('practice.answerAsLeader', { injectId, answer: 'センターに電話して、断った' })
    expect(set.inject()).toMatchObject({ state: 'answered', answeredBy: '1班のリーダー' })
    // A phone that opens the page anew finds the same.
    expect((await set.device(team.leader)).store.all('inject')).toMatchObject([{ state: 'answered' }])
  })

  test('is read and answered by nobody but the leader, and once', async () => {
    const set = await given()
    const team = await sentOut(set)
    const stranger = new Sender(set.center, { kind: 'volunteer', attendanceId: newId() })
    await set.lead.send('practice.fireInject', { injectId })
    const answer = { injectId, answer: '断った' }
    await expect(stranger.send('practice.answerAsLeader', answer)).rejects.toMatchObject({ code: 'core.notAllowed' })
    await expect(stranger.send('practice.seeAsLeader', { injectId })).rejects.toMatchObject({ code: 'core.notAllowed' })
    const told = { code: 'practice.leaderChanged', details: { title: extraJob.title } }
    await expect(team.member.send('practice.answerAsLeader', answer)).rejects.toMatchObject(told)
    await expect(team.member.send('practice.seeAsLeader', { injectId })).rejects.toMatchObject(told)
    await set.aiko.send('practice.answerInject', answer)
    await expect(team.leader.send('practice.answerAsLeader', answer)).rejects.toMatchObject({
      code: 'practice.injectMoved',
      details: { state: 'answered', by: '愛子' },
    })
  })

  test('reaches no phone that has never opened its page: the controller tells it, by card or telephone', async () => {
    const set = await given()
    const team = await sentOut(set, false)
    await set.lead.send('practice.fireInject', { injectId })
    expect(set.inject()).toMatchObject({ teamId: team.teamId, leaderId: null })
    expect((await set.device(team.leader)).store.all('inject')).toEqual([])
    await set.lead.send('practice.answerInject', { injectId, answer: '電話で断ってもらった' })
    expect(set.inject()).toMatchObject({ state: 'answered' })
  })

  test('happens to a team whose leader can read it, or to the one that the controller chooses', async () => {
    const set = await given()
    const onPaper = await sentOut(set, false)
    const withPhone = await sentOut(set)
    await set.runner.send('practice.fireInject', { injectId })
    expect(set.inject()).toMatchObject({ teamId: withPhone.teamId, leaderId: withPhone.leaderId })
    await set.lead.send('practice.putBackInject', { injectId, dueAt: null })
    expect((await set.device(withPhone.leader)).store.all('inject')).toEqual([])
    await set.lead.send('practice.fireInject', { injectId, teamId: onPaper.teamId })
    expect(set.inject()).toMatchObject({ teamId: onPaper.teamId, leaderId: null })
  })

  test('happens to nobody where no team is out, or where the chosen one has come back', async () => {
    const set = await given()
    const { teamId } = await givenTeam(set)
    await expect(set.lead.send('practice.fireInject', { injectId, teamId })).rejects.toMatchObject({
      code: 'practice.teamNotOut',
      details: { team: 1 },
    })
    await set.lead.send('practice.fireInject', { injectId })
    expect(set.inject()).toMatchObject({ state: 'fired', teamId: null, leaderId: null })
  })

  test('goes with whoever leads the team, unread, and leaves the phone with its return', async () => {
    const set = await given()
    const team = await sentOut(set)
    await openPage(set, team.memberId)
    await set.lead.send('practice.fireInject', { injectId })
    await team.leader.send('practice.seeAsLeader', { injectId })
    const [before, after] = [await set.device(team.leader), await set.device(team.member)]
    await set.aiko.send('dispatch.recallFromDispatch', { workOrderId: team.workOrderId })
    expect(before.store.all('inject')).toEqual([])
    await set.aiko.send('dispatch.chooseLeader', { teamId: team.teamId, attendanceId: team.memberId })
    const workOrderId = newId()
    await set.aiko.send('dispatch.issueWorkOrder', { workOrderId, teamId: team.teamId, reasonForTeam: '' })
    await set.aiko.send('dispatch.dispatchTeam', { workOrderId })
    expect(before.store.all('inject')).toEqual([])
    expect(after.store.all('inject')).toMatchObject([{ leaderId: team.memberId, seenAt: null }])
    const answer = { injectId, answer: '断った' }
    await expect(team.leader.send('practice.answerAsLeader', answer)).rejects.toMatchObject({
      code: 'practice.leaderChanged',
    })
    await set.emi.send('reports.receiveTeam', { teamId: team.teamId, missingIds: [] })
    expect(after.store.all('inject')).toEqual([])
    // What was said outside, on a phone without a line, comes in after the team.
    await team.member.send('practice.answerAsLeader', answer)
    expect(set.inject()).toMatchObject({ state: 'answered', teamId: team.teamId, leaderId: null })
  })

  test('is on no phone once its team was dissolved, and the controller has it still', async () => {
    const set = await given()
    const team = await sentOut(set)
    const phone = await set.device(team.leader)
    await set.lead.send('practice.fireInject', { injectId })
    await set.aiko.send('dispatch.recallFromDispatch', { workOrderId: team.workOrderId })
    await set.aiko.send('dispatch.disbandTeam', { teamId: team.teamId })
    expect(phone.store.all('inject')).toEqual([])
    expect(set.inject()).toMatchObject({ state: 'fired', teamId: team.teamId, leaderId: null })
    await set.lead.send('practice.putBackInject', { injectId, dueAt: null })
    expect(set.inject()).toBeUndefined()
  })

  test('says when it was answered on a phone without a line, and who was first where two answer', async () => {
    const set = await given()
    const team = await sentOut(set)
    await set.lead.send('practice.fireInject', { injectId })
    set.clock.pass(3)
    const saidAt = set.clock.now()
    set.clock.pass(20)
    await team.leader.send('practice.answerAsLeader', { injectId, answer: '断った', saidAt })
    expect(set.inject()).toMatchObject({ answeredAt: saidAt })
    await expect(set.aiko.send('practice.answerInject', { injectId, answer: '登った' })).rejects.toMatchObject({
      code: 'practice.injectMoved',
      details: { state: 'answered', by: '1班のリーダー', at: saidAt },
    })
  })
})

test('two controllers give the same inject: one does, the other is told who did and when, though a phone has read it since', async () => {
  const set = await given()
  const team = await sentOut(set)
  const other = new Sender(set.center, { ...set.lead.actor, name: '高橋', sessionId: newId() } as never)
  await set.lead.send('practice.fireInject', { injectId })
  const at = set.clock.now()
  set.clock.pass(2)
  await team.leader.send('practice.seeAsLeader', { injectId })
  await expect(other.send('practice.fireInject', { injectId })).rejects.toMatchObject({
    code: 'practice.injectMoved',
    details: { state: 'fired', by: '佐藤', at },
  })
})

test('what is given to a part is read first by one phone of it, and by nobody of another part', async () => {
  const set = await given()
  const join = async (role: 'survivor' | 'observer') => {
    const ownToken = newSecret()
    await set.phone.send('practice.joinDrill', { participantId: newId(), role, name: '洲崎', deskName: null, ownToken })
    return ownToken
  }
  const [one, two, observer] = [await join('survivor'), await join('survivor'), await join('observer')]
  const at = await set.device(set.lead)
  const { call } = drillIds
  await set.lead.send('practice.fireInject', { injectId: call })
  expect(at.store.get('inject', call)).toMatchObject({ seenAt: null })
  const see = (ownToken: string) => set.phone.send('practice.seeAsParticipant', { injectId: call, ownToken })
  await expect(see(observer)).rejects.toMatchObject({ code: 'core.notAllowed' })
  await see(one)
  const seenAt = set.clock.now()
  set.clock.pass(2)
  await see(two)
  expect(at.store.get('inject', call)).toMatchObject({ seenAt })
})
