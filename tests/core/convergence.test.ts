import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { Device } from '#tests/support/device.ts'
import { expectConsoleError } from '#tests/support/expected-errors.ts'
import { heldBy, openDevice, type Stormy, storm } from '#tests/support/stormy-morning.ts'

/** In what two devices differ, as short as a person can read it. */
function differences(mine: Device, fresh: Device): string[] {
  const [here, there] = [heldBy(mine), heldBy(fresh)]
  const keys = new Set([...here.keys(), ...there.keys()])
  return [...keys].flatMap((key) => {
    // The chronology is given by its newest lines; a device that has been there all day remembers more.
    if (!there.has(key) && key.startsWith('logEntry ')) return []
    if (!there.has(key)) return [`${key}: held, but a new device is not given it`]
    if (!here.has(key)) return [`${key}: missing`]
    return isDeepStrictEqual(here.get(key), there.get(key)) ? [] : [`${key}: another version`]
  })
}

/** Who differs, and in what. */
async function strays({ drill, watched }: Stormy): Promise<string[]> {
  const found: string[] = []
  for (const { actor, device } of watched) {
    const who = 'name' in actor ? actor.name : actor.kind
    for (const difference of differences(device, await Device.open(drill.center, actor)))
      found.push(`${who}: ${difference}`)
  }
  await drill.center.close()
  return found
}

const aMinute = 60_000

// A seed that failed stays here, with a word about what it showed.
test.each([
  ['an ordinary morning', 1],
  ['another', 2],
])(
  'every device holds what a new one would be given: %s (seed %i)',
  async (_, seed) => {
    const weathered = await storm(seed)
    expect(weathered.accepted).toBeGreaterThan(20)
    expect(await strays(weathered)).toEqual([])
  },
  aMinute,
)

test('a device that does not hear what is gone keeps what it may no longer hold', { timeout: aMinute }, async () => {
  const deaf = async (...of: Parameters<typeof openDevice>) => {
    const device = await openDevice(...of)
    const { store } = device
    const apply = store.apply.bind(store)
    store.apply = (patch) => apply({ ...patch, gone: [] })
    return device
  }
  expect((await strays(await storm(2, { open: deaf, cuts: false }))).join()).toContain('a new device is not given it')
})

test('a device that does not ask for what it missed stays behind', { timeout: aMinute }, async () => {
  // Somebody is given another desk: this device never learns what that one holds.
  expectConsoleError(/missed something before/)
  const careless = async (...of: Parameters<typeof openDevice>) => {
    const device = await openDevice(...of)
    const { store } = device
    const apply = store.apply.bind(store)
    store.apply = (patch) => apply({ ...patch, previous: 0 })
    device.catchUp = async () => undefined
    return device
  }
  expect((await strays(await storm(1, { open: careless }))).join()).toMatch(/another version|missing/)
})
