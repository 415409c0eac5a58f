import { parseArgs } from 'node:util'
import { ensureServerBuild, ensureWebBuild } from '#server/set-up.mjs'
import { type Budget, type FaultRow, faultsIn } from '#tests/faults/fault-row.ts'
import { rows } from '#tests/faults/rows.ts'
import { missingTool } from '#tests/faults/tools.ts'

/** The length of the default run; `--minutes` stretches every row in proportion. */
const usualMinutes = 30

/** Runs a row on the real server; answers whether nothing went wrong. */
async function runSound(row: FaultRow, budget: Budget): Promise<boolean> {
  const result = await row.run(budget)
  console.log(JSON.stringify(result))
  return faultsIn(result) === 0
}

/** Runs a row on the servers that are broken on purpose; answers whether each was caught. */
async function runControl(row: FaultRow, budget: Budget): Promise<boolean> {
  const results = await row.control(budget)
  for (const result of results) console.log(JSON.stringify({ ...result, caught: faultsIn(result) > 0 }))
  return results.every((result) => faultsIn(result) > 0)
}

/** Prints one JSON line per row. With names as arguments, only those rows; with `--controls`, the broken servers. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { controls: { type: 'boolean', default: false }, minutes: { type: 'string' } },
})
const budget = { share: Number(values.minutes ?? usualMinutes) / usualMinutes }
ensureWebBuild()
ensureServerBuild()
for (const row of rows.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
  const skipped = missingTool(row.needs)
  if (skipped) console.log(JSON.stringify({ name: row.name, skipped }))
  else if (!(await (values.controls ? runControl : runSound)(row, budget))) process.exitCode = 1
}
// A server that a row left behind must not keep the command from ending.
process.exit()
