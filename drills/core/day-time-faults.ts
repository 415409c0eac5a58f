import { actFaults } from '#drills/core/said-time-faults.ts'
import type { Scenario } from '#drills/core/scenario.ts'
import type { Fault } from '#drills/core/scenario-fault.ts'
import { openDay } from '#shared/center/commands.ts'
import { hoursProblem } from '#shared/center/rules.ts'
import { addDays } from '#shared/core/time.ts'
import { minutesOf } from '#shared/practice/scenario-clock.ts'

const minutesOfDay = 24 * 60

/** A day is opened on its own date, and its hours are in order. */
function openedFaults({ date }: Scenario, { at, input }: Scenario['steps'][number], path: Fault['path']): Fault[] {
  const hours = openDay.input.pick({ date: true, receptionOpensAt: true, receptionClosesAt: true, returnBy: true })
  const { data } = hours.safeParse(input)
  if (!data) return []
  const today = addDays(date, Math.floor(minutesOf(at) / minutesOfDay))
  const { receptionOpensAt: from, receptionClosesAt: to } = data
  const faults: Fault[] = []
  if (data.date !== today)
    faults.push({ path: [...path, 'date'], sentence: `「${data.date}」は、その日の日付（${today}）と違います。` })
  if (hoursProblem(data)) {
    const [key, late] = to <= from ? ['receptionClosesAt', to] : ['returnBy', data.returnBy]
    faults.push({ path: [...path, key], sentence: `「${late}」は「${from}」より後にしてください。` })
  }
  return faults
}

/** The clock of the last day that a scenario plays. */
const lastClock = (endsAt: string) => endsAt.slice(-5)

/** What a player does from a time of day on, or until it, comes on every day, so on the shortest of them too. */
function dailyFaults({ players, startsAt, endsAt, solo }: Scenario): Fault[] {
  // A round for one person is cut out of a day.
  if (solo) return []
  return players.flatMap((part, index) =>
    dailyClocks(part, endsAt.startsWith('+')).flatMap(({ key, clock }) => {
      if (clock >= startsAt && clock <= lastClock(endsAt)) return []
      const sentence = `「${clock}」は訓練の時間（${startsAt}から${endsAt}まで）にありません。`
      return [{ path: ['players', index, key], sentence }]
    }),
  )
}

/** On a single day, how long a dispatcher works is held against the day as every other span is. */
function dailyClocks(part: Scenario['players'][number], isOfDays: boolean): { key: string; clock: string }[] {
  if (part.player === 'return') return [{ key: 'goHomeFrom', clock: part.goHomeFrom }]
  if (part.player === 'lead') return [{ key: 'closesFrom', clock: part.closesFrom }]
  if (part.player !== 'dispatch' || !isOfDays) return []
  return [
    { key: 'from', clock: part.from },
    { key: 'until', clock: part.until },
  ]
}

/** Times that only the day itself can refuse: of another date, before the day, or after it. */
export const dayTimeFaults = (scenario: Scenario): Fault[] => [
  ...scenario.steps.flatMap((step, index) =>
    step.command === openDay.name ? openedFaults(scenario, step, ['steps', index, 'input']) : [],
  ),
  ...actFaults(scenario),
  ...dailyFaults(scenario),
]
