import { describe, expect, test } from 'vitest'
import { type AttendanceStatus, attendanceStatuses, type Insurance } from '#shared/volunteers/attendance.ts'
import {
  actProblem,
  ageBandOf,
  guardianConsentOf,
  guardianConsentProblem,
  insuranceGap,
  insuranceOf,
  isCoveredEnough,
  letInProblem,
  type ReceptionAct,
} from '#shared/volunteers/rules.ts'

describe('insurance (field guide 2.10)', () => {
  test.each([
    ['the day after the procedure', '2026-11-22', false, '2026-11-23', '2027-03-31'],
    ['not yet on the day of the procedure', '2026-11-23', false, '2026-11-24', '2027-03-31'],
    ['at once in a large disaster', '2026-11-23', true, '2026-11-23', '2027-03-31'],
    ['until the 31st of March', '2026-03-30', false, '2026-03-31', '2026-03-31'],
    ['who joins on 31 March joins the next year', '2026-03-31', false, '2026-04-01', '2027-03-31'],
    ['at once on 31 March covers that one day', '2026-03-31', true, '2026-03-31', '2026-03-31'],
    ['from the first of April', '2026-04-01', true, '2026-04-01', '2027-03-31'],
    ['over a leap day', '2028-02-28', false, '2028-02-29', '2028-03-31'],
  ])('begins and ends: %s', (_, joinedOn, atOnce, effectiveFrom, validUntil) => {
    const said = { plan: 'basic', joinedOn } as const
    expect(insuranceOf(said, '2026-11-23', atOnce)).toMatchObject({ joinedOn, effectiveFrom, validUntil })
  })

  test('one whose day nobody remembers is taken to be in force', () => {
    const insurance = insuranceOf({ plan: 'basic', joinedOn: null }, '2026-11-23', false)
    expect(insurance).toMatchObject({ joinedOn: null, effectiveFrom: '2026-11-23' })
  })

  const insurance = (
    plan: Insurance['plan'],
    joinedOn: string | null,
    atOnce = false,
    verifiedBy: string | null = null,
  ) => insuranceOf({ plan, joinedOn }, '2026-11-23', atOnce, verifiedBy)

  test.each([
    ['covered by the basic plan after a flood', insurance('basic', '2026-05-01'), 'floodOrWind', null],
    ['an earthquake needs the 天災 plan', insurance('basic', '2026-05-01'), 'earthquake', 'wrongPlan'],
    ['covered by the 天災 plan', insurance('naturalDisaster', '2026-05-01'), 'earthquake', null],
    ['no insurance at all', insurance('none', null), 'floodOrWind', 'none'],
    ['joined this morning', insurance('basic', '2026-11-23'), 'floodOrWind', 'notYetEffective'],
    ['joined this morning in a large disaster', insurance('basic', '2026-11-23', true), 'floodOrWind', null],
    ['last year’s card', insurance('naturalDisaster', '2025-12-01'), 'earthquake', 'expired'],
  ] as const)('what is missing: %s', (_, held, hazard, gap) => {
    expect(insuranceGap(held, '2026-11-23', hazard)).toBe(gap)
  })

  test.each([
    ['joined here before staff', insurance('basic', '2026-11-23', false, '恵美'), true, true],
    ['joined here, where the center does not allow it', insurance('basic', '2026-11-23', false, '恵美'), false, false],
    ['says to have joined this morning', insurance('basic', '2026-11-23'), true, false],
    ['has none', insurance('none', null), true, false],
  ])('may be sent out: %s', (_, held, enrolmentOnTheSpot, fine) => {
    expect(isCoveredEnough(held, '2026-11-23', 'floodOrWind', { enrolmentOnTheSpot })).toBe(fine)
  })
})

describe('minors (field guide, section 8)', () => {
  test.each([
    ['18 today', '2008-11-23', 'missing', 'notNeeded'],
    ['18 tomorrow, approved', '2008-11-24', 'given', 'given'],
    ['senior high, not yet approved', '2009-05-01', 'missing', 'missing'],
    ['senior high who claims to need none', '2009-05-01', 'notNeeded', 'missing'],
    ['first year of junior high', '2014-04-01', 'given', 'given'],
    ['last year of primary: an approval is not enough', '2014-04-02', 'given', 'missing'],
    ['last year of primary, with a guardian', '2014-04-02', 'accompanied', 'accompanied'],
    ['before school', '2022-01-01', 'given', 'missing'],
  ] as const)('%s', (_, birthDate, said, recorded) => {
    expect(guardianConsentOf(said, birthDate, '2026-11-23')).toBe(recorded)
  })

  test.each([
    ['a grown-up needs none', '1990-04-01', 'given', 'volunteers.isGrownUp'],
    ['a primary pupil is accompanied', '2016-05-01', 'given', 'volunteers.mustBeAccompanied'],
    ['a primary pupil with a guardian', '2016-05-01', 'accompanied', undefined],
    ['a high-school pupil', '2009-05-01', 'given', undefined],
  ] as const)('recording: %s', (_, birthDate, said, code) => {
    expect(guardianConsentProblem(said, { number: 1 }, birthDate, '2026-11-23')?.code).toBe(code)
  })
})

test.each([
  ['2008-11-24', 'under18'],
  ['2008-11-23', '18-29'],
  ['1996-11-24', '18-29'],
  ['1996-11-23', '30s'],
  ['1960-01-01', '60s'],
  ['1956-11-24', '60s'],
  ['1956-11-23', '70andOver'],
  ['1930-01-01', '70andOver'],
])('someone born on %s is %s', (birthDate, band) => {
  expect(ageBandOf(birthDate, '2026-11-23')).toBe(band)
})

describe('what reception may do with someone’s day', () => {
  const allowed: Record<ReceptionAct, AttendanceStatus[]> = {
    startConsultation: ['waiting', 'centerWork'],
    settleConsultation: ['consulting'],
    cancelCheckIn: ['waitingListed', 'consulting', 'waiting', 'centerWork'],
    restoreCheckIn: ['cancelled'],
    letIn: ['waitingListed'],
    comeBack: ['left'],
    toCenterWork: ['waiting', 'returned'],
    waitAgain: ['centerWork'],
  }
  const acts = Object.keys(allowed) as ReceptionAct[]

  test.each(acts)('%s', (act) => {
    const fine = attendanceStatuses.filter((status) => actProblem(act, { id: 'a', number: 7, status }) === null)
    expect(fine.sort()).toEqual(allowed[act].sort())
  })

  test.each(acts)('%s never touches someone who is out or in a team', (act) => {
    expect(actProblem(act, { id: 'a', number: 7, status: 'out' })?.code).toBe('volunteers.stillOut')
    expect(actProblem(act, { id: 'a', number: 7, status: 'inTeam' })?.code).toBe('volunteers.inTeam')
  })

  test.each([
    ['the first, with a place free', 12, 99, 12, undefined],
    ['nobody remembered as first', 12, 99, null, undefined],
    ['not the first', 14, 99, 12, 'volunteers.othersAhead'],
    ['no place free', 12, 100, 12, 'volunteers.dayFull'],
  ])('letting in: %s', (_, number, admitted, firstWaiting, code) => {
    const places = { admitted, capacity: 100, firstWaiting }
    expect(letInProblem({ id: 'a', number, status: 'waitingListed' }, places)?.code).toBe(code)
  })
})
