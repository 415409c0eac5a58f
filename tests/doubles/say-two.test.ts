import { expect, test } from 'vitest'
import { notDoubles } from '#server/doubles/merges.ts'
import { newId } from '#shared/core/ids.ts'
import { testCenter } from '#tests/support/center.ts'

test('別の人です is written down, by the desk it belongs to, and can be taken back', async () => {
  const { center, ben, emi } = await testCenter()
  const said = { notDoubleId: newId(), kind: 'person', oneId: newId(), otherId: newId() } as const
  await expect(ben.send('doubles.sayTheyAreTwo', said)).rejects.toMatchObject({ code: 'core.notAllowed' })
  await emi.send('doubles.sayTheyAreTwo', said)
  expect(await notDoubles.get(center.db, said.notDoubleId)).toMatchObject({ byName: '恵美', undoneAt: null })
  await emi.send('doubles.takeBackTwo', { notDoubleId: said.notDoubleId })
  expect((await notDoubles.get(center.db, said.notDoubleId)).undoneAt).not.toBeNull()
  const same = { ...said, notDoubleId: newId(), otherId: said.oneId }
  await expect(emi.send('doubles.sayTheyAreTwo', same)).rejects.toMatchObject({ code: 'doubles.sameRecord' })
})
