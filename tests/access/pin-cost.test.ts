import { expect, test } from 'vitest'
import { openCenterInMemory } from '#server/app.ts'
import { setUpAndOpen, TestClock, testCenter } from '#tests/support/center.ts'
import { closeAfterTest } from '#tests/support/opened.ts'

test('a PIN of a real center costs its full price, whatever tests pay for theirs', async () => {
  const real = await openCenterInMemory({ clock: new TestClock(), kind: 'live' })
  closeAfterTest(real)
  await setUpAndOpen(real, { day: false })
  expect(await costsOf(real)).toEqual(['scrypt$32768$8$1'])
  const { center } = await testCenter()
  expect(await costsOf(center)).toEqual(['scrypt$2$8$1'])
})

async function costsOf({ db }: Awaited<ReturnType<typeof openCenterInMemory>>): Promise<string[]> {
  const rows = await db.selectFrom('credential').select('secret_hash').execute()
  return rows.map((row) => row.secret_hash.split('$').slice(0, 4).join('$'))
}
