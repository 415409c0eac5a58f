import { expect, test } from 'vitest'
import type { RouteRow } from '#server/core/routes.ts'
import { audiencesOfStaff, mayHold } from '#shared/access/audiences.ts'
import { profileNamed } from '#shared/center/profiles.ts'
import type { RecordKind } from '#shared/records.ts'
import { everyRoute } from '#tests/support/every-route.ts'
import { givenEverything } from '#tests/support/given-everything.ts'

/** A text that nothing else holds, and the kinds of record of which it tells. */
const canaries: Readonly<Record<string, readonly RecordKind[]>> = {
  名前カナリア: ['attendance', 'person', 'team', 'workOrder', 'registration'],
  '0801234001': ['personContact'],
  '1999-09-09': ['personContact'],
  連絡先カナリア: ['emergencyContact'],
  健康カナリア: ['attendanceHealth'],
  覚えカナリア: ['attendanceNote'],
  登録カナリア: ['registration', 'person'],
  団体カナリア: ['registeredGroup'],
  代表カナリア: ['groupContact'],
  予約カナリア: ['reservation'],
  '0801234011': ['reservationContact'],
  世帯カナリア: ['household'],
  '0451234003': ['householdPhone'],
  配慮カナリア: ['householdNote'],
  作業カナリア: ['need', 'workOrder'],
  目印カナリア: ['needContact', 'workOrderPlace'],
  '0801234009': ['needPhone'],
  話カナリア: ['needStory'],
}

/** What no desk holds, also the lead's: each look is an act of its own. */
const onDemand: readonly RecordKind[] = ['needPhone', 'householdPhone', 'needStory', 'householdNote']

type Given = Awaited<ReturnType<typeof givenEverything>>

const { rows } = await everyRoute()
const pages = rows.filter(({ method, may }) => method === 'get' && !may.includes('public'))

/** Of which kinds a page tells beyond what its row says; a refusal tells nothing. */
async function tooMuch({ desk, asksFor }: Given, row: RouteRow, seen: Set<string>): Promise<string[]> {
  const answer = await desk.fetch('GET', asksFor[row.path] ?? row.path)
  if (!answer.ok) return []
  seen.add(row.path)
  const said = await answer.text()
  const { holds = [], shows = [] } = row
  const isSaid = (kind: RecordKind) =>
    holds.includes(kind) || (shows === 'held' ? !onDemand.includes(kind) : shows.includes(kind))
  return Object.entries(canaries)
    .filter(([canary, kinds]) => said.includes(canary) && !kinds.some(isSaid))
    .map(([canary, kinds]) => `${row.path} tells of ${kinds.join(' or ')}: ${canary}`)
}

test('every page and file tells of the kinds of record that its row says, and of no other', async () => {
  const center = await givenEverything()
  const seen = new Set<string>()
  const told: string[] = []
  for (const row of pages) told.push(...(await tooMuch(center, row, seen)))
  expect(told).toEqual([])
  // Whatever has an address above was really looked at.
  expect(Object.keys(center.asksFor).filter((path) => !seen.has(path))).toEqual([])
})

const { desks: deskRows } = profileNamed('standard')

test('whoever may pass may hold, or look up, all of what it tells', () => {
  const beyond = pages.flatMap(({ path, may, holds = [], shows = [] }) =>
    deskRows
      .filter(({ capabilities }) => may.some((one) => one === 'staff' || capabilities.some((held) => held === one)))
      .map(({ name, capabilities }) => ({ name, audiences: audiencesOfStaff(capabilities) }))
      .filter(({ audiences }) => holds.length === 0 || holds.some((kind) => mayHold(kind, audiences)))
      .flatMap(({ name, audiences }) =>
        (shows === 'held' ? [] : shows).filter((kind) => !mayHold(kind, audiences)).map((kind) => [path, name, kind]),
      ),
  )
  expect(beyond).toEqual([])
})

test('a page that says less than it tells is noticed', async () => {
  const center = await givenEverything()
  const careless = pages
    .filter(({ path }) => path === '/sheets/name-tags' || path === '/sheets/work-order/:id')
    .map(({ method, path, may }): RouteRow => ({ method, path, may, holds: ['logEntry'] }))
  const told: string[] = []
  for (const row of careless) told.push(...(await tooMuch(center, row, new Set())))
  expect(told).toContain('/sheets/work-order/:id tells of needContact or workOrderPlace: 目印カナリア')
  expect(told.join()).toContain('/sheets/name-tags tells of attendance')
})
