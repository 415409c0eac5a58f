import { expect, test } from 'vitest'
import { participants } from '#server/practice/drill-tables.ts'
import { newId, newSecret } from '#shared/core/ids.ts'
import { Sender } from '#tests/support/center.ts'
import { givenDrill } from '#tests/support/given-drill.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'

async function twoControllers() {
  const drill = await givenDrill()
  const other = new Sender(drill.center, { ...drill.lead.actor, name: '高橋', sessionId: newId() } as never)
  return { ...drill, other }
}

const told = async (act: Promise<unknown>) =>
  problemSentence((await act.catch((error: unknown) => error)) as never, 'ja')

test('a desk that two people hand over at once is handed once; the second hears who did and when', async () => {
  const { lead, other, clock } = await twoControllers()
  await lead.send('practice.handSeat', { deskName: 'reception', player: 'human' })
  clock.pass(2)
  // Whoever presses twice has done nothing wrong.
  await lead.send('practice.handSeat', { deskName: 'reception', player: 'human' })
  const second = await told(other.send('practice.handSeat', { deskName: 'reception', player: 'human' }))
  expect(second).toBe('受付は、09:30 に佐藤さんが人にわたしています。')
  await other.send('practice.handSeat', { deskName: 'reception', player: 'simulated' })
  expect(await told(lead.send('practice.handSeat', { deskName: 'reception', player: 'simulated' }))).toContain(
    '高橋さん',
  )
})

const observer = () =>
  ({ participantId: newId(), role: 'observer', name: '見学', deskName: null, ownToken: newSecret() }) as const

test('a drill that two people end at once ends once; the second hears who did and when, and phones only that it is over', async () => {
  const { lead, other, phone, clock } = await twoControllers()
  await lead.send('practice.endDrill', {})
  clock.pass(2)
  expect(await told(other.send('practice.endDrill', {}))).toBe('この訓練は 09:30 に佐藤さんが終えました。')
  const joining = observer()
  expect(await told(phone.send('practice.joinDrill', joining))).toBe('この訓練は終わりました。')
})

test('one phone that joins twice at once is one participant', async () => {
  const { center, phone } = await twoControllers()
  const joining = observer()
  const both = await Promise.allSettled([
    phone.send('practice.joinDrill', joining),
    phone.send('practice.joinDrill', joining),
    phone.send('practice.joinDrill', { ...joining, participantId: newId() }),
  ])
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  for (const one of both.slice(1)) expect(one).toMatchObject({ reason: { code: 'core.otherBodySameId' } })
  expect(await center.read((tx) => participants.where(tx, {}))).toHaveLength(1)
})
