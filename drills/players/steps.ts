import type { Drill } from '#drills/core/drill.ts'
import type { DrillDevice } from '#drills/core/drill-device.ts'
import { idNamed, withIds } from '#drills/core/named-ids.ts'
import type { Scenario } from '#drills/core/scenario.ts'
import { desksOfStep } from '#drills/core/step-desks.ts'
import { ring } from '#drills/players/ring.ts'
import type { CommandName } from '#shared/commands.ts'

type Step = Scenario['steps'][number]

/** What people are told that a step would have been; of any other, that its time has come. */
const wordsOf: Readonly<Record<string, string>> = {
  'center.openDay': '活動日をひらく',
  'center.setPublicReception': 'スマートフォンの受付をひらく',
  'center.setWifi': 'Wi-Fiの名前とパスワードを入れる',
  'center.writeJournalEntry': '経過記録に書く',
  'center.changeProfile': '体制を変える',
  'messages.sendNotice': 'お知らせを送る',
} satisfies Partial<Record<CommandName, string>>

/** What of a step a person fills in, as the screens call it; ids and other words of the machine stay out. */
const labels: Readonly<Record<string, string>> = {
  receptionOpensAt: '受付をはじめる時刻',
  receptionClosesAt: '受付を終える時刻',
  capacity: '定員',
  returnBy: '戻る時刻',
  fromWhom: 'だれから',
  toWhom: 'だれへ',
  text: '内容',
  reason: '内容',
  ssid: '名前',
  password: 'パスワード',
}

function saidIn(input: Step['input']): string[] {
  return Object.entries(labels).flatMap(([field, label]) => {
    const value = input[field]
    return typeof value === 'string' || typeof value === 'number' ? `${label}: ${value}` : []
  })
}

/** Enters the scenario's own steps into the timetable. People who sit at the desk are told, and do it themselves. */
export function enterSteps(drill: Drill, eye: DrillDevice): void {
  for (const [index, step] of drill.scenario.steps.entries())
    drill.at(step.at, async () => {
      const deskName = desksOfStep(step, drill.desksAt(step.by)).find((desk) => drill.isHuman(desk))
      const act = () => take({ drill, eye }, step, index)
      if (deskName === undefined) await act()
      // Whoever has done it already is not reminded of it.
      else if (!(await drill.didPeople(step.command, inputOf(eye, step))))
        await drill.work.do(deskName, act, { ring: () => tell(drill, step, { index, deskName }) })
    })
}

/** The day that a step speaks of: the scenario's own, or the one that people opened in its place. */
function onTheDay(eye: DrillDevice, command: string, input: object): object {
  if (command === 'center.openDay' || !('dayId' in input)) return input
  if (typeof input.dayId !== 'string' || eye.get('day', input.dayId)) return input
  const latest = eye.all('day').toSorted((one, other) => (one.date < other.date ? 1 : -1))[0]
  return latest ? { ...input, dayId: latest.id } : input
}

const inputOf = (eye: DrillDevice, { command, input }: Pick<Step, 'command' | 'input'>) =>
  onTheDay(eye, command, withIds(input) as object)

async function take(
  { drill, eye }: { drill: Drill; eye: DrillDevice },
  { by, command, input }: Step,
  index: number,
): Promise<void> {
  const named = { id: idNamed(`step-${index}`), ofScenario: true }
  // The whole scenario was held against the commands before anything started.
  await drill.send(drill.atDesk(by), command as CommandName, inputOf(eye, { command, input }) as never, named)
}

async function tell(
  drill: Drill,
  { at, command, input }: Step,
  { index, deskName }: { index: number; deskName: string },
) {
  const clock = at.replace(/^\+\d /, '')
  const script = [...saidIn(input), 'もう済んでいれば、そのように答えてください。'].join('\n')
  return ring(drill, {
    key: `step-${index}`,
    deskName,
    title: `${clock} の予定: ${wordsOf[command] ?? '決まった時刻の操作'}`,
    script,
  })
}
