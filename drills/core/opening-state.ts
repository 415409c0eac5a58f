import type { Drill } from '#drills/core/drill.ts'
import type { DrillDevice } from '#drills/core/drill-device.ts'
import { idNamed } from '#drills/core/named-ids.ts'
import type { Scenario } from '#drills/core/scenario.ts'
import type { Fault } from '#drills/core/scenario-fault.ts'
import { endDevicesOff, startDevicesOff } from '#shared/practice/commands.ts'
import { minutesOf } from '#shared/practice/scenario-clock.ts'
import { usualLists } from '#shared/texts/usual-lists.ts'

/** By which item of the lists the set-up room says that a line, or power, is there. */
const itemOf = { line: 'lines-wifi', power: 'lines-power' } as const
const words = { line: '回線', power: '電気' } as const
const both = ['line', 'power'] as const

/** From when it is there, by the scenario's clock; null where it is not there all through. */
function thereFrom({ opening, startsAt }: Scenario, what: (typeof both)[number]): string | null {
  const there = opening[what]
  if (typeof there === 'string') return there
  return there ? startsAt : null
}

/** The items of the set-up room's lists that are done when the drill begins. */
export function doneAtOpening(scenario: Scenario): string[] {
  const { opening, startsAt } = scenario
  return [...opening.done, ...both.flatMap((what) => (thereFrom(scenario, what) === startsAt ? itemOf[what] : []))]
}

/** How the center stands at the beginning, as whoever runs the drill is told. */
export function openingOf(drill: Drill) {
  const { scenario } = drill
  const instant = (clock: string | null) => (clock === null ? null : new Date(drill.instantOf(clock)).toISOString())
  return {
    lineFrom: instant(thereFrom(scenario, 'line')),
    powerFrom: instant(thereFrom(scenario, 'power')),
    done: scenario.opening.done.length,
  }
}

/** What comes in the course of the drill is done on the list from then on, unless somebody has marked it before. */
export function enterOpening(drill: Drill, eye: DrillDevice): void {
  for (const what of both) {
    const from = thereFrom(drill.scenario, what)
    if (from === null || from === drill.scenario.startsAt) continue
    drill.at(from, async () => {
      const item = eye.all('checkItem').find(({ key }) => key === itemOf[what])
      if (!item || item.doneAt !== null) return
      await drill.send({ kind: 'system' }, 'readiness.markItem', { itemId: item.id }, { id: idNamed(`there-${what}`) })
    })
  }
}

const knownKeys = new Set(usualLists.map(({ key }) => key))

function doneFaults({ opening, startsAt }: Scenario): Fault[] {
  return opening.done.flatMap((key, index): Fault[] => {
    const path = ['opening', 'done', index]
    if (!knownKeys.has(key)) return [{ path, sentence: `「${key}」という項目は、開設準備室の一覧にありません。` }]
    const what = both.find((one) => itemOf[one] === key)
    const isThere = what === undefined || opening[what] === true || opening[what] === startsAt
    if (isThere) return []
    return [{ path, sentence: `${words[what]}がはじめはないので、「${key}」は済みにできません。` }]
  })
}

/** Without power no screen can be used, so the screens are dark from the beginning until it is there. */
function darkFaults(scenario: Scenario): Fault[] {
  const { startsAt, endsAt, steps } = scenario
  const from = thereFrom(scenario, 'power')
  if (from === startsAt) return []
  const until = minutesOf(from ?? endsAt)
  const early = steps.findIndex(({ command, at }) => command === endDevicesOff.name && minutesOf(at) < until)
  const dark = steps.some(({ command, at }) => command === startDevicesOff.name && minutesOf(at) < until)
  if (early >= 0)
    return [
      {
        path: ['steps', early, 'at'],
        sentence: `電気は${from === null ? '終わりまでない' : `${from}からな`}ので、画面を戻せません。`,
      },
    ]
  if (dark) return []
  return [
    {
      path: ['opening', 'power'],
      sentence: `電気がないあいだ画面を暗くする操作（${startDevicesOff.name}）がありません。`,
    },
  ]
}

/** An opening state that cannot be. */
export const openingFaults = (scenario: Scenario): Fault[] => [...doneFaults(scenario), ...darkFaults(scenario)]
