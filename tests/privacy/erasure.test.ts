import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openCenter } from '#server/app.ts'
import { openDatabaseCopy } from '#server/database/open.ts'
import { oweErasures } from '#server/keeping/owe-erasures.ts'
import { eraseWhatCameBack } from '#server/privacy/erase-again.ts'
import { ErasedBook } from '#server/privacy/erased-book.ts'
import { reservations } from '#server/reservations/reservations.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import type { SubjectKind } from '#shared/privacy/erasure.ts'
import { Sender } from '#tests/support/center.ts'
import { Device } from '#tests/support/device.ts'
import { receptionForm } from '#tests/support/given.ts'
import { givenNeed } from '#tests/support/given-dispatch.ts'
import { caps, reservationDayForm, reservationForm } from '#tests/support/given-reservations.ts'
import { closeAfterTest } from '#tests/support/opened.ts'
import {
  canaries,
  givenCanaryHousehold,
  givenCanaryPerson,
  type Opened,
  openedOnDriver,
  whereCanaries,
} from './canary-center.ts'

/** A day with both a volunteer and a household full of canaries, everybody gone home. */
async function dayIsOver() {
  const opened = await openedOnDriver()
  const mate = receptionForm({ name: '残る 人' })
  await opened.phone.send('volunteers.checkIn', mate)
  const person = await givenCanaryPerson(opened)
  await opened.emi.send('volunteers.settleConsultation', { attendanceId: person.attendanceId })
  const household = await givenCanaryHousehold(opened, [person.attendanceId, mate.attendanceId])
  const attendanceIds = [person.attendanceId, mate.attendanceId]
  await opened.emi.send('reports.sendHome', { attendanceIds })
  return { opened, person, household, mate }
}

const because = 'asked' as const
const eraseOf = ({ lead }: Opened, kind: SubjectKind, id: string) => lead.send('privacy.erase', { kind, id, because })

test('after a volunteer and a household are erased, nothing of them is in any table or in the pages of the file', async () => {
  const { opened, person, household } = await dayIsOver()
  const before = await whereCanaries(opened.center)
  expect(before).toContain('event_input.input')
  expect(before).toContain('way_back.changes')
  await eraseOf(opened, 'person', person.personId)
  await eraseOf(opened, 'household', household.householdId)
  expect(await whereCanaries(opened.center)).toEqual([])
  const pages = opened.driver.serialize().toString('utf8')
  expect(canaries.filter((canary) => pages.includes(canary))).toEqual([])
})

test('what remains are rows without persons: counts, hours, towns and statuses stay as they were', async () => {
  const { opened, person, household } = await dayIsOver()
  const figures = async () => {
    const { rows } = await opened.center.db.executeQuery<Record<string, unknown>>(
      CompiledQuery.raw(`select (select count(*) from attendance where status = 'left') as people,
        (select sum(headcount) from report where status = 'accepted') as headcount,
        (select group_concat(status || coalesce(town_id, '-') || number) from need) as needs,
        (select group_concat(age_band || status || checked_in_at) from attendance) as ages,
        (select group_concat(started_at || ended_at || outcome) from report) as hours,
        (select group_concat(kind || at) from incident) as incidents`),
    )
    return rows
  }
  const before = await figures()
  await eraseOf(opened, 'person', person.personId)
  await eraseOf(opened, 'household', household.householdId)
  expect(await figures()).toEqual(before)
})

test('desks are told, and the one that stays keeps their name', async () => {
  const { opened, person, mate } = await dayIsOver()
  const desk = await Device.open(opened.center, opened.emi.actor)
  await eraseOf(opened, 'person', person.personId)
  const names = desk.store.all('attendance').map(({ name }) => name)
  expect(names).toContain(mate.name)
  expect(names).toContain('（消去済み）')
  expect(names.join()).not.toContain('カナリア')
  const [team] = desk.store.all('team')
  expect(team?.members.map(({ name }) => name)).toEqual(['（消去済み）', '残る 人'])
})

