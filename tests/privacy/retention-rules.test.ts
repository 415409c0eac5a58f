import { describe, expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import type { ErasureNotice } from '#shared/privacy/retention.ts'
import { addMonths, retentionStep, rosterDue } from '#shared/privacy/retention-rules.ts'
import { usualRetention } from '#shared/privacy/usual-retention.ts'

const notice = (wishes: Partial<ErasureNotice> = {}): ErasureNotice => ({
  id: newId(),
  what: 'activation',
  people: 3,
  households: 2,
  eraseOn: '2027-03-01',
  noticedOn: '2027-02-15',
  runningDays: 3,
  lastRunningOn: '2027-02-28',
  postponedTo: null,
  because: '',
  doneOn: null,
  ...wishes,
})

const due = { on: '2027-03-01', people: 3, households: 2 }
const nobody = { on: '2027-03-01', people: 0, households: 0 }
const opened = { on: null, people: 3, households: 2 }

const cases = [
  ['nothing is said before the two weeks', due, undefined, '2027-02-14', true, 'nothing'],
  ['two weeks before, it is announced', due, undefined, '2027-02-15', true, 'announce'],
  ['where nobody is left, nothing is announced', nobody, undefined, '2027-02-15', true, 'nothing'],
  ['a day on which the server ran is counted once', due, notice({ runningDays: 1 }), '2027-03-01', true, 'countDay'],
  ['and not twice', due, notice({ runningDays: 1, lastRunningOn: '2027-03-01' }), '2027-03-01', true, 'nothing'],
  ['nor without an hour of a steady clock', due, notice({ runningDays: 1 }), '2027-03-01', false, 'nothing'],
  ['on the day itself it is erased', due, notice(), '2027-03-01', true, 'erase'],
  ['but not in the hour after a start or a jump', due, notice(), '2027-03-01', false, 'nothing'],
  ['a clock set ahead by years erases nothing', due, notice({ runningDays: 0 }), '2037-03-01', true, 'countDay'],
  ['a clock set back before the notice takes it away', due, notice(), '2026-12-01', true, 'withdraw'],
  ['a center that goes on takes it away', opened, notice(), '2027-03-01', true, 'withdraw'],
  ['kept longer, it waits', due, notice({ postponedTo: '2027-06-01' }), '2027-03-02', true, 'countDay'],
  ['and not for ever', due, notice({ postponedTo: '2027-06-01' }), '2027-06-01', true, 'erase'],
  ['what is done is done', nobody, notice({ doneOn: '2027-03-01' }), '2027-03-02', true, 'nothing'],
] as const

describe('what the server erases by itself', () => {
  test.each(cases)('%s', (_name, subjects, standing, today, ranForAnHour, step) => {
    expect(retentionStep(subjects, standing, { today, ranForAnHour }).step).toBe(step)
  })

  test('a notice that comes late still leaves two weeks', () => {
    const late = retentionStep(due, undefined, { today: '2027-05-10', ranForAnHour: false })
    expect(late).toEqual({ step: 'announce', eraseOn: '2027-05-24' })
  })

  test('months end where their month ends, and the roster lives past its fiscal year', () => {
    expect([addMonths('2027-03-31', 6), addMonths('2027-12-15', 1)]).toEqual(['2027-09-30', '2028-01-15'])
    expect(rosterDue(2026, { id: newId(), ...usualRetention })).toBe('2027-09-30')
  })
})
