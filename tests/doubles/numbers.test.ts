import { expect, test } from 'vitest'
import { tagCode } from '#shared/core/check-digit.ts'
import { testCenter } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { givenMerge } from '#tests/support/given-doubles.ts'
import { store } from '#web/core/store.ts'
import { narrowPeople, waitingPeople } from '#web/dispatch/selectors.ts'
import { search } from '#web/reports/selectors.ts'
import { attendanceOfTag, otherNumbersSentence, todaysAttendances } from '#web/volunteers/selectors.ts'

const mergePersons = 'doubles.mergePersons'

/** Three check-ins of one person, and what a desk's screens find by each of the numbers. */
async function given() {
  const desks = await testCenter()
  // No digit in a name: the dispatch desk finds people by their names as well as by their numbers.
  const named = (name: string) => receptionForm({ name })
  const forms = [named('金沢 花子'), named('金沢 葉子'), named('金沢 桃子')] as const
  for (const form of forms) await desks.phone.send('volunteers.checkIn', form)
  const look = async () => {
    // The screens of this page read the page's own store.
    const desk = await desks.device(desks.emi)
    store.clear()
    const records = (['center', 'day', 'attendance', 'merge', 'team'] as const).flatMap((kind) =>
      desk.store.all(kind).map((record) => ({ kind, record })),
    )
    store.takeIn({ seq: 1, audiences: ['everyone', 'staff'], records, gone: [] }, true)
    const [day] = store.all('day')
    return [1, 2, 3].map((number) => ({
      reception: attendanceOfTag(todaysAttendances(), tagCode(day?.number ?? 0, number))?.number,
      back: search(tagCode(day?.number ?? 0, number)).map((one) => (one.kind === 'person' ? one.person.number : 0))[0],
      dispatch: narrowPeople(waitingPeople(store), { words: String(number), marks: [] }).map((one) => one.number)[0],
    }))
  }
  const merge = ([kept, merged]: readonly [0 | 1 | 2, 0 | 1 | 2]) =>
    givenMerge(desks.emi, desks.center, mergePersons, [forms[kept].personId, forms[merged].personId])
  return { ...desks, forms, look, merge }
}

const all = (number: number) => ({ reception: number, back: number, dispatch: number })

test('the number of a check-in that a merge cancelled leads every desk to the one that stands, which says so', async () => {
  const { emi, look, merge } = await given()
  expect(await look()).toEqual([all(1), all(2), all(3)])
  const mergeId = await merge([0, 1])
  expect(await look()).toEqual([all(1), all(1), all(3)])
  const [standing] = todaysAttendances().filter(({ number }) => number === 1)
  expect(standing && otherNumbersSentence(standing)).toContain('2番は、同じ人の1番にまとめました')
  await emi.send('doubles.unmerge', { mergeId })
  expect(await look()).toEqual([all(1), all(2), all(3)])
  const [again] = todaysAttendances().filter(({ number }) => number === 1)
  expect(again && otherNumbersSentence(again)).toBeNull()
})

test('merged on, all numbers lead to the last; each un-merge gives back one', async () => {
  const { emi, look, merge } = await given()
  const first = await merge([1, 2])
  const second = await merge([0, 1])
  expect(await look()).toEqual([all(1), all(1), all(1)])
  await emi.send('doubles.unmerge', { mergeId: second })
  expect(await look()).toEqual([all(1), all(2), all(2)])
  await emi.send('doubles.unmerge', { mergeId: first })
  expect(await look()).toEqual([all(1), all(2), all(3)])
})

test('a number is never given again: who checks in after a merge or an un-merge gets the next one', async () => {
  const { emi, phone, forms, merge, device } = await given()
  const mergeId = await merge([0, 1])
  const fourth = receptionForm()
  await phone.send('volunteers.checkIn', fourth)
  await emi.send('doubles.unmerge', { mergeId })
  const fifth = receptionForm()
  await phone.send('volunteers.checkIn', fifth)
  const desk = await device(emi)
  const numberOf = ({ attendanceId }: typeof fourth) => desk.store.get('attendance', attendanceId)?.number
  expect([...forms, fourth, fifth].map(numberOf)).toEqual([1, 2, 3, 4, 5])
})
