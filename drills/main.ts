import { type Asked, OrderProblem, readArguments } from '#drills/arguments.ts'
import { DrillFolder } from '#drills/core/drill-folder.ts'
import { ScenarioProblem } from '#drills/core/read-scenario.ts'
import { leaveDrill } from '#drills/leave-drill.ts'
import { playHeadless } from '#drills/play-headless.ts'
import { refuseWhileAtWork } from '#drills/real-day.ts'
import { runMany } from '#drills/run-many.ts'
import { findScenario, scenarioNames } from '#drills/scenario-list.ts'
import { scoreOfFile, scoreOfScenario } from '#drills/score-drill.ts'
import { endServed, type Held, type ServedDrill, serveDrill, welcomeText } from '#drills/serve-drill.ts'
import { summaryText } from '#drills/summary/print-summary.ts'
import { systemClock } from '#server/core/clock.ts'
import { readSettings } from '#server/env.ts'
import { newId } from '#shared/core/ids.ts'
import type { DrillEnd } from '#shared/practice/drill-room.ts'

function list(): void {
  for (const name of scenarioNames()) {
    const scenario = findScenario(name)
    console.log(`${name}  ${scenario?.title ?? ''}\n  ${scenario?.about ?? ''}`)
  }
}

async function run({ data }: Extract<Asked, { act: 'run' }>): Promise<void> {
  const { after, outcomes } = await playHeadless(data)
  console.log(summaryText(after, outcomes))
  await after.drill.center.close()
  if (outcomes.some(({ failure }) => failure !== null)) process.exitCode = 1
}

async function many({ scenarios, seeds }: Extract<Asked, { act: 'runMany' }>): Promise<void> {
  if (!(await runMany(scenarios, seeds, console.log))) process.exitCode = 1
}

async function score({ of }: Extract<Asked, { act: 'score' }>): Promise<void> {
  const scored = 'file' in of ? await scoreOfFile(of.file) : await scoreOfScenario(of.scenario)
  console.log(JSON.stringify(scored, null, 1))
}

async function serve({ data, dataFolder, end, ...wishes }: Extract<Asked, { act: 'serve' }>): Promise<void> {
  await refuseWhileAtWork(readSettings([]).port)
  const about = { drillId: newId(), scenarioName: data.name, title: data.title, heldOn: data.date }
  const begunAt = systemClock.now()
  const note = { ...about, begunAt, speed: wishes.speed, ended: null, scenario: data }
  const held = { folder: DrillFolder.make(dataFolder, note), note }
  const served = await show(serveDrill(data, { ...wishes, folder: held.folder }), held, end)
  // Only a round for one person is ever wanted once more.
  await served.drill.control.again
  await served.over
  await served.served.close()
  await leave(held, end)
  await serve({ data, dataFolder, end, ...wishes, port: served.served.port })
}

async function resume({ port, dataFolder, end }: Extract<Asked, { act: 'resume' }>): Promise<void> {
  const last = DrillFolder.all(dataFolder).find(({ note }) => note.ended === null)
  if (!last) throw new OrderProblem('続きのある訓練はありません。')
  await refuseWhileAtWork(readSettings([]).port)
  const { folder, note } = last
  await show(serveDrill(note.scenario, { speed: note.speed, port, at: undefined, folder }), last, end)
}

/** One that is kept says where; one that a power cut ends is taken up by --resume. */
async function leave(held: Held, end: DrillEnd): Promise<void> {
  await leaveDrill(held, end)
  const { file } = held.folder
  if (end !== 'erase') console.log(`訓練の記録: ${file}\n  点数: npm run drill -- score ${file}`)
}

const signals = ['SIGINT', 'SIGTERM'] as const

async function show(serving: Promise<ServedDrill>, held: Held, end: DrillEnd): Promise<ServedDrill> {
  // One that never began leaves nothing behind, and one that nobody wants to keep goes however the process ends.
  let isKept = false
  process.on('exit', () => (isKept ? undefined : held.folder.erase()))
  const served = await serving
  isKept = end !== 'erase'
  let stops = 0
  const stop = async () => {
    // Whoever presses twice does not wait for its good order.
    if (end === 'erase' || ++stops > 1) process.exit(0)
    await endServed(served)
    await leave(held, end)
    process.exit(0)
  }
  const onSignal = () => void stop()
  for (const signal of signals) process.on(signal, onSignal)
  // A round that is over and played once more is ended by the next one's hands alone.
  void served.drill.control.again.then(() => {
    for (const signal of signals) process.off(signal, onSignal)
  })
  console.log(welcomeText(served, end))
  void served.over.then(() => console.log('想定の一日が終わりました。センターは開いたままです。やめるときは Ctrl+C。'))
  return served
}

function explain(error: unknown): string {
  if (error instanceof OrderProblem || error instanceof ScenarioProblem) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return 'そのポートは、ほかのプログラムが使っています。--port 8091 のように別の番号にしてください。'
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

try {
  const asked = readArguments(process.argv.slice(2))
  if (asked.act === 'list') list()
  else if (asked.act === 'run') await run(asked)
  else if (asked.act === 'runMany') await many(asked)
  else if (asked.act === 'score') await score(asked)
  else if (asked.act === 'resume') await resume(asked)
  else await serve(asked)
} catch (error) {
  console.error(explain(error))
  process.exit(1)
}
