import { describe, expect, test } from 'vitest'
import { smallProfile } from '#shared/center/profiles/small.ts'
import { standardProfile } from '#shared/center/profiles/standard.ts'
import type { Need, SiteSurvey } from '#shared/needs/need.ts'
import { dispatchGateProblem, gateAfter, gateReasonsOf } from '#shared/needs/rules.ts'

const sound = { sticker: 'green', roofWork: false, survey: 'notNeeded' } as const
const met = (mayEnter: SiteSurvey['mayEnter']) => ({ met: true, mayEnter })
const notMet = { met: false, mayEnter: 'no' } as const

type Row = [
  string,
  Partial<Pick<Need, 'sticker' | 'roofWork' | 'survey'>>,
  Pick<SiteSurvey, 'met' | 'mayEnter'> | undefined,
  string[],
]

const rows: Row[] = [
  ['a sound house', {}, undefined, []],
  ['a house nobody has inspected', { sticker: 'notInspected' }, undefined, []],
  ['a red sticker', { sticker: 'red' }, undefined, ['redSticker']],
  ['a red sticker after a visit that says yes', { sticker: 'red', survey: 'needed' }, met('yes'), ['redSticker']],
  ['a yellow sticker', { sticker: 'yellow' }, undefined, ['yellowSticker']],
  ['roof work', { roofWork: true }, undefined, ['roofWork']],
  ['a survey that is needed', { survey: 'needed' }, undefined, ['surveyUnresolved']],
  ['a survey on which nobody was met', { survey: 'needed' }, notMet, ['surveyUnresolved']],
  ['a survey that says yes', { survey: 'needed' }, met('yes'), []],
  ['a survey that says yes with conditions', { survey: 'needed' }, met('conditional'), []],
  ['a survey that says no', { survey: 'needed' }, met('no'), ['mayNotEnter']],
  ['a survey undecided', { survey: 'unsure' }, undefined, ['surveyUnresolved']],
  [
    'everything at once',
    { sticker: 'red', roofWork: true, survey: 'needed' },
    undefined,
    ['redSticker', 'roofWork', 'surveyUnresolved'],
  ],
]

describe('why the gate is closed', () => {
  test.each(rows)('%s', (_name, need, survey, reasons) => {
    expect(gateReasonsOf({ ...sound, ...need }, survey, standardProfile.needs)).toEqual(reasons)
  })

  test('where a survey is no duty, an undecided one closes nothing', () => {
    expect(gateReasonsOf({ ...sound, survey: 'unsure' }, undefined, smallProfile.needs)).toEqual([])
    expect(gateReasonsOf({ ...sound, survey: 'needed' }, undefined, smallProfile.needs)).toEqual(['surveyUnresolved'])
  })
})

describe('an opening', () => {
  const opened: Need['gate'] = {
    closedBy: ['yellowSticker'],
    openedBy: '佐藤',

    openedAt: '2026-11-23T00:30:00.000Z',
  }

  test('holds while its reasons hold', () => {
    expect(gateAfter(opened, ['yellowSticker'])).toEqual(opened)
    expect(dispatchGateProblem({ number: 3, gate: opened })).toBeNull()
  })

  test('falls when another reason comes up, and when all are gone', () => {
    const worse = gateAfter(opened, ['redSticker'])
    expect(worse).toEqual({ closedBy: ['redSticker'], openedBy: null, openedAt: null })
    expect(dispatchGateProblem({ number: 3, gate: worse })?.details).toEqual({ number: 3, reasons: ['redSticker'] })
    expect(dispatchGateProblem({ number: 3, gate: gateAfter(opened, []) })).toBeNull()
  })
})
