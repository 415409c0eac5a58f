import { describe, expect, test } from 'vitest'
import { editScenario } from '#drills/editing/edit-scenario.ts'
import { bankNames, bankText } from '#drills/scenarios/bank.ts'
import { draftOf, fieldOf, type InjectDraft, writtenOf } from '#web/practice/inject-draft.ts'

const whole: InjectDraft = {
  ...draftOf(null),
  to: 'desk:needs',
  title: '電話',
  text: '鳴っています。',
  time: '930',
}

describe('an inject as it is typed', () => {
  test.each(bankNames())('is written back as every inject of %s stood', (name) => {
    const text = bankText(name) ?? ''
    for (const inject of editScenario(text, []).outline?.injects ?? []) {
      const { written } = writtenOf(draftOf(inject))
      if (!written) throw new Error(`${name} ${inject.key} is not whole`)
      const { key } = inject
      const again = editScenario(text, [{ edit: 'changeInject', key, inject: written }])
      expect(again.outline?.injects[inject.index]).toEqual(inject)
    }
  })

  test('reads times and numbers as people write them', () => {
    expect(writtenOf({ ...whole, answerWithin: '１５' }).written).toMatchObject({
      timing: { kind: 'at', clock: '09:30' },
      answerWithin: 15,
    })
    expect(writtenOf({ ...whole, day: '1', time: '8時半' }).written?.timing).toEqual({ kind: 'at', clock: '+1 08:30' })
  })

  test.each<[Partial<InjectDraft>, keyof InjectDraft]>([
    [{ to: '' }, 'to'],
    [{ title: ' ' }, 'title'],
    [{ time: 'あとで' }, 'time'],
    [{ timing: 'when', amount: 'たくさん' }, 'amount'],
    [{ timing: 'when', that: 'afterInject', amount: '5' }, 'other'],
    [{ answerWithin: 'すぐ' }, 'answerWithin'],
  ])('that is not whole says so beside the field: %j', (part, field) => {
    const { written, faults } = writtenOf({ ...whole, ...part })
    expect(written).toBeNull()
    expect(Object.keys(faults ?? {})).toEqual([field])
  })

  test.each([
    ['injects.3.at', 'time'],
    ['injects.12.when.inject', 'other'],
    ['injects.0.when.atLeast', 'amount'],
    ['injects.0.to.desk', 'to'],
    ['servedFrom', undefined],
    ['injects.0.key', undefined],
  ])('hears a fault of %s at its field', (path, field) => {
    expect(fieldOf(path)).toBe(field)
  })
})
