import { expect, test } from 'vitest'
import { receptionForm } from '#tests/support/given.ts'
import { givenNeed } from '#tests/support/given-dispatch.ts'
import { givenTeamOut } from '#tests/support/given-reports.ts'
import { servedCenter } from '#tests/support/served.ts'

const canaries = {
  volunteer: 'カナリア翔',
  phone: '09077778888',
  requester: 'カナリア梅子',
  address: '七十七番地',
  story: 'カナリアの話',
  landmark: 'カナリア色の屋根',
}

test('the wall knows numbers, towns and times, and nothing about any person or house', async () => {
  const desks = await servedCenter()
  await desks.phone.send('volunteers.checkIn', receptionForm({ name: canaries.volunteer, phone: canaries.phone }))
  const { addressLine, story, landmark } = { addressLine: canaries.address, ...canaries }
  await givenNeed(desks, {
    contact: { requesterName: canaries.requester, addressLine, story, landmark, townId: 'deiki-2' },
    household: { name: canaries.requester },
  })
  await givenTeamOut(desks, { size: 2 })
  await desks.lead.send('messages.sendNotice', {
    noticeId: '019aaaaa-0000-7000-8000-000000000009',
    kind: 'shorten',
    reason: '雨が強くなる',
    returnBy: '13:00',
  })
  const answer = await fetch(`${desks.address}/api/board`)
  const text = await answer.text()
  for (const canary of Object.values(canaries)) expect(text).not.toContain(canary)
  expect(text).not.toMatch(/佐藤|愛子|恵美|householdId|personId/)
  expect(JSON.parse(text)).toMatchObject({
    center: { name: '金沢区災害ボランティアセンター', kind: 'live' },
    numbers: { arrived: 3, waiting: 1, out: 2, openNeeds: 2, completedToday: 0 },
    marks: [
      { townId: 'deiki-2', count: 1 },
      { townId: 'deiki-2', count: 1 },
    ],
    events: [
      { kind: 'receptionCloses', at: '11:00', over: false },
      { kind: 'returnBy', at: '13:00', over: false },
      { kind: 'receptionOpens', at: '09:00', over: true },
    ],
    notices: [{ kind: 'shorten', reason: '雨が強くなる' }],
  })
})

test('figures, roll-call and chronology are for signed-in staff only', async () => {
  const desks = await servedCenter()
  for (const path of [
    '/sheets/day-summary/x',
    '/sheets/roll-call',
    '/exports/day-summary.csv?day=x',
    '/api/chronology?before=9',
  ])
    expect((await fetch(`${desks.address}${path}`)).status).toBe(401)
})
