import { expect, test } from 'vitest'
import { lastLook, lookedAt, redone, type Steps, stepsFrom, stepTo, typedInto, undone } from '#web/practice/steps.ts'

const look = { outline: null, problems: [], quarters: [] }
const to = (steps: Steps, text: string) => stepTo(steps, { text, look })

test('what was done is taken back step by step, and done again', () => {
  const done = to(to(stepsFrom('a'), 'b'), 'c')
  expect(undone(done).now.text).toBe('b')
  expect(undone(undone(done)).now.text).toBe('a')
  expect(redone(undone(done)).now.text).toBe('c')
  const start = undone(undone(undone(done)))
  expect(start.now.text).toBe('a')
  expect(redone(redone(redone(start))).now.text).toBe('c')
})

test('whoever does something else after taking back cannot do the old again', () => {
  const other = to(undone(to(stepsFrom('a'), 'b')), 'x')
  expect(redone(other).now.text).toBe('x')
  expect(undone(other).now.text).toBe('a')
})

test('letters typed one after another are taken back together, but not what was done between', () => {
  const typed = typedInto(typedInto(stepsFrom('a'), 'ab'), 'abc')
  expect(undone(typed).now.text).toBe('a')
  const between = typedInto(to(typed, 'moved'), 'moved!')
  expect(undone(between).now.text).toBe('moved')
  expect(undone(undone(between)).now.text).toBe('abc')
})

test('a text that the server has not read yet shows what it said last', () => {
  const read = lookedAt(stepsFrom('a'), look)
  expect(lastLook(typedInto(read, 'ab'))).toBe(look)
  expect(lastLook(stepsFrom('a'))).toBeNull()
})

test('a long evening does not fill the memory', () => {
  let steps = stepsFrom('0')
  for (let step = 1; step <= 300; step++) steps = to(steps, String(step))
  expect(steps.past).toHaveLength(100)
  expect(undone(steps).now.text).toBe('299')
})
