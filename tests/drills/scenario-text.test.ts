import { describe, expect, test } from 'vitest'
import { readScenarioText } from '#drills/core/scenario-text.ts'
import { bankNames, bankText } from '#drills/scenarios/bank.ts'

const whole = bankText('first-day') ?? ''

/** The text with one piece changed, and the line that the change is on. */
function changed(piece: string, other: string): { text: string; line: number } {
  const at = whole.indexOf(piece)
  if (at < 0) throw new Error(`there is no ${piece}`)
  return { text: whole.replace(piece, other), line: whole.slice(0, at).split('\n').length }
}

const injected = (when: string) =>
  whole.replace(
    '\ninjects:\n',
    `
injects:
  - key: one
    to: controller
    title: ひとつめ
    text: ''
    when: { that: afterInject, inject: ${when}, minutes: 5 }
  - key: two
    to: controller
    title: ふたつめ
    text: ''
    when: { that: afterInject, inject: one, minutes: 5 }
`,
  )

describe('a scenario as a file', () => {
  test.each(bankNames())('%s of the bank can be played as it stands', (name) => {
    expect(readScenarioText(bankText(name) ?? '').places).toEqual([])
  })

  test.each([
    [
      'an unknown command',
      'command: center.setWifi',
      'command: center.dance',
      '「center.dance」という操作はありません',
    ],
    ['an impossible time', 'servedFrom: 09:10', 'servedFrom: 25:10', ''],
    [
      'a time outside the drill',
      'servedFrom: 09:10',
      'servedFrom: 05:10',
      '訓練の時間（07:40から16:30まで）にありません',
    ],
    [
      'weather of another time',
      '- { from: 13:00, words: 晴れ。風が強い',
      '- { from: 03:30, words: 晴れ。風が強い',
      '「03:30」は訓練の時間',
    ],
    ['a player who stops before the start', 'until: 12:30', 'until: 08:10', '「08:10」は「08:50」より後にしてください'],
    ['an expectation for after the end', 'clock: 15:00', 'clock: 23:30', '「23:30」は訓練の時間'],
    [
      'a day opened on another date',
      'date: 2026-12-05\n      receptionOpensAt',
      'date: 2026-12-09\n      receptionOpensAt',
      '「2026-12-09」は、その日の日付（2026-12-05）と違います',
    ],
    ['a return before the day', 'returnBy: 15:00', 'returnBy: 03:00', '「03:00」は「08:30」より後にしてください'],
    [
      'a call back for a time that is over',
      'returnBy: null',
      'returnBy: 12:10',
      '「12:10」は「13:00」より後にしてください',
    ],
    ['people sent home after the end', 'goHomeFrom: 15:10', 'goHomeFrom: 23:50', '「23:50」は訓練の時間'],
    ['a day closed before it begins', 'closesFrom: 15:40', 'closesFrom: 03:00', '「03:00」は訓練の時間'],
    ['a missing place', 'townId: namiki-1', 'townId: atlantis', '金沢区の町の一覧にありません'],
    ['a title longer than a drill takes', 'title: ', `title: ${'長'.repeat(80)}`, '80文字以下'],
    ['an unknown desk', '      - reception', '      - recepton', '「recepton」というデスクはありません'],
  ])('%s is refused with its line and a sentence', (_, piece, other, sentence) => {
    const { text, line } = changed(piece, other)
    const { places } = readScenarioText(text)
    expect(places[0]?.line).toBe(line)
    expect(places[0]?.sentence).toContain(sentence)
  })

  test('conditions that wait for each other are refused', () => {
    const { places } = readScenarioText(injected('two'))
    expect(places.map(({ sentence }) => sentence)).toContain('条件がひとまわりしています（one → two → one）。')
    expect(readScenarioText(injected('three')).places[0]?.sentence).toBe('「three」という状況付与がありません。')
  })

  test.each(['', ':', '- a\n- b', 'name: [', '名前: あ'])('nonsense is refused and never throws: %j', (text) => {
    expect(readScenarioText(text).places.length).toBeGreaterThan(0)
  })
})
