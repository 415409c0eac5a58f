import { describe, expect, test } from 'vitest'
import { readScenarioFile } from '#drills/core/read-scenario.ts'
import { editScenario } from '#drills/editing/edit-scenario.ts'
import { bankNames, bankText } from '#drills/scenarios/bank.ts'
import { Problem } from '#shared/core/problem.ts'
import type { ScenarioEdit, WrittenInject } from '#shared/practice/scenario-desk.ts'

const text = bankText('no-line-no-power') ?? ''
const edited = (...edits: ScenarioEdit[]) => editScenario(text, edits)
const injectIn = (changed: string, key: string) =>
  readScenarioFile(changed, 'x.yaml').injects.find((inject) => inject.key === key)

const call: WrittenInject = {
  recipient: { kind: 'phone', role: 'survivor' },
  title: 'もう一度かける',
  text: 'まだ来ないと電話してください。',
  script: 'いつ来てもらえますか。',
  timing: { kind: 'when', condition: { that: 'teamsOut', atLeast: 3 } },
  answerWithin: 10,
}

/** The refusal of an act, with its line and sentence. */
function refusalOf(act: () => unknown): Problem {
  try {
    act()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('nothing was refused')
}

/** Lines of one text that the other has not, as often as it has them. */
function linesOnlyIn(one: string, other: string): string[] {
  const rest = other.split('\n')
  return one.split('\n').filter((line) => {
    const place = rest.indexOf(line)
    if (place >= 0) rest.splice(place, 1)
    return place < 0
  })
}

describe('an edit of a scenario', () => {
  test('that moves an inject changes one line of the file, and no comment of its author', () => {
    const { text: changed } = edited({ edit: 'moveInject', key: 'sheets-run-out', clock: '08:55' })
    expect(linesOnlyIn(changed, text)).toEqual(['    at: 08:55'])
    expect(linesOnlyIn(text, changed)).toEqual(['    at: 08:45'])
    const comments = (whole: string) => whole.split('\n').filter((line) => line.trim().startsWith('#'))
    expect(comments(changed)).toEqual(comments(text))
  })

  test.each(bankNames())('leaves every other line of %s as it stood', (name) => {
    const whole = bankText(name) ?? ''
    const { text: changed, problems } = editScenario(whole, [{ edit: 'rename', name: 'ours', title: 'うちの訓練' }])
    expect(problems).toEqual([])
    expect(linesOnlyIn(changed, whole).toSorted()).toEqual(['name: ours', 'title: うちの訓練'])
  })

  test('that adds an inject writes every field of it as the bank does', () => {
    const { text: changed, outline } = edited({ edit: 'addInject', inject: call })
    expect(injectIn(changed, 'added-9')).toEqual({
      key: 'added-9',
      to: { phone: 'survivor' },
      title: 'もう一度かける',
      text: 'まだ来ないと電話してください。',
      script: 'いつ来てもらえますか。',
      when: { that: 'teamsOut', atLeast: 3 },
      answerWithin: 10,
    })
    expect(changed).toContain('    to: { phone: survivor }\n')
    expect(outline?.injects.at(-1)).toMatchObject({ ...call, condition: '3班が出ているとき' })
  })

  test('that changes an inject leaves what the form does not show, and the order of its fields', () => {
    const inject: WrittenInject = {
      ...call,
      recipient: { kind: 'desk', deskName: 'needs' },
      script: '',
      answerWithin: 20,
    }
    const { text: changed } = edited({ edit: 'changeInject', key: 'runner-from-base', inject })
    const runner = injectIn(changed, 'runner-from-base')
    expect(runner).toMatchObject({ title: call.title, script: '', when: { that: 'teamsOut', atLeast: 3 } })
    expect(runner?.at).toBeUndefined()
    expect(runner?.reaction?.by).toBe('松風 聴')
    const lines = changed.split('\n')
    const from = lines.indexOf('  - key: runner-from-base')
    const fields = lines.slice(from + 1, from + 7).map((line) => line.trim().split(':')[0])
    expect(fields).toEqual(['to', 'title', 'text', 'when', 'answerWithin', 'reaction'])
  })

  test('that gives a waiting inject a time takes its condition away, and back', () => {
    const timed = edited({ edit: 'moveInject', key: 'aftershock', clock: '10:00' })
    expect(injectIn(timed.text, 'aftershock')).toMatchObject({ at: '10:00' })
    expect(injectIn(timed.text, 'aftershock')?.when).toBeUndefined()
    const byHand = editScenario(timed.text, [
      { edit: 'changeInject', key: 'aftershock', inject: { ...call, timing: { kind: 'byHand' } } },
    ])
    expect(injectIn(byHand.text, 'aftershock')?.at).toBeUndefined()
    expect(byHand.outline?.injects.find(({ key }) => key === 'aftershock')?.timing).toEqual({ kind: 'byHand' })
  })

  test('that removes an inject takes it and nothing else out, and the load is told anew', () => {
    const { text: changed, quarters } = edited({ edit: 'removeInject', key: 'hq-asks' })
    expect(injectIn(changed, 'hq-asks')).toBeUndefined()
    expect(readScenarioFile(changed, 'x.yaml').injects).toHaveLength(7)
    const injectsAt = (all: typeof quarters) => all.find(({ clock }) => clock === '09:00')?.injects
    expect(injectsAt(editScenario(text, []).quarters)).toBe(1)
    expect(injectsAt(quarters)).toBe(0)
  })

  test.each<[string, ScenarioEdit, string, RegExp]>([
    [
      'a time that no clock has',
      { edit: 'moveInject', key: 'hq-asks', clock: '25:00' },
      'injects.3.at',
      /時刻は 08:30 のように/,
    ],
    [
      'a time outside the drill',
      { edit: 'moveInject', key: 'hq-asks', clock: '18:00' },
      'injects.3.at',
      /「18:00」は訓練の時間（08:00から16:30まで）にありません/,
    ],
    [
      'an inject that another one waits for',
      { edit: 'removeInject', key: 'aftershock' },
      'injects.6.when.inject',
      /「「うちもお願い」」が、これの出るのを待っています/,
    ],
    [
      'an inject whose answer is expected',
      { edit: 'removeInject', key: 'power-back' },
      'expectations.8.inject',
      /期待すること「状況付与に答える」が、これへの答えを見ています/,
    ],
    [
      'a circle of conditions',
      {
        edit: 'changeInject',
        key: 'aftershock',
        inject: {
          ...call,
          timing: { kind: 'when', condition: { that: 'afterInject', inject: 'extra-job', minutes: 5 } },
        },
      },
      'injects.5.when',
      /条件がひとまわりしています/,
    ],
    [
      'a desk that is nowhere',
      { edit: 'addInject', inject: { ...call, recipient: { kind: 'desk', deskName: 'kitchen' } } },
      'injects.8.to.desk',
      /「kitchen」というデスクはありません/,
    ],
  ])('that would make %s is refused with line and sentence', (_, edit, path, sentence) => {
    const { code, details } = refusalOf(() => edited(edit))
    expect(code).toBe('practice.editUnfit')
    expect(details).toMatchObject({ path })
    expect(Reflect.get(details, 'sentence')).toMatch(sentence)
    expect(Reflect.get(details, 'line')).toBeGreaterThan(text.split('\n').indexOf('injects:'))
  })

  test('says the line of the very place', () => {
    const { details } = refusalOf(() => edited({ edit: 'moveInject', key: 'hq-asks', clock: '18:00' }))
    const line = text.split('\n').indexOf('    at: 09:05') + 1
    expect(details).toMatchObject({ line })
    const removing = refusalOf(() => edited({ edit: 'removeInject', key: 'aftershock' }))
    const waits = text.split('\n').findIndex((each) => each.includes('afterInject, inject: aftershock')) + 1
    expect(removing.details).toMatchObject({ line: waits })
  })

  test('in a text that is to be mended elsewhere is made, and what was to be mended stays so', () => {
    const broken = text.replace('servedFrom: 08:15', 'servedFrom: 05:15')
    const { problems } = editScenario(broken, [{ edit: 'moveInject', key: 'hq-asks', clock: '10:00' }])
    expect(problems.map(({ path }) => path)).toEqual(['servedFrom'])
    expect(refusalOf(() => editScenario(broken, [{ edit: 'moveInject', key: 'hq-asks', clock: '18:00' }])).code).toBe(
      'practice.editUnfit',
    )
  })

  test('of an inject that is no longer there, or in a text that cannot be read, is refused', () => {
    expect(refusalOf(() => edited({ edit: 'removeInject', key: 'gone' })).code).toBe('practice.entryNotInText')
    for (const nonsense of ['name: [', 'a: *b', '- a']) {
      const unreadable = () => editScenario(nonsense, [{ edit: 'rename', name: 'x', title: 'x' }])
      expect(refusalOf(unreadable).code).toBe('practice.scenarioUnfit')
    }
  })

  test.each(['', ':', '- a\n- b', 'name: [', '名前: あ', 'a: *b', 'a: &a [*a, *a]', 'injects: [1, {}, null]'])(
    'is not asked of nonsense, which is looked at and never throws: %j',
    (nonsense) => {
      expect(editScenario(nonsense, []).problems.length).toBeGreaterThan(0)
    },
  )

  test('makes the first inject of a file that had none', () => {
    const none = text
      .replace(/injects:[\s\S]*?(?=\n# 役割カード)/, '')
      .replace(/ {2}- \{ check: injectAnswered, .*\n/, '')
    const { text: changed, outline } = editScenario(none, [{ edit: 'addInject', inject: call }])
    expect(outline?.injects.map(({ key }) => key)).toEqual(['added-1'])
    expect(readScenarioFile(changed, 'x.yaml').injects).toHaveLength(1)
  })
})

test('the outline names desks, and an inject that waits for another by its title', () => {
  const { outline } = editScenario(text, [])
  expect(outline?.desks).toContain('reception')
  expect(outline?.injects.find(({ key }) => key === 'extra-job')?.condition).toBe('「余震」から20分たったとき')
  const small = editScenario(bankText('growing') ?? '', []).outline
  expect(small?.desks[0]).not.toBe('')
})
