import { describe, expect, test } from 'vitest'
import { Pseudonyms } from '#server/lookback/pseudonyms.ts'
import { newId } from '#shared/core/ids.ts'
import { broughtAlong } from '#shared/readiness/brought-along.ts'
import type { CheckItem } from '#shared/readiness/check-item.ts'
import type { OpenIssue } from '#shared/readiness/open-issue.ts'
import { issuesOfDrill } from '#shared/readiness/rules.ts'
import { Sender, testCenter } from '#tests/support/center.ts'
import { decisionForm, issueForm, itemForm, stockForm } from '#tests/support/given-readiness.ts'

const drill = { title: '暑い日', heldOn: '2026-11-23' }
const done = { doneAt: '2026-11-23T03:00:00.000Z', doneBy: '佐藤' }

function issue(fields: Partial<OpenIssue> = {}): OpenIssue {
  const said = { text: '列が分かれていない', source: '', who: '', until: null, drill: null, fromBefore: false }
  const open = { addedAt: '2026-11-23T01:00:00.000Z', addedBy: '佐藤', doneAt: null, doneBy: '' }
  return { id: newId(), ...said, ...open, ...fields }
}

function item(fields: Partial<CheckItem> = {}): CheckItem {
  const { itemId, basedOnSeq: _, ...said } = itemForm()
  return { id: itemId, key: '', rank: 0, doneAt: null, doneBy: '', removedAt: null, ...said, ...fields }
}

describe('what a drill begins with from the center that holds it', () => {
  test('is its lists in their order without what was put away, nothing done yet', () => {
    const items = [
      item({ text: '二番目', rank: 1, ...done }),
      item({ text: '一番目', key: 'lines-power' }),
      item({ removedAt: done.doneAt }),
    ]
    const brought = broughtAlong('2026-11-23', items, [])
    expect(brought.items.map(({ text, key }) => [text, key])).toEqual([
      ['一番目', 'lines-power'],
      ['二番目', ''],
    ])
    expect(JSON.stringify(brought)).not.toContain('佐藤')
  })

  test('names nobody: a desk stays, a person and what was settled do not', () => {
    const items = [
      item({ who: '総務' }),
      item({ who: '鈴木 一郎', asks: '鍵を持つ人', settled: '鈴木 一郎 090-0000-0000' }),
    ]
    const issues = [issue({ who: '鈴木 一郎', source: '鈴木 一郎さんから', drill }), issue({ who: '受付' })]
    const brought = broughtAlong('2026-11-23', items, issues)
    expect(brought.items.map(({ who }) => who)).toEqual(['総務', ''])
    expect(brought.items[1]?.settled).toContain('決まっています')
    expect(brought.issues.map(({ who }) => who)).toEqual(['', '受付'])
    expect(brought.issues[0]?.drill).toEqual(drill)
    expect(JSON.stringify(brought)).not.toContain('鈴木')
    expect(JSON.stringify(brought)).not.toContain('090')
  })

  test('has of the issues those that are open', () => {
    const [open, settled] = [issue(), issue(done)]
    expect(broughtAlong('2026-11-23', [], [open, settled]).issues.map(({ id }) => id)).toEqual([open.id])
  })
})

describe('what of a drill’s issues comes to the center that held it', () => {
  const atHome = issue()
  test.each([
    ['one that the drill showed', issue(), 'fresh'],
    ['not one that the drill settled itself', issue(done), ''],
    ['not one that was taken over before', atHome, ''],
    ['of those from before, one that was dealt with', { ...atHome, fromBefore: true, ...done }, 'dealtWith'],
    ['not one from before that is still open', { ...atHome, fromBefore: true }, ''],
    ['not one from before that the center does not know', issue({ fromBefore: true, ...done }), ''],
    ['nor where that one is still open', issue({ fromBefore: true }), ''],
  ])('%s', (_, inDrill, where) => {
    const { fresh, dealtWith } = issuesOfDrill([inDrill], [atHome])
    expect([fresh.length, dealtWith.length]).toEqual([where === 'fresh' ? 1 : 0, where === 'dealtWith' ? 1 : 0])
  })

  test('not one that was settled at home meanwhile', () => {
    const here = { ...atHome, ...done }
    expect(issuesOfDrill([{ ...here, fromBefore: true }], [here]).dealtWith).toEqual([])
  })
})

test('a sealed drill’s set-up room has desks and no people in it', () => {
  const sealed = new Pseudonyms()
  const { decisionId: _, ...decision } = decisionForm({ askedBy: '区長 山田', present: '山田・鈴木' })
  const kept = [
    sealed.of('readiness.recordDecision', decision),
    sealed.of('readiness.addIssue', issueForm({ who: '鈴木' })),
    sealed.of('readiness.adoptLists', {
      items: [
        { who: '総務', settled: '鈴木 090' },
        { who: '鈴木', settled: '' },
      ],
    }),
  ]
  expect(JSON.stringify(kept)).not.toMatch(/山田|鈴木|090/)
  // A thing of the stock has a name as well.
  expect(sealed.of('readiness.writeStock', stockForm())).toMatchObject({ name: '角スコップ' })
  expect(kept[2]).toMatchObject({ items: [{ who: '総務' }, { who: '' }] })
})

describe('issues of a drill', () => {
  const form = issueForm({ source: '' })
  const said = { issueId: form.issueId, text: form.text, source: '', who: '受付', until: null }

  test('are taken over once, say which drill showed them, and settle what it dealt with', async () => {
    const { lead, ben, device } = await testCenter({ day: false })
    const before = issueForm()
    await lead.send('readiness.addIssue', before)
    const act = { drill, issues: [said], dealtWith: [before.issueId] }
    await expect(ben.send('readiness.takeOverIssues', act)).rejects.toMatchObject({ code: 'core.notAllowed' })
    await lead.send('readiness.takeOverIssues', act)
    const desk = await device(lead)
    expect(desk.store.get('openIssue', said.issueId)).toMatchObject({ drill, addedBy: '佐藤', doneAt: null })
    expect(desk.store.get('openIssue', before.issueId)).toMatchObject({ doneBy: '佐藤' })

    // What became of them since stays: a second sending changes nothing.
    await lead.send('readiness.settleIssue', { issueId: said.issueId })
    await lead.send('readiness.reopenIssue', { issueId: before.issueId })
    await lead.send('readiness.settleIssue', { issueId: before.issueId })
    const seqs = [said.issueId, before.issueId].map((id) => desk.store.seqOf('openIssue', id))
    await lead.send('readiness.takeOverIssues', act)
    expect([said.issueId, before.issueId].map((id) => desk.store.seqOf('openIssue', id))).toEqual(seqs)
    expect(desk.store.all('openIssue')).toHaveLength(2)
    await expect(
      lead.send('readiness.takeOverIssues', { drill, issues: [], dealtWith: [newId()] }),
    ).rejects.toMatchObject({ code: 'core.notFound' })
  })

  test('that were open before are known as such in the drill, and keep the drill that showed them', async () => {
    const { center, lead, device } = await testCenter({ kind: 'drill', day: false })
    await new Sender(center, { kind: 'system' }).send('readiness.addIssue', { ...said, drill, fromBefore: true })
    const desk = await device(lead)
    expect(desk.store.get('openIssue', said.issueId)).toMatchObject({ drill, fromBefore: true, addedBy: '' })
  })
})
