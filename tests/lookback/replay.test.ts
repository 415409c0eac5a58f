import { expect, test } from 'vitest'
import { scoreOf } from '#shared/lookback/score.ts'
import { shownHistory } from '#shared/lookback/shown.ts'
import { closed, figureIn, historyOf, smallDay } from '#tests/support/small-day.ts'
import { leadAudiences } from '#tests/support/walk-figures.ts'
import { queueCounts } from '#web/lookback/queue-counts.ts'
import { Replay } from '#web/lookback/replay.ts'
import { goToSeq, openReplay, playing, replay, shownAt, step } from '#web/lookback/replay-state.ts'

async function day() {
  const small = await smallDay()
  await closed(small)
  const history = await historyOf(small)
  return { small, history: shownHistory(history, leadAudiences), score: scoreOf(history) }
}

test('at every moment the replay shows what desks held, forward and back alike', async () => {
  const { small, history } = await day()
  const [forward, back] = [new Replay(history), new Replay(history)]
  const said = ({ store }: Replay) =>
    JSON.stringify([store.all('need'), store.all('team'), store.all('attendance'), queueCounts(store)])
  const seen: string[] = []
  for (let count = 1; count <= history.moments.length; count++) {
    forward.show(count)
    seen.push(said(forward))
  }
  for (let count = history.moments.length; count >= 1; count--) {
    back.show(count)
    expect(JSON.parse(said(back))).toEqual(JSON.parse(seen[count - 1] ?? ''))
  }
  const desk = await small.device(small.lead)
  const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id)
  expect([...forward.store.all('attendance')].sort(byId)).toEqual([...desk.store.all('attendance')].sort(byId))
  expect(new Set(seen).size).toBeGreaterThan(8)
})

test('a figure leads to the moment behind it, and from there one act on and back', async () => {
  const { history, score } = await day()
  openReplay(history)
  const [seq = 0] = figureIn(score, 'dispatchToDone').seqs
  goToSeq(seq)
  const open = replay.value
  expect(open?.store.all('need').map(({ status }) => status)).toEqual(['completed'])
  step(-1)
  expect(open?.store.all('need').map(({ status }) => status)).toEqual(['inProgress'])
  expect(open?.seq).toBeLessThan(seq)
  step(1)
  expect(open?.seq).toBe(seq)
  expect(playing.value).toBe(false)
  expect(shownAt.value).toBe(Date.parse(history.moments.find((one) => one.seq === seq)?.at ?? ''))
})
