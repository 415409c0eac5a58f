import { expect, test } from 'vitest'
import { registeredGroups } from '#server/roster/groups.ts'
import { newId } from '#shared/core/ids.ts'
import type { ImportPreview } from '#shared/roster/import-reads.ts'
import { problemCode, servedCenter } from '#tests/support/served.ts'

const head = '氏名,ふりがな,電話,生年月日,特技'
const line = (index: number, more = '介護') =>
  `金沢 花子${index},かなざわ はなこ,090${10_000_000 + index},1980/4/3,${more}`
const list = (count: number, more?: string) =>
  [head, ...Array.from({ length: count }, (_, index) => line(index, more))].join('\r\n')

/** A served center, and someone at a desk that keeps the roster. */
async function given(deskNames = ['affairs']) {
  const all = await servedCenter()
  await all.lead.send('access.addStaff', { staffId: newId(), name: '勉', pin: '234567', deskNames })
  const signedIn = await all.post('/api/session', JSON.stringify({ name: '勉', pin: '234567', device: newId() }))
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const put = (body: BodyInit, importId = newId()) =>
    fetch(`${all.address}/imports/${importId}`, { method: 'PUT', body, headers: { cookie } })
  const preview = async (importId: string, show = 'all', from = 0) =>
    (await (
      await all.post('/api/reads/roster.previewImport', JSON.stringify({ importId, show, from }), { cookie })
    ).json()) as ImportPreview
  const command = async (importId: string, part: number, id = newId()) => {
    const body = JSON.stringify({ id, type: 'roster.applyImport', input: { importId, part }, device: 'test' })
    return (await all.post('/api/commands', body, { cookie })).json() as Promise<{
      answer: { counts: ImportPreview['counts'] }
    }>
  }
  const counted = async (body: string) => {
    const importId = newId()
    expect((await put(body, importId)).status).toBe(200)
    return { importId, ...(await preview(importId)) }
  }
  const groups = () => all.center.read((tx) => registeredGroups.where(tx, { channel: 'import' }))
  const registered = async () =>
    (
      await all.center.read((tx) =>
        tx
          .selectFrom('registration' as never)
          .selectAll()
          .execute(),
      )
    ).length
  return { ...all, put, preview, command, counted, groups, registered }
}

test('a list is looked at first, and looking changes nothing', async () => {
  const { counted, registered } = await given()
  const { counts, lines, parts } = await counted(`${list(3)}\r\n富岡 次郎,とみおか,110,1980/4/3,\r\n${line(0)}`)
  expect(counts).toEqual({ new: 3, changed: 0, unchanged: 0, refused: 2 })
  expect(parts).toBe(1)
  expect(lines[3]).toMatchObject({ line: 5, fate: 'refused', faults: [{ field: 'phone', reason: 'notAPhone' }] })
  expect(lines[4]).toMatchObject({ line: 6, rowFault: 'doubleInFile', sameAsLine: 2 })
  expect(await registered()).toBe(0)
})

test('a list taken twice, or half and then whole, makes nobody twice', async () => {
  const { counted, command, registered } = await given()
  const first = await counted(list(150))
  await command(first.importId, 1)
  expect(await registered()).toBe(50)
  const id = newId()
  expect((await command(first.importId, 0, id)).answer.counts.new).toBe(100)
  await command(first.importId, 0, id)
  await command(first.importId, 0)
  expect(await registered()).toBe(150)
  expect((await counted(list(150))).counts).toEqual({ new: 0, changed: 0, unchanged: 150, refused: 0 })
  const changed = await counted(list(2, '手話'))
  expect(changed.lines[0]).toMatchObject({ fate: 'changed', changes: ['skills'] })
  await command(changed.importId, 0)
  expect((await counted(list(2, '手話'))).counts.unchanged).toBe(2)
})

test('desks hold nobody of a list that was taken', async () => {
  const { counted, command, center, lead } = await given()
  const before = (await center.catchUp(lead.actor, 0)).text.length
  const { importId } = await counted(list(80))
  await command(importId, 0)
  const after = (await center.catchUp(lead.actor, 0)).text
  expect(after).not.toContain('金沢 花子')
  expect(after.length - before).toBeLessThan(1500)
})

