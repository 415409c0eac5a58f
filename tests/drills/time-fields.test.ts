import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { sideOfField } from '#drills/core/said-time-faults.ts'
import { clockOfDays, scenario } from '#drills/core/scenario.ts'
import { faultsOf } from '#drills/core/scenario-text.ts'
import { bankData, bankNames } from '#drills/scenarios/bank.ts'
import { commands } from '#shared/commands.ts'
import { date, instant, timeOfDay } from '#shared/core/fields.ts'

type Path = readonly string[]
type Schema = z.core.$ZodType

/** What a schema of this form holds further, by the key under which it does; `[]` is every entry of a list. */
function parts({ def }: z.core.$ZodType['_zod']): [string | null, Schema][] {
  const is = def as unknown as z.core.$ZodTypes['_zod']['def']
  if (is.type === 'object') return Object.entries(is.shape)
  if (is.type === 'array') return [['[]', is.element]]
  if (is.type === 'union') return is.options.map((option) => [null, option])
  if (is.type === 'pipe') return [[null, is.out]]
  return 'innerType' in is ? [[null, is.innerType as Schema]] : []
}

const times: readonly Schema[] = [clockOfDays, timeOfDay, date, instant]

/** Where a schema asks for a date or a time. */
function timeFields(schema: Schema, path: Path = []): Path[] {
  if (times.includes(schema)) return [path]
  return parts(schema._zod).flatMap(([key, inner]) => timeFields(inner, key === null ? path : [...path, key]))
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The first place of plain data that a field of the schema stands for. */
function placeOf(data: unknown, [key, ...rest]: Path): (string | number)[] | null {
  if (key === undefined) return typeof data === 'string' ? [] : null
  if (!isRecord(data)) return null
  const keys = key === '[]' ? Object.keys(data).map(Number) : [key]
  for (const one of keys) {
    const further = placeOf(data[one], rest)
    if (further) return [one, ...further]
  }
  return null
}

function changed(data: unknown, place: readonly (string | number)[], value: string): unknown {
  const copy = structuredClone(data)
  const inner = place.slice(0, -1).reduce<unknown>((at, key) => (isRecord(at) ? at[key] : at), copy)
  if (isRecord(inner)) inner[String(place.at(-1))] = value
  return copy
}

/** Days and times at which no scenario of the bank can have anything. */
const impossible = ['2020-01-01', '+6 23:59', '23:59', '00:01']

const bank = bankNames().map((name) => bankData(name))
const fields = new Map(timeFields(scenario).map((path) => [path.join('.'), path]))

/** The date of the day and its first moment are what every other time is held against. */
const isMeasure = (name: string) => ['date', 'startsAt'].includes(name)

/** What no scenario of the bank says is said in one of them here. */
function saying(name: string): unknown {
  const [first] = bank
  if (!isRecord(first)) return undefined
  const otherWay = { way: 'hold', reason: '見直しを待つ', reviewOn: '2027-12-31' }
  const group = { name: 'held', count: 1, from: '10:00', to: '10:30', towns: ['namiki-1'], jobs: [{ work: '片づけ' }] }
  const household = { name: '', nameKana: '', phone: '', considerations: '' }
  const asked = { wishedDate: '2027-12-31' }
  const said: Record<string, object> = {
    'callGroups.[].otherWay.reviewOn': { callGroups: [{ ...group, otherWay }] },
    'calls.[].asked.wishedDate': { calls: [{ name: 'wished', at: '10:00', asked, household, contact: {}, otherWay }] },
  }
  return { ...first, ...said[name] }
}

describe('every time in a scenario', () => {
  test('the walk over the schema finds them', () => {
    for (const name of ['endsAt', 'weather.[].from', 'players.[].goHomeFrom', 'injects.[].at', 'expectations.[].clock'])
      expect([...fields.keys()]).toContain(name)
  })

  test.each([...fields])('%s is refused where it cannot be', (name, path) => {
    const found = [saying(name), ...bank].flatMap((data) => {
      const place = placeOf(data, path)
      return place === null ? [] : [{ data, place }]
    })
    expect(found, 'no scenario says it, so that nobody knows whether it is looked at').not.toEqual([])
    const caught = found.some(({ data, place }) =>
      impossible.some((value) => {
        const faults = faultsOf(changed(data, place, value)).faults
        const hit = faults.find((fault) => isMeasure(name) || fault.path.join() === place.join())
        // That a time is written in another form is no rule about when it is.
        return hit !== undefined && !/無効|書いてください/.test(hit.sentence)
      }),
    )
    expect(caught).toBe(true)
  })
})

describe('every date and time in what a step of the staff says', () => {
  const ofStaff = Object.values(commands).filter(({ may }) => may.some((one) => one !== 'system' && one !== 'public'))

  test.each(ofStaff.map((command) => [command.name, command] as const))('%s', (_, { input }) => {
    const names = timeFields(input).map((path) => path.filter((key) => key !== '[]').at(-1) ?? '')
    expect(names.filter((name) => !(name in sideOfField))).toEqual([])
  })
})
