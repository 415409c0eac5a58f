import { expect, test } from 'vitest'
import { commands } from '#shared/commands.ts'
import { newId } from '#shared/core/ids.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { typedLines } from '#web/shell/typed-lines.ts'
import { actName } from '#web/texts/act-names.ts'

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u

test('every act has a name of its own, in Japanese', () => {
  const names = Object.values(commands).map(({ name }) => actName(name))
  expect(names.filter((name) => !japanese.test(name))).toEqual([])
  expect(new Set(names).size).toBe(names.length)
  expect(actName('center.somethingOld')).toBe('まえの版の操作')
})

test('what was typed reads as on the form', () => {
  const form = needForm({ asked: { survey: 'needed', urgent: true }, contact: { townId: 'okawa' } })
  const lines = typedLines(form)
  expect(lines).toContainEqual({ label: '現地調査', value: '必要' })
  expect(lines).toContainEqual({ label: '町', value: '大川' })
  expect(lines).toContainEqual({ label: '急ぎ', value: '○' })
  expect(lines).toContainEqual({ label: '困っている世帯の名前', value: form.household?.name })
  expect(typedLines({ reason: '暑さ', noticeId: newId() })).toEqual([{ label: '理由', value: '暑さ' }])
})

test('ids, PINs, passwords and links are never shown', () => {
  const inputs = [
    needForm(),
    receptionForm(),
    { staffId: newId(), pin: '123456' },
    { ssid: 'sasae', password: 'naisho' },
  ]
  const shown = inputs.flatMap((input) => typedLines(input)).map(({ value }) => value)
  expect(shown.filter((value) => /[0-9a-f]{8}-|^[0-9a-f]{32}$|123456|naisho/.test(value))).toEqual([])
  expect(typedLines({ teamId: newId(), attendanceIds: [newId()] })).toEqual([])
})