test('20,000 rows are looked at in parts, and others are served meanwhile', async () => {
  const { put, preview, address } = await given()
  const importId = newId()
  const putting = put(list(20_000), importId)
  const others: number[] = []
  let isPutting = true
  void putting.finally(() => {
    isPutting = false
  })
  while (isPutting) others.push((await fetch(`${address}/api/clock`)).status)
  expect((await putting).status).toBe(200)
  expect(others.length).toBeGreaterThan(3)
  const looked = await preview(importId, 'new', 19_990)
  expect(looked).toMatchObject({ total: 20_000, parts: 200 })
  expect(looked.lines).toHaveLength(10)
})

test.each([
  ['a list without a needed column', '氏名,電話\r\n花子,09012345678', 'roster.columnsUnfit'],
  ['a list with one column twice', `${head},携帯\r\n`, 'roster.columnsUnfit'],
  ['nothing', '', 'roster.listUnreadable'],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0xff, 0xff]), 'roster.listUnreadable'],
])('%s is refused with its reason', async (_, body, code) => {
  const { put } = await given()
  expect(await problemCode(await put(body))).toBe(code)
})

test('only those who keep the roster put lists down, and a list belongs to who put it down', async () => {
  const { put } = await given(['needs'])
  expect(await problemCode(await put(list(1)))).toBe('core.notAllowed')
  const roster = await given()
  const { importId } = await roster.counted(list(1))
  const asStranger = await roster.post(
    '/api/reads/roster.previewImport',
    JSON.stringify({ importId, show: 'all', from: 0 }),
  )
  expect(await problemCode(asStranger)).toBe('core.notSignedIn')
  expect((await roster.put('x'.repeat(11 * 1024 * 1024))).status).toBe(413)
})

const groupHead = '団体名,種別,代表者,代表者ふりがな,電話,人数,車'
const groupList = (headcount: number) =>
  [
    groupHead,
    `能見台 大学 ボランティア部,学校,金沢 花子,かなざわ はなこ,0451112222,約${headcount}名,マイクロバス1台25席`,
    '富岡 町内会,自治会,富岡 次郎,,0453334444,１２人,',
    '富岡町内会,自治会,富岡 三郎,,045-333-4444,12,',
    '並木 商店,企業,並木 四郎,,0455556666,8,ワゴン2台',
  ].join('\r\n')

test('a list of groups is told by its columns, looked at row by row, and taken without doubles', async () => {
  const { counted, command, groups, registered } = await given()
  const first = await counted(groupList(30))
  expect(first).toMatchObject({ kind: 'group', counts: { new: 2, changed: 0, unchanged: 0, refused: 2 } })
  expect(first.lines[2]).toMatchObject({ rowFault: 'doubleInFile', sameAsLine: 3 })
  expect(first.lines[3]?.faults).toEqual([{ field: 'vehicles', reason: 'notVehicles' }])
  expect(await groups()).toEqual([])
  await command(first.importId, 0)
  await command(first.importId, 0)
  const [students] = await groups()
  expect(students).toMatchObject({ number: 1, usualHeadcount: 30, kind: 'school', consentVersion: 'list' })
  expect(students?.vehicles).toEqual([{ kind: 'microbus', count: 1, seats: 25, mayMoveOnSite: false }])
  expect((await counted(groupList(30))).counts.unchanged).toBe(2)
  const changed = await counted(groupList(45))
  expect(changed.lines[0]).toMatchObject({ fate: 'changed', changes: ['usualHeadcount'] })
  await command(changed.importId, 0)
  expect((await groups()).map(({ usualHeadcount }) => usualHeadcount).sort((one, other) => one - other)).toEqual([
    12, 45,
  ])
  expect(await registered()).toBe(0)
})

test('the number of another group is refused, and a person with a 団体 beside the date of birth stays a person', async () => {
  const { counted, command } = await given()
  await command((await counted(groupList(30))).importId, 0)
  const numbered = `登録番号,${groupHead}\r\nD-0001,柴町 会,,柴 五郎,,0457778888,5,\r\nT-0002,柴町 会,,柴 五郎,,0457778888,5,`
  const { lines } = await counted(numbered)
  expect(lines[0]?.rowFault).toBe('numberOfAnother')
  expect(lines[1]?.faults).toEqual([{ field: 'number', reason: 'notANumber' }])
  const person = await counted(
    '氏名,ふりがな,電話,生年月日,団体名\r\n金沢 花子,かなざわ はなこ,09012345678,1980/4/3,能見台大学',
  )
  expect(person).toMatchObject({ kind: 'person', counts: { new: 1 } })
})