test('whoever is here now, and a home that still waits for work, are not erased', async () => {
  const opened = await openedOnDriver()
  const here = receptionForm()
  await opened.phone.send('volunteers.checkIn', here)
  await expect(eraseOf(opened, 'person', here.personId)).rejects.toMatchObject({ code: 'privacy.stillHere' })
  const need = await givenNeed(opened)
  await expect(eraseOf(opened, 'household', need.householdId)).rejects.toMatchObject({ code: 'privacy.stillOpen' })
})

test('a second hand is told that it is done, and nobody but the lead may', async () => {
  const { opened, person } = await dayIsOver()
  const act = { kind: 'person', id: person.personId, because } as const
  await expect(opened.emi.send('privacy.erase', act)).rejects.toMatchObject({ code: 'core.notAllowed' })
  await opened.lead.send('privacy.erase', act)
  await expect(opened.lead.send('privacy.erase', act)).rejects.toMatchObject({ code: 'privacy.erasedBefore' })
})

test('an act that a phone offers again to an older copy of the file brings nobody back', async () => {
  const opened = await openedOnDriver()
  const form = receptionForm({ name: '名前カナリア 一', nameKana: 'なまえかなりあ', address: '番地カナリア' })
  const subjects = [{ kind: 'person', id: form.personId }] as const
  const send = () =>
    new Sender(opened.center, { kind: 'system' }).send('privacy.eraseAgain', { subjects: [...subjects] })
  await send()
  await opened.phone.send('volunteers.checkIn', form)
  expect(await whereCanaries(opened.center)).toEqual([])
  expect(await attendances.get(opened.center.db, form.attendanceId)).toMatchObject({ status: 'waiting', number: 1 })
})

test('an older copy of the file forgets again, by the book of ids that lies beside it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sasae-erased-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const { opened, person, household } = await dayIsOver()
  const copy = opened.driver.serialize()
  const book = new ErasedBook()
  book.openIn(folder)
  await eraseOf(opened, 'person', person.personId)
  await eraseOf(opened, 'household', household.householdId)
  await eraseWhatCameBack(opened.center, book)
  expect((await readFile(join(folder, 'erased.txt'), 'utf8')).trim().split('\n')).toHaveLength(3)
  const restored = await openCenter({
    driver: openDatabaseCopy(copy),
    clock: opened.clock,
    kind: 'live',
    migrated: true,
  })
  closeAfterTest(restored)
  expect(await whereCanaries(restored)).not.toEqual([])
  await eraseWhatCameBack(restored, book)
  expect(await whereCanaries(restored)).toEqual([])
  await eraseWhatCameBack(restored, book)
  expect(restored.health.seq).toBe(opened.center.health.seq - 1)
})

test('a reservation of somebody who is erased gives its place to whoever waits', async () => {
  const opened = await openedOnDriver()
  const day = reservationDayForm({ caps: caps(1) })
  await opened.lead.send('reservations.openReservations', day)
  const form = receptionForm()
  const same = { name: form.name, nameKana: form.nameKana, phone: form.phone, birthDate: form.birthDate }
  const first = reservationForm(day.reservationDayId, same)
  const second = reservationForm(day.reservationDayId)
  for (const one of [first, second]) await opened.phone.send('reservations.reserve', one)
  await opened.phone.send('volunteers.checkIn', form)
  await opened.emi.send('reports.sendHome', { attendanceIds: [form.attendanceId] })
  await eraseOf(opened, 'person', form.personId)
  const status = async (id: string) => (await reservations.get(opened.center.db, id)).status
  expect([await status(first.reservationId), await status(second.reservationId)]).toEqual(['cancelled', 'booked'])
})

test('a copy that is restored owes what the file it replaces had erased, and pays at its opening', async () => {
  const { opened, person } = await dayIsOver()
  const copy = opened.driver.serialize()
  await eraseOf(opened, 'person', person.personId)
  const parts = { driver: openDatabaseCopy(copy), clock: opened.clock, kind: 'live', migrated: true } as const
  const restored = await openCenter(parts)
  closeAfterTest(restored)
  await oweErasures(restored.db, opened.center.db)
  await eraseWhatCameBack(restored, new ErasedBook())
  const found = await whereCanaries(restored)
  expect(found).toEqual(await whereCanaries(opened.center))
  expect(found).not.toContain('person.name')
})
