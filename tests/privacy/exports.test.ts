import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { readTableFile } from '#server/roster/read-table-file.ts'
import { newId } from '#shared/core/ids.ts'
import { type ExportTable, exportTables } from '#shared/privacy/exports.ts'
import { readColumns } from '#shared/roster/import-columns.ts'
import { readRow } from '#shared/roster/import-row.ts'
import { ask } from '#tests/support/asking.ts'
import { ids, Sender } from '#tests/support/center.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { groupForm, registrationForm } from '#tests/support/given-roster.ts'
import { noOutside } from '#tests/support/no-outside.ts'
import { servedCenter, Visitor } from '#tests/support/served.ts'

const formula = '=HYPERLINK("http://x","カナリア")'

/** A center with somebody in every list, each personal field a canary and a formula, and its lead at a desk. */
async function fullCenter() {
  const steady = { ms: 1_000_000 }
  const made = await servedCenter({}, noOutside, () => steady.ms)
  const { emi, ben, phone, served } = made
  await emi.send(
    'roster.registerPerson',
    registrationForm({
      person: { name: formula, nameKana: 'かなりあ いち', affiliation: '＠カナリア', skills: ['+cmd'] },
      contact: { phone: '09012340001', address: '－カナリア', email: 'canary@example.jp', birthDate: '1999-09-09' },
      said: { days: ['mon.am', 'mon.pm', 'sat.am'], tools: ['-スコップ'], areas: ['泥亀'] },
      note: '\t=カナリア',
    }),
  )
  await phone.send(
    'volunteers.checkIn',
    receptionForm({ name: '＝カナリア', nameKana: 'かなりあ に', phone: '09012340002' }),
  )
  const group = groupForm({ name: '=団体', tools: ['@機材'] })
  await emi.send('roster.registerGroup', { ...group, contact: { ...group.contact, leaderName: '=カナリア 長' } })
  const told = {
    requesterName: '+カナリア',
    requesterPhone: '0451234003',
    addressLine: '=カナリア1',
    story: '-カナリア',
  }
  await ben.send(
    'needs.receiveNeed',
    needForm({ contact: told, household: { name: '@カナリア' }, asked: { tools: ['=1+1'] } }),
  )
  const hidden = needForm({ contact: { requesterName: '非開示さん' }, household: { addressWithheld: true } })
  await ben.send('needs.receiveNeed', hidden)
  const desk = Visitor.onTheLaptop(served.port)
  await desk.signIn({ name: '佐藤' }, '123456')
  // 鈴木 leads as well, for more than a day: a list with its people takes two.
  await made.lead.send('access.addStaff', { staffId: newId(), name: '鈴木', pin: '222222', deskNames: ['lead'] })
  const system = new Sender(made.center, { kind: 'system' })
  for (let hour = 0; hour < 25; hour += 1) await system.send('access.countHour', {})
  const consent = (actId: string) =>
    desk.code('POST', '/api/session/consent', { actId, name: '鈴木', pin: '222222', device: 'test' })
  const take = async (table: ExportTable, format: 'csv' | 'xlsx', personal = false) => {
    const exportId = newId()
    const dayId = table === 'attendances' ? ids.day : null
    const asked = { exportId, table, format, dayId, personal, because: personal ? '保険の手続き' : '' }
    if (personal) {
      expect(await desk.send('privacy.export', asked, exportId)).toBe('access.secondPersonNeeded')
      expect(await consent(exportId)).toBe('')
    }
    expect(await desk.send('privacy.export', asked, exportId)).toBe('')
    const answer = await desk.fetch('GET', `/exports/table.${format}?export=${exportId}`)
    expect(answer.status).toBe(200)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    return { bytes, name: decodeURIComponent(answer.headers.get('content-disposition') ?? '') }
  }
  return { ...made, desk, take, pass: (minutes: number) => (steady.ms += minutes * 60_000) }
}

async function cellsOf(format: 'csv' | 'xlsx', bytes: Uint8Array): Promise<unknown[][]> {
  if (format === 'xlsx') return readSheet(Buffer.from(bytes))
  return parse(Buffer.from(bytes), { bom: true }) as unknown as string[][]
}

test.each(['csv', 'xlsx'] as const)('what looks like a formula is a plain text in every list as %s', async (format) => {
  const { take } = await fullCenter()
  for (const table of exportTables) {
    const { bytes } = await take(table, format, true)
    const cells = (await cellsOf(format, bytes)).flat()
    expect([table, cells.some((cell) => typeof cell === 'string' && cell.includes('カナリア'))]).toEqual([table, true])
    if (format === 'csv') expect(cells.filter((cell) => /^[=+\-@＝＋－＠\r\n]/.test(String(cell)))).toEqual([])
    else expect(Buffer.from(bytes).subarray(0, 2).toString()).toBe('PK')
    expect(cells.every((cell) => cell === null || ['string', 'number'].includes(typeof cell))).toBe(true)
  }
  const [head = [], ...rows] = await cellsOf(format, (await take('roster', format, true)).bytes)
  const first = (word: string) => rows[0]?.[head.indexOf(word)]
  expect(first('氏名')).toBe(format === 'csv' ? `\t${formula}` : formula)
  expect(first('電話')).toBe('090-1234-0001')
})

