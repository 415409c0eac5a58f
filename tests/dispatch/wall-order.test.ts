import { expect, test } from 'vitest'
import { towns } from '#shared/places/towns.ts'
import { testCenter } from '#tests/support/center.ts'
import { needForm } from '#tests/support/given.ts'
import { sorted } from '#web/dispatch/selectors.ts'

test('sorted by town the wall follows the order of names, then of numbers, and needs without a place stand last', async () => {
  const { ben, lead, device } = await testCenter()
  const wanted = [null, ...towns.slice(0, 5).map(({ id }) => id), towns[0]?.id ?? null]
  for (const townId of wanted) await ben.send('needs.receiveNeed', needForm({ contact: { townId, addressLine: '' } }))
  const { store } = await device(lead)
  const nameOf = (townId: string | null) => towns.find(({ id }) => id === townId)?.name ?? null
  const order = sorted(store.all('need'), 'town').map(({ townId, number }) => ({ name: nameOf(townId), number }))
  const names = towns.slice(0, 5).map(({ name }) => name)
  const byName = [...names].sort((one, other) => one.localeCompare(other, 'ja'))
  const twice = nameOf(towns[0]?.id ?? null)
  expect(order.map(({ name }) => name)).toEqual([
    ...byName.flatMap((name) => (name === twice ? [name, name] : [name])),
    null,
  ])
  expect(order.filter(({ name }) => name === twice).map(({ number }) => number)).toEqual([2, 7])
})
