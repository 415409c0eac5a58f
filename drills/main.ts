import { type Asked, OrderProblem, readArguments } from '#drills/arguments.ts'
import { DrillFolder } from '#drills/core/drill-folder.ts'
import { ScenarioProblem } from '#drills/core/read-scenario.ts'
import { playHeadless } from '#drills/play-headless.ts'
import { refuseWhileAtWork } from '#drills/real-day.ts'
import { runMany } from '#drills/run-many.ts'
import { findScenario, scenarioNames } from '#drills/scenario-list.ts'
import { scoreOfFile, scoreOfScenario } from '#drills/score-drill.ts'
import { type ServedDrill, serveDrill, welcomeText } from '#drills/serve-drill.ts'
import { summaryText } from '#drills/summary/print-summary.ts'
import { systemClock } from '#server/core/clock.ts'
import { readSettings } from '#server/env.ts'
import { newId } from '#shared/core/ids.ts'

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

async function serve({ data, dataFolder, ...wishes }: Extract<Asked, { act: 'serve' }>): Promise<void> {
  await refuseWhileAtWork(readSettings([]).port)
  const about = { drillId: newId(), scenarioName: data.name, title: data.title, heldOn: data.date }
  const begunAt = systemClock.now()
  const folder = DrillFolder.make(dataFolder, { ...about, begunAt, speed: wishes.speed, ended: null, scenario: data })
  // Whoever ends it is done with it; what a power cut ends is taken up by --resume.
  process.on('exit', () => folder.erase())
  const { drill, served, over } = await show(serveDrill(data, { ...wishes, folder }))
  // Only a round for one person is ever wanted once more.
  await drill.control.again
  await over
  await served.close()
  folder.erase()
  await serve({ data, dataFolder, ...wishes, port: served.port })
}

async function resume({ port, dataFolder }: Extract<Asked, { act: 'resume' }>): Promise<void> {
  const [last] = DrillFolder.all(dataFolder)
  if (!last) throw new OrderProblem('続きのある訓練はありません。')
  await refuseWhileAtWork(readSettings([]).port)
  const { folder, note } = last
  process.on('exit', () => folder.erase())
  await show(serveDrill(note.scenario, { speed: note.speed, port, at: undefined, folder }))
}

async function show(serving: Promise<ServedDrill>): Promise<ServedDrill> {
  const stop = () => process.exit(0)
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  const served = await serving
  console.log(welcomeText(served))
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
