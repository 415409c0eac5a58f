import { parseArgs } from 'node:util'
import { ensureServerBuild, ensureWebBuild } from '#server/set-up.mjs'
import { type Budget, type FaultRow, faultsIn, isCaught } from '#tests/faults/fault-row.ts'
import { inTurns } from '#tests/faults/in-turns.ts'
import { rows } from '#tests/faults/rows.ts'
import { missingTool } from '#tests/faults/tools.ts'

/** The length of the default run; `--minutes` stretches every row in proportion. */
const usualMinutes = 30

/** Runs a row on the real server; answers whether nothing went wrong. */
async function runSound(row: FaultRow, budget: Budget): Promise<boolean> {
  const result = await row.run(budget)
  console.log(JSON.stringify(result))
  // What was left out has not passed.
  return faultsIn(result) === 0 && result.leftOut === undefined
}

/** Runs a row on the servers that are broken on purpose; answers whether each was caught. */
async function runControl(row: FaultRow, budget: Budget): Promise<boolean> {
  const results = await row.control(budget)
  for (const result of results) console.log(JSON.stringify({ ...result, caught: isCaught(result) }))
  return results.every(isCaught)
}

/** Runs a row, or says what this machine lacks for it. A row that breaks off has failed; the others go on. */
async function runRow(row: FaultRow, run: (row: FaultRow, budget: Budget) => Promise<boolean>): Promise<void> {
  const skipped = missingTool(row.needs)
  if (skipped) {
    console.log(JSON.stringify({ name: row.name, skipped }))
    // What was not looked at has not passed.
    process.exitCode = 1
    return
  }
  try {
    if (!(await run(row, budget))) process.exitCode = 1
  } catch (error) {
    console.log(JSON.stringify({ name: row.name, brokeOff: String(error) }))
    process.exitCode = 1
  }
}

/** Most rows wait for a disk or a start nearly all the time: so many of them run beside each other. */
const lanes = 2

/** Prints one JSON line per row. With names as arguments, only those rows; with `--controls`, the broken servers. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { controls: { type: 'boolean', default: false }, minutes: { type: 'string' } },
})
const budget = { share: Number(values.minutes ?? usualMinutes) / usualMinutes }
ensureWebBuild()
ensureServerBuild()
const unknown = positionals.filter((name) => !rows.some((row) => row.name === name))
if (unknown.length > 0) {
  console.error(`no such row: ${unknown.join(', ')}`)
  process.exit(2)
}
const wanted = rows.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
// What is missing is installed before anything runs: nothing may stand still in the middle of a load.
for (const { needs } of wanted) missingTool(needs)
for (const width of [lanes, 1]) {
  const some = wanted.filter(({ alone }) => alone === (width === 1))
  await inTurns(some, width, (row) => runRow(row, values.controls ? runControl : runSound))
}
// A server that a row left behind must not keep the command from ending.
process.exit()
