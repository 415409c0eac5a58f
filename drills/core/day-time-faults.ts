import type { Scenario } from '#drills/core/scenario.ts'
import type { Fault } from '#drills/core/scenario-fault.ts'
import { openDay } from '#shared/center/commands.ts'
import { hoursProblem } from '#shared/center/rules.ts'
import { addDays } from '#shared/core/time.ts'
import { sendNotice } from '#shared/messages/commands.ts'
import { minutesOf } from '#shared/practice/scenario-clock.ts'

type Path = Fault['path']
type Asked = Scenario['steps'][number]

const minutesOfDay = 24 * 60

/** A day is opened on its own date, and its hours are in order. */
function openedFaults({ date }: Scenario, { at, input }: Asked, path: Path): Fault[] {
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

/** Nobody can be called back for a time before the call; one that waits for something comes after the start at least. */
function calledBackFaults(input: Asked['input'], notBefore: string, path: Path): Fault[] {
  const { data } = sendNotice.input.pick({ returnBy: true }).safeParse(input)
  const time = notBefore.slice(-5)
  if (!data?.returnBy || data.returnBy > time) return []
  return [{ path: [...path, 'returnBy'], sentence: `「${data.returnBy}」は「${time}」より後にしてください。` }]
}

function actFaults(scenario: Scenario): Fault[] {
  const steps = scenario.steps.flatMap((step, index) => {
    const path = ['steps', index, 'input']
    if (step.command === openDay.name) return openedFaults(scenario, step, path)
    return step.command === sendNotice.name ? calledBackFaults(step.input, step.at, path) : []
  })
  const reactions = scenario.injects.flatMap(({ at, reaction }, index) =>
    (reaction?.steps ?? []).flatMap(({ command, input }, place) =>
      command === sendNotice.name
        ? calledBackFaults(input, at ?? scenario.startsAt, ['injects', index, 'reaction', 'steps', place, 'input'])
        : [],
    ),
  )
  return [...steps, ...reactions]
}

/** When players begin to send people home and to close comes on every day; a round for one person is cut out of a day. */
function eveningFaults({ players, startsAt, endsAt, solo }: Scenario): Fault[] {
  if (solo) return []
  const [first, last] = [minutesOf(startsAt), minutesOf(endsAt)]
  return players.flatMap((part, index) => {
    const evening = eveningOf(part)
    if (!evening || (minutesOf(evening.clock) >= first && minutesOf(evening.clock) <= last)) return []
    const sentence = `「${evening.clock}」は訓練の時間（${startsAt}から${endsAt}まで）にありません。`
    return [{ path: ['players', index, evening.key], sentence }]
  })
}

function eveningOf(part: Scenario['players'][number]): { key: string; clock: string } | null {
  if (part.player === 'return') return { key: 'goHomeFrom', clock: part.goHomeFrom }
  return part.player === 'lead' ? { key: 'closesFrom', clock: part.closesFrom } : null
}

/** Times that only the day itself can refuse: of another date, before the day, or after it. */
export const dayTimeFaults = (scenario: Scenario): Fault[] => [...actFaults(scenario), ...eveningFaults(scenario)]
