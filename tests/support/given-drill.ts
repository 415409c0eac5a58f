import { newId } from '#shared/core/ids.ts'
import { Sender, testCenter } from '#tests/support/center.ts'

/** The names of what a small drill is made of, so that tests can point at it. */
export const drillIds = { heat: newId(), call: newId(), cardOne: newId(), cardTwo: newId(), allBack: newId() } as const

const card = { title: '一人暮らしの被災者', whatHappened: '床上まで水', knows: '', doesNotKnow: '', saysFirst: '' }

/** A drill that has begun: two injects, two cards of survivors, one expectation, every desk simulated. */
export async function givenDrill() {
  const set = await testCenter({ kind: 'drill' })
  const runner = new Sender(set.center, { kind: 'system' })
  const now = set.clock.now()
  await runner.send('practice.startDrill', {
    state: { scenarioName: 'small', title: '小さな訓練', seed: 1, endsAt: '2026-11-23T07:00:00.000Z', speed: 1 },
    seats: [{ id: newId(), deskName: 'reception', player: 'simulated' }],
    injects: [
      {
        id: drillIds.heat,
        key: 'heat',
        recipient: { kind: 'desk', deskName: 'lead' },
        title: '暑さ指数31',
        text: '外の活動を続けるかを決めてください。',
        script: '',
        dueAt: now,
        condition: '',
        answerWithin: 10,
      },
      {
        id: drillIds.call,
        key: 'call',
        recipient: { kind: 'phone', role: 'survivor' },
        title: '家の人がいない',
        text: '約束の時間に家にいません。',
        script: '',
        dueAt: null,
        condition: '班が着いたら',
        answerWithin: null,
      },
    ],
    cards: [
      { id: drillIds.cardOne, key: 'one', role: 'survivor', who: '潮見 よし', ...card },
      { id: drillIds.cardTwo, key: 'two', role: 'survivor', who: '洲崎 なみ', ...card },
    ],
    outcomes: [{ id: drillIds.allBack, key: 'allReturnedBy', title: '15時までに全員帰着', dueAt: null }],
  })
  return { ...set, runner }
}
