import { CompiledQuery } from 'kysely'
import { expect, test } from 'vitest'
import { accessLogHead, verifyAccessLog } from '#server/access/access-log.ts'
import { type Actor, audiencesOfActor } from '#server/core/actor.ts'
import { newId } from '#shared/core/ids.ts'
import { ask } from '#tests/support/asking.ts'
import { Sender, testCenter } from '#tests/support/center.ts'
import { needForm } from '#tests/support/given.ts'

const someoneElse = (actor: Actor): Actor => ({ ...actor, ...(actor.kind === 'staff' ? { staffId: newId() } : {}) })

async function given() {
  const desks = await testCenter()
  const form = needForm({
    household: { phone: '0451234003' },
    contact: { relation: 'family', requesterPhone: '0801234009' },
  })
  await desks.ben.send('needs.receiveNeed', form)
  const reveal = async (sender = desks.ben) => {
    const revealId = newId()
    await sender.send('needs.revealPhone', { revealId, needId: form.needId, why: 'call' })
    return revealId
  }
  // Another person with the same rights.
  const aiko = new Sender(desks.center, someoneElse(desks.aiko.actor))
  return { ...desks, aiko, form, reveal }
}

const numbers = ['0451234003', '0801234009']
const numbersIn = (text: string) => numbers.filter((number) => text.includes(number))

test('no desk holds a survivor’s number, live or by a fetch; whoever reveals it reads it', async () => {
  const { center, ben, lead, form, reveal } = await given()
  const heard: string[] = []
  const audiences: readonly string[] = audiencesOfActor(lead.actor)
  center.onPatch((patches) => heard.push(JSON.stringify(patches.filter((one) => audiences.includes(one.audience)))))
  for (const { actor } of [ben, lead]) expect(numbersIn((await center.catchUp(actor, 0)).text)).toEqual([])
  const revealId = await reveal()
  expect(await ask(center, ben.actor, 'needs.revealedPhone', { revealId })).toEqual({
    requester: '0801234009',
    household: '0451234003',
  })
  expect(numbersIn(heard.join())).toEqual([])
  expect(heard.join()).toContain('needs.revealPhone')
  expect(
    JSON.stringify(await ask(center, ben.actor, 'needs.findNeeds', { words: '0801234009', householdIds: [] })),
  ).toContain(form.needId)
})

test('a number is read by whoever revealed it and nobody else, and only for ten minutes', async () => {
  const { center, aiko, ben, clock, reveal } = await given()
  const revealId = await reveal()
  const refused = { code: 'core.notAllowed' }
  await expect(ask(center, aiko.actor, 'needs.revealedPhone', { revealId })).rejects.toMatchObject(refused)
  await expect(ask(center, ben.actor, 'needs.revealedPhone', { revealId: newId() })).rejects.toMatchObject(refused)
  clock.pass(11)
  await expect(ask(center, ben.actor, 'needs.revealedPhone', { revealId })).rejects.toMatchObject(refused)
})

test('reception, first aid and volunteers reveal nothing', async () => {
  const { emi, daigo, phone, form, center } = await given()
  const input = { revealId: newId(), needId: form.needId, why: 'call' as const }
  for (const sender of [emi, daigo])
    await expect(sender.send('needs.revealPhone', input)).rejects.toMatchObject({ code: 'core.notAllowed' })
  await expect(phone.send('needs.revealPhone', input)).rejects.toMatchObject({ code: 'core.notSignedIn' })
  expect((await verifyAccessLog(center.db)).rows).toBe(0)
})

test('what is written anew without the numbers leaves them as they are', async () => {
  const { center, ben, form, reveal } = await given()
  const { channel: _, survey: __, ...asked } = form.asked
  const contact = { ...form.contact, requesterPhone: null }
  const household = { ...form.household, phone: null }
  await ben.send('needs.changeNeed', { needId: form.needId, basedOnVersion: 1, asked, contact, household })
  const kept = await ask(center, ben.actor, 'needs.revealedPhone', { revealId: await reveal() })
  expect(kept).toEqual({ requester: '0801234009', household: '0451234003' })
})

