import { describe, expect, test } from 'vitest'
import { readScenarioFile } from '#drills/core/read-scenario.ts'
import { bankText } from '#drills/scenarios/bank.ts'
import { addInject, moveInject, readTimeline, removeInject, renameScenario } from '#web/practice/scenario-editing.ts'

const text = bankText('heat-day') ?? ''
const injectAt = (changed: string, key: string) =>
  readScenarioFile(changed, 'x.yaml').injects.find((inject) => inject.key === key)

describe('a scenario that is edited on its timeline', () => {
  test('shows its injects with the minutes of their time, and without those that wait for something', () => {
    const timeline = readTimeline(text)
    expect(timeline?.name).toBe('heat-day')
    expect(timeline?.injects.find(({ key }) => key === 'not-well')).toMatchObject({ minutes: 8 * 60 + 50 })
    expect(timeline?.injects.find(({ key }) => key === 'leaflet')).toMatchObject({ minutes: null })
  })

  test('moves an inject, and one that waited for something then comes by the clock', () => {
    const indexOf = (key: string) => readTimeline(text)?.injects.find((one) => one.key === key)?.index ?? -1
    expect(injectAt(moveInject(text, indexOf('not-well'), 9 * 60 + 5), 'not-well')).toMatchObject({ at: '09:05' })
    const moved = injectAt(moveInject(text, indexOf('leaflet'), 10 * 60), 'leaflet')
    expect(moved).toMatchObject({ at: '10:00' })
    expect(moved?.when).toBeUndefined()
  })

  test('stays a scenario with an inject more and one less, under its new name', () => {
    const more = addInject(text, { to: 'needs', title: '電話', text: '鳴っています。', minutes: 615 })
    const [first] = readTimeline(text)?.injects ?? []
    const less = removeInject(more, first?.index ?? -1)
    const scenario = readScenarioFile(renameScenario(less, 'our-heat', '暑い日（うちの版）'), 'x.yaml')
    expect(scenario).toMatchObject({ name: 'our-heat', title: '暑い日（うちの版）' })
    expect(scenario.injects.at(-1)).toMatchObject({ to: { desk: 'needs' }, title: '電話', at: '10:15' })
    expect(scenario.injects.some(({ key }) => key === first?.key)).toBe(false)
  })

  test('keeps what its author wrote beside it', () => {
    const commented = text.replace('injects:', '# 市の担当と相談して決めた。\ninjects:')
    expect(moveInject(commented, 1, 540)).toContain('# 市の担当と相談して決めた。')
  })

  test('is not shown where the text cannot be read', () => {
    expect(readTimeline('name: [')).toBeNull()
  })
})
