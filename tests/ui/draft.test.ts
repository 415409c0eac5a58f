import { expect, test } from 'vitest'
import { mergeDraft } from '#web/ui/draft.ts'

const initial = { name: '', people: 1, skills: ['car'], household: null, agreed: false }

test('what was typed comes back', () => {
  const kept = JSON.stringify({ ...initial, name: '金沢', skills: [], household: 'h1', agreed: true })
  expect(mergeDraft(kept, initial)).toEqual({ name: '金沢', people: 1, skills: [], household: 'h1', agreed: true })
})

test('entries that the form no longer has, or has otherwise, are left behind', () => {
  const kept = JSON.stringify({ name: 7, people: '2', skills: { a: 1 }, gone: 'x', constructor: 'y' })
  expect(mergeDraft(kept, initial)).toEqual(initial)
})

test.each([null, '', '{', 'null', '3', '"text"'])('a draft of %j is no draft', (kept) => {
  expect(mergeDraft(kept, initial)).toEqual(initial)
})

test('the initial value itself is never written on', () => {
  mergeDraft(JSON.stringify({ name: '金沢' }), initial)
  expect(initial.name).toBe('')
})