test('whose whole number it is, is found; half of one finds nobody', async () => {
  const { center, ben, form } = await given()
  for (const phone of numbers)
    expect(await ask(center, ben.actor, 'needs.findCallers', { phones: [phone] })).toEqual({
      householdIds: [form.householdId],
    })
  expect(await ask(center, ben.actor, 'needs.findCallers', { phones: ['0451234004'] })).toEqual({ householdIds: [] })
  await expect(ask(center, ben.actor, 'needs.findCallers', { phones: ['045123'] })).rejects.toMatchObject({
    code: 'core.malformed',
  })
})

test('who looked, when and why is kept without a word about whom, for the lead alone', async () => {
  const { center, aiko, ben, lead, form, reveal } = await given()
  await reveal()
  await reveal(aiko)
  const everyone = await ask(center, lead.actor, 'access.findLooks', { staffId: null })
  expect(everyone).toMatchObject({ holds: true, head: await accessLogHead(center.db) })
  expect(everyone.looks).toMatchObject([
    { actorName: '愛子', what: 'phone', recordId: form.needId },
    { actorId: staffIdOf(ben.actor), why: 'call', recordKind: 'need' },
  ])
  const one = await ask(center, lead.actor, 'access.findLooks', { staffId: staffIdOf(ben.actor) })
  expect(one.looks).toHaveLength(1)
  await expect(ask(center, ben.actor, 'access.findLooks', { staffId: null })).rejects.toMatchObject({
    code: 'core.notAllowed',
  })
})

const staffIdOf = (actor: Actor) => (actor.kind === 'staff' ? actor.staffId : '')

test.each([
  ['a row that was changed', "update access_log set why = 'safety' where position = 2", 2],
  ['a row that was changed with its hash', "update access_log set why = 'safety', hash = 'x' where position = 3", 3],
  ['a row that was taken away', 'delete from access_log where position = 2', 2],
  ['the first row taken away', 'delete from access_log where position = 1', 1],
  ['the last row taken away', 'delete from access_log where position = 3', 3],
  ['all of them', 'delete from access_log', 1],
])('the chain of looks notices %s', async (_, sql, brokenAt) => {
  const { center, reveal } = await given()
  for (let count = 0; count < 3; count++) await reveal()
  const before = await verifyAccessLog(center.db)
  expect(before).toMatchObject({ rows: 3, brokenAt: null, head: await accessLogHead(center.db) })
  expect(before.head).toHaveLength(8)
  // The file itself refuses; whoever holds its key can still take that away.
  const run = (text: string) => center.db.executeQuery(CompiledQuery.raw(text))
  await expect(run(sql)).rejects.toThrow('only ever added to')
  expect((await verifyAccessLog(center.db)).brokenAt).toBe(null)
  for (const guard of ['update_on_access_log', 'delete_on_access_log']) await run(`drop trigger ${guard}`)
  await run(sql)
  expect((await verifyAccessLog(center.db)).brokenAt).toBe(brokenAt)
})

test('the chain is pruned below an anchor only, goes on from it, and its head stays the same', async () => {
  const { center, reveal } = await given()
  for (let count = 0; count < 3; count++) await reveal()
  const { head } = await verifyAccessLog(center.db)
  const run = (text: string) => center.db.executeQuery(CompiledQuery.raw(text))
  const anchor = (hash: string) =>
    run(`insert into access_log_anchor select position, ${hash}, seq, at from access_log where position = 2`)
  await expect(anchor("'made up'")).rejects.toThrow('only ever added to')
  await anchor('hash')
  await expect(run('delete from access_log where position = 3')).rejects.toThrow('only ever added to')
  await run('delete from access_log where position <= 2')
  expect(await verifyAccessLog(center.db)).toEqual({ rows: 1, head, brokenAt: null })
  await reveal()
  expect(await verifyAccessLog(center.db)).toMatchObject({ rows: 2, brokenAt: null })
  await expect(run('delete from access_log_anchor')).rejects.toThrow('only ever added to')
})
