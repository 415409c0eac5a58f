import { expect, test } from 'vitest'
import { differences, wasSecond } from '#web/center/differences.ts'

const labels = { name: '氏名', skills: '特技', vehicle: '車', watch: '見守り' }
const theirs = { name: '金沢 花子', skills: ['介護'], vehicle: 'car', watch: true, secret: '1' }

test('both texts of each field that differs stand side by side, in words, and the other’s can be taken', () => {
  const mine = { ...theirs, name: '', skills: ['介護', '通訳'], watch: false, secret: '2' }
  const rows = differences({ mine, theirs, labels, values: { car: '乗用車' } })
  expect(rows.map(({ label, theirs: there, mine: here }) => [label, there, here])).toEqual([
    ['氏名', '金沢 花子', '（空）'],
    ['特技', '介護', '介護、通訳'],
    ['見守り', 'はい', 'いいえ'],
  ])
  expect({ ...mine, ...rows[0]?.taken }).toEqual({ ...mine, name: '金沢 花子' })
})

test('a refusal because somebody was quicker is told from every other', () => {
  const refused = (code: string) => wasSecond({ kind: 'refused', problem: { code, details: {} } })
  expect([
    refused('center.dayChangedMeanwhile'),
    refused('roster.changedMeanwhile'),
    refused('core.notAllowed'),
  ]).toEqual([true, true, false])
})
