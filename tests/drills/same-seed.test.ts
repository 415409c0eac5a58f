import { CompiledQuery } from 'kysely'
import { expect, test, vi } from 'vitest'
import { bankData } from '#drills/scenarios/bank.ts'
import { play } from '#tests/support/played-drills.ts'

vi.setConfig({ testTimeout: 60_000 })

/** Every line of the event log with its input, as the file has it; the hash of each act is among them. */
async function logOf(name: string, seed: number): Promise<string[]> {
  const { after } = await play({ ...bankData(name), seed })
  const query = CompiledQuery.raw(
    'select l.*, i.input from event_log l left join event_input i on i.seq = l.seq order by l.seq',
  )
  const { rows } = await after.drill.center.read((tx) => tx.executeQuery(query))
  return rows.map((row) => JSON.stringify(row))
}

// One with people in numbers, and one with everything that a seed decides: amounts, shares, calls, sheets on paper.
test.each(['first-20-minutes', 'no-line-no-power'])(
  'the same seed gives the same log of %s, byte for byte, and another seed another',
  async (name) => {
    const first = await logOf(name, 7)
    expect(first.length).toBeGreaterThan(50)
    expect(await logOf(name, 7)).toEqual(first)
    expect(await logOf(name, 8)).not.toEqual(first)
  },
)
