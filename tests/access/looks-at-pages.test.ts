import { CompiledQuery } from 'kysely'
import { describe, expect, test } from 'vitest'
import { verifyAccessLog } from '#server/access/access-log.ts'
import { ask } from '#tests/support/asking.ts'
import { ids } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { groupForm } from '#tests/support/given-groups.ts'
import { givenPicture } from '#tests/support/given-photos.ts'
import { givenTeamOut } from '#tests/support/given-reports.ts'
import { reservationDayForm, reservationForm } from '#tests/support/given-reservations.ts'
import { servedCenter, Visitor } from '#tests/support/served.ts'

/** A center with a team out, a home that was photographed, a bus and a reservation; 佐藤 sits at the laptop. */
async function given() {
  const desks = await servedCenter()
  const { people, workOrderId, need } = await givenTeamOut(desks)
  const photoId = await givenPicture(desks, desks.ben)
  await desks.ben.send('needs.addPhoto', { photoId, needId: need.id, kind: 'danger', siteSurveyId: null })
  const bus = groupForm({ unnamed: 2 })
  await desks.emi.send('groups.checkInGroup', bus)
  const listId = await givenPicture(desks, desks.emi)
  await desks.emi.send('groups.addListPicture', { groupVisitId: bus.groupVisitId, photoId: listId })
  const day = reservationDayForm()
  await desks.lead.send('reservations.openReservations', day)
  await desks.phone.send('reservations.reserve', reservationForm(day.reservationDayId))
  const form = receptionForm()
  await desks.phone.send('volunteers.checkIn', form)
  const desk = Visitor.onTheLaptop(desks.served.port)
  await desk.signIn({ name: '佐藤' }, '123456')
  const page = async (path: string) => (await desk.fetch('GET', path)).text()
  const rows = async () => {
    const { rows: all } = await desks.center.db.executeQuery<Record<string, unknown>>(
      CompiledQuery.raw('select what, record_kind, record_id, people, paper, device, actor_id from access_log'),
    )
    return all
  }
  return { ...desks, desk, page, rows, people, workOrderId, photoId, listId, day, form, bus }
}

describe('whoever looks leaves a row', () => {
  test.each([
    ['a work order', 'workOrder', 'paper', ({ workOrderId }) => [`work-order/${workOrderId}`, workOrderId], 1],
    ['the roll-call', 'rollCall', 'paper', () => ['roll-call', ids.day], 1],
    [
      'the reservations',
      'reservations',
      'paper',
      ({ day }) => [`reservations?day=${day.reservationDayId}`, day.reservationDayId],
      1,
    ],
    ['name tags', 'nameTags', 'list', () => ['name-tags?numbers=1-2', ids.day], null],
  ] satisfies [string, string, string, (of: Awaited<ReturnType<typeof given>>) => string[], number | null][])(
    '%s',
    async (_, kind, what, of, paper) => {
      const made = await given()
      const [path, recordId] = of(made)
      await made.page(`/sheets/${path}`)
      const row = { what, record_kind: kind, record_id: recordId, paper, device: 'test', actor_id: ids.lead }
      expect(await made.rows()).toMatchObject([row])
      expect((await made.rows())[0]?.people).toBeGreaterThan(0)
      expect((await verifyAccessLog(made.center.db)).brokenAt).toBeNull()
    },
  )

  test('a photo of a home at its full size: one for each sitting, and none for its thumbnail', async () => {
    const { desk, page, rows, photoId, served } = await given()
    await page(`/photos/${photoId}/preview`)
    expect(await rows()).toEqual([])
    await page(`/photos/${photoId}`)
    await page(`/photos/${photoId}`)
    const row = { what: 'photo', record_kind: 'photo', record_id: photoId, device: 'test', actor_id: ids.lead }
    expect(await rows()).toMatchObject([row])
    const elsewhere = Visitor.onTheLaptop(served.port)
    await elsewhere.signIn({ name: '佐藤' }, '123456')
    await elsewhere.fetch('GET', `/photos/${photoId}`)
    expect(await rows()).toHaveLength(2)
    expect(await desk.code('GET', `/photos/${ids.day}`)).toBe('core.notAllowed')
    expect(await rows()).toHaveLength(2)
  })

  test('the photographed list of a bus, with the number of its people', async () => {
    const { page, rows, listId } = await given()
    await page(`/group-lists/${listId}`)
    await page(`/group-lists/${listId}`)
    expect(await rows()).toMatchObject([{ what: 'list', record_kind: 'groupList', record_id: listId, people: 3 }])
  })

  test('a team that is out looks at a photo of its home; whoever is not in it can leave no row either', async () => {
    const { volunteer, people, photoId, form, rows, daigo } = await given()
    await volunteer(people[0] ?? '').send('photos.lookAtPhoto', { photoId })
    expect(await rows()).toMatchObject([{ what: 'photo', actor_id: people[0] }])
    for (const other of [volunteer(form.attendanceId), daigo])
      await expect(other.send('photos.lookAtPhoto', { photoId })).rejects.toMatchObject({ code: 'core.notAllowed' })
  })
})

