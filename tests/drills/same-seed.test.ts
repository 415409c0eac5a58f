import { CompiledQuery } from 'kysely'
import { afterAll, expect, test, vi } from 'vitest'
import type { Drill } from '#drills/core/drill.ts'
import { playHeadless } from '#drills/play-headless.ts'
import { bankData } from '#drills/scenarios/bank.ts'

vi.setConfig({ testTimeout: 60_000 })

const opened: Drill[] = []
afterAll(async () => {
  for (const { center } of opened) await center.close()
})

const scenario = bankData('first-day')

/** Every line of the event log with its input, as the file has it; the chain over the lines is in its hashes. */
async function logOf(seed: number): Promise<string[]> {
  const { after } = await playHeadless({ ...scenario, seed }, (drill) => opened.push(drill))
  const query = CompiledQuery.raw(
    'select l.*, i.input from event_log l left join event_input i on i.seq = l.seq order by l.seq',
  )
  const { rows } = await after.drill.center.read((tx) => tx.executeQuery(query))
  return rows.map((row) => JSON.stringify(row))
}

test('the same seed gives the same log, byte for byte, and another seed another', async () => {
  const first = await logOf(7)
  expect(await logOf(7)).toEqual(first)
  expect(await logOf(8)).not.toEqual(first)
})