test('without the choice no list says anything that names somebody', async () => {
  const { take } = await fullCenter()
  for (const table of exportTables)
    for (const format of ['csv', 'xlsx'] as const) {
      const { bytes, name } = await take(table, format)
      const said = JSON.stringify(await cellsOf(format, bytes))
      for (const canary of ['カナリア', 'かなりあ', 'canary', '0001', '4003', '1999-09-09', '床下'])
        expect([
          table,
          format,
          canary,
          said.replaceAll('T-0001', '').replaceAll('D-0001', '').includes(canary),
        ]).toEqual([table, format, canary, false])
      expect(name).not.toContain('個人情報')
    }
})

test('住所非開示 homes are in no file, with names or without', async () => {
  const { take } = await fullCenter()
  for (const personal of [false, true]) {
    const cells = await cellsOf('csv', (await take('needs', 'csv', personal)).bytes)
    expect(cells).toHaveLength(2)
    expect(JSON.stringify(cells)).not.toContain('非開示さん')
  }
})

test('the roster that was taken out reads in again as it was, from either kind of file', async () => {
  const { take } = await fullCenter()
  for (const format of ['csv', 'xlsx'] as const) {
    const { bytes } = await take('roster', format, true)
    const [head, first] = (await readTableFile(bytes)).rows
    const columns = readColumns(head?.cells ?? [])
    expect(columns).toMatchObject({ missing: [], doubled: [] })
    expect(readRow(first ?? { line: 0, cells: [] }, columns, '2026-11-23').row).toMatchObject({
      number: 1,
      name: formula,
      phone: '09012340001',
      birthDate: '1999-09-09',
      affiliation: '＠カナリア',
      address: '－カナリア',
      skills: ['+cmd'],
      days: ['mon.am', 'mon.pm', 'sat.am'],
      tools: ['-スコップ'],
      plan: 'naturalDisaster',
      insuranceYear: 2026,
      note: '=カナリア',
    })
  }
})

test('who took which list, with how many rows and columns and why, stands in both records', async () => {
  const { take, lead, center } = await fullCenter()
  const before = center.health.seq
  const { name } = await take('needs', 'xlsx', true)
  // The other lead's consent, and the list.
  expect(center.health.seq).toBe(before + 2)
  expect(name).toContain('ニーズ一覧_個人情報_2026-11-23.xlsx')
  const { looks, holds } = await ask(center, lead.actor, 'access.findLooks', { staffId: null })
  expect(holds).toBe(true)
  expect(looks[0]).toMatchObject({ what: 'export', recordKind: 'needs+personal', actorName: '佐藤' })
  expect(looks[0]?.details).toMatchObject({
    table: 'needs',
    rows: 1,
    columns: 25,
    personal: 1,
    because: '保険の手続き',
  })
})

test('names need a reason and a fresh PIN, the file a note that is one’s own, and the affairs desk holds no contacts', async () => {
  const { desk, lead, take, served, pass } = await fullCenter()
  const asked = { table: 'roster', format: 'csv', dayId: null, personal: true, because: ' ' }
  expect(await desk.send('privacy.export', { ...asked, exportId: newId() })).toBe('core.unfitInput')
  await lead.send('access.addStaff', { staffId: newId(), name: '総務', pin: '222222', deskNames: ['affairs'] })
  const affairs = Visitor.onTheLaptop(served.port)
  await affairs.signIn({ name: '総務' }, '222222')
  const because = '名簿の確認'
  const id = newId()
  const all = { ...asked, because, exportId: id }
  expect(await affairs.send('privacy.export', all, id)).toBe('access.secondPersonNeeded')
  const consent = { actId: id, name: '鈴木', pin: '222222', device: 'test' }
  expect(await affairs.code('POST', '/api/session/consent', consent)).toBe('')
  expect(await affairs.send('privacy.export', all, id)).toBe('core.notAllowed')
  const exportId = newId()
  expect(await affairs.send('privacy.export', { ...asked, exportId, personal: false, because: '' })).toBe('')
  expect(await affairs.code('GET', `/exports/table.csv?export=${exportId}`)).toBe('')
  expect(await desk.code('GET', `/exports/table.csv?export=${exportId}`)).toBe('core.notAllowed')
  expect((await take('roster', 'csv')).name).toContain('ボランティア登録_2026-11-23.csv')
  pass(6)
  expect(await desk.send('privacy.export', { ...asked, because, exportId: newId() })).toBe('access.stepUpNeeded')
  expect(await desk.code('GET', `/exports/table.csv?export=${newId()}`)).toBe('access.stepUpNeeded')
})

test('what a household does not wish told stands in no file either', async () => {
  const { take, ben } = await fullCenter()
  const who = { requesterName: '伏名 一', requesterKana: 'ふせな', story: '伏話' }
  const home = { name: '伏名 家', nameKana: 'ふせな', considerations: '伏配慮' }
  const refused = { surname: 'no', work: 'no', health: 'no' } as const
  await ben.send(
    'needs.receiveNeed',
    needForm({ contact: who, household: home, asked: { work: '伏作業' }, consent: refused }),
  )
  const cells = await cellsOf('csv', (await take('needs', 'csv', true)).bytes)
  expect(cells).toHaveLength(3)
  expect(JSON.stringify(cells)).toContain('（伏せる）')
  expect(JSON.stringify(cells)).not.toMatch(/伏名|ふせな|伏話|伏配慮|伏作業/)
})
