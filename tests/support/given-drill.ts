import type { Center } from '#server/core/center.ts'
import { newId } from '#shared/core/ids.ts'
import { Sender, testCenter } from '#tests/support/center.ts'
import type { InputOf } from '#web/core/send.ts'

/** The names of what a small drill is made of, so that tests can point at it. */
export const drillIds = {
  heat: newId(),
  call: newId(),
  cardOne: newId(),
  cardTwo: newId(),
  allBack: newId(),
  ringing: newId(),
} as const

const card = { title: '一人暮らしの被災者', whatHappened: '床上まで水', knows: '', doesNotKnow: '', saysFirst: '' }

/** A drill that has begun: two injects, two cards of survivors, one expectation, every desk simulated. */
export async function givenDrill() {
  const set = await testCenter({ kind: 'drill' })
  return { ...set, runner: await beginDrill(set.center, set.clock.now()) }
}

type Given = InputOf<'practice.startDrill'>['injects'][number]

/** Somebody calls the needs desk, when the controller's hand says so; the answer is wanted within five minutes. */
export const ringingCall: Given = {
  id: drillIds.ringing,
  key: 'ringing',
  recipient: { kind: 'desk', deskName: 'needs' },
  title: '電話: 床下の泥',
  text: '高齢の女性から電話です。聞き取って依頼の様式に入れてください。',
  script: 'もしもし、うちの床下に泥が入って困っています。釜利谷東の潮見です。',
  dueAt: null,
  condition: '',
  answerWithin: 5,
}

/** Begins the same in a drill's center that stands already. */
export async function beginDrill(center: Center, now: string, more: readonly Given[] = []): Promise<Sender> {
  const runner = new Sender(center, { kind: 'system' })
  await runner.send('practice.startDrill', {
    state: {
      scenarioName: 'small',
      title: '小さな訓練',
      seed: 1,
      endsAt: '2026-11-23T07:00:00.000Z',
      speed: 1,
      weather: [{ from: now, words: '晴れ', wbgt: 31, rainMm: 0 }],
    },
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
      ...more,
    ],
    cards: [
      { id: drillIds.cardOne, key: 'one', role: 'survivor', who: '潮見 よし', ...card },
      { id: drillIds.cardTwo, key: 'two', role: 'survivor', who: '洲崎 なみ', ...card },
    ],
    outcomes: [{ id: drillIds.allBack, key: 'allReturnedBy', title: '15時までに全員帰着', dueAt: null }],
  })
  return runner
}