test('a refused page leaves no row, and the log names nobody', async () => {
  const { center, desk, page, rows, lead, day, photoId, listId, form, daigo } = await given()
  expect(await desk.code('GET', `/sheets/work-order/${ids.day}`)).toBe('core.notFound')
  expect(await rows()).toEqual([])
  await page('/sheets/roll-call')
  await page('/sheets/name-tags?numbers=1-9')
  await page(`/sheets/reservations?day=${day.reservationDayId}`)
  await page(`/photos/${photoId}`)
  await page(`/group-lists/${listId}`)
  const { rows: whole } = await center.db.executeQuery(
    CompiledQuery.raw('select l.*, e.details from access_log l join event_log e on e.seq = l.seq'),
  )
  expect(whole).toHaveLength(5)
  for (const name of [form.name, form.nameKana, '予約', '花子', '団体'])
    expect(JSON.stringify(whole)).not.toContain(name)
  await expect(ask(center, daigo.actor, 'access.findLooks', { staffId: null })).rejects.toMatchObject({
    code: 'core.notAllowed',
  })
  expect((await ask(center, lead.actor, 'access.findLooks', { staffId: null })).looks[0]?.device).toBe('test')
})

test('a row whose number of people was changed breaks the chain', async () => {
  const { center, page } = await given()
  await page('/sheets/roll-call')
  expect((await verifyAccessLog(center.db)).brokenAt).toBeNull()
  // Only whoever holds the file and its key can do this; the table itself refuses.
  await center.db.executeQuery(CompiledQuery.raw('drop trigger update_on_access_log'))
  await center.db.executeQuery(CompiledQuery.raw('update access_log set people = 1'))
  expect((await verifyAccessLog(center.db)).brokenAt).toBe(1)
})

describe('papers', () => {
  test('carry the next number of the day, the same page a new one each time, and each day begins anew', async () => {
    const { page, workOrderId, clock, form, desk } = await given()
    await desk.code('POST', '/api/session/proof', { pin: '123456' })
    expect(await page('/sheets/roll-call')).toContain('紙 1<')
    expect(await page('/sheets/roll-call')).toContain('紙 2<')
    expect(await page(`/sheets/work-order/${workOrderId}`)).toContain('紙 3<')
    expect(await page(`/sheets/record/person/${form.personId}`)).toContain('紙 4<')
    clock.pass(10 * 60)
    expect(await page('/sheets/roll-call')).toContain('紙 5<')
    clock.pass(14 * 60)
    await desk.signIn({ name: '佐藤' }, '123456')
    expect(await page('/sheets/roll-call')).toContain('紙 1<')
  })

  test('are printed all the same while nothing can be written, and say that they have no number', async () => {
    const { page, center, rows, workOrderId, photoId, desk } = await given()
    center.stopWriting('ioError')
    expect(await page('/sheets/roll-call')).toContain('番号なし')
    expect(await page(`/sheets/work-order/${workOrderId}`)).toContain('番号なし')
    expect(await desk.code('GET', `/photos/${photoId}`)).toBe('')
    expect(await rows()).toEqual([])
  })

  test('are counted by the lead at the day’s end: how many there were, came back, and which did not', async () => {
    const { center, page, lead, emi, device, workOrderId } = await given()
    await page('/sheets/roll-call')
    await page(`/sheets/work-order/${workOrderId}`)
    const date = '2026-11-23'
    expect(await ask(center, lead.actor, 'access.papersOfToday', {})).toEqual({
      date,
      printed: 2,
      papers: [
        { paper: 1, kind: 'rollCall' },
        { paper: 2, kind: 'workOrder' },
      ],
    })
    const screen = await device(lead)
    for (const [back, missing] of [
      [3, []],
      [2, [1]],
      [1, [3]],
      [0, [1, 1]],
    ] as const)
      await expect(
        lead.send('access.countPapers', { date, back, missing: [...missing], basedOnSeq: 0 }),
      ).rejects.toMatchObject({
        code: 'access.papersDoNotAddUp',
        details: { printed: 2 },
      })
    await lead.send('access.countPapers', { date, back: 1, missing: [2], basedOnSeq: 0 })
    expect(screen.store.all('paperCount')).toMatchObject([
      { date, printed: 2, back: 1, missing: [2], countedBy: '佐藤' },
    ])
    await lead.send('access.countPapers', { date, back: 2, missing: [], basedOnSeq: center.health.seq })
    expect(screen.store.all('paperCount')).toMatchObject([{ back: 2, missing: [] }])
    await expect(emi.send('access.countPapers', { date, back: 2, missing: [], basedOnSeq: 0 })).rejects.toMatchObject({
      code: 'core.notAllowed',
    })
  })
})
