import { expect, test } from 'vitest'
import { isDoneByPeople, playerAt } from '#shared/practice/who-plays.ts'

const seat = (deskName: string, player: 'human' | 'simulated') => ({ deskName, player })
const both = { name: 'both', work: ['reception', 'needs'] }

test.each([
  ['nobody has handed it over', 'needs', [{ name: 'needs' }], [], false],
  ['people sit at the desk', 'needs', [{ name: 'needs' }], [seat('needs', 'human')], true],
  [
    'people sit at another desk',
    'needs',
    [{ name: 'needs' }, { name: 'reception' }],
    [seat('reception', 'human')],
    false,
  ],
  ['people sit at the front desk', 'survey', [{ name: 'frontDesk' }], [seat('frontDesk', 'human')], true],
  ['the front desk was handed back', 'survey', [{ name: 'frontDesk' }], [seat('frontDesk', 'simulated')], false],
  ['the front desk is no more', 'needs', [{ name: 'needs' }], [seat('frontDesk', 'human')], false],
  ['people sit where two desks were put together', 'needs', [both], [seat('both', 'human')], true],
  ['a desk of two goes on as one of them was', 'needs', [both], [seat('reception', 'human')], true],
  ['a desk of two was handed back', 'needs', [both], [seat('reception', 'human'), seat('both', 'simulated')], false],
  ['no desk does the work by now', 'survey', [{ name: 'needs' }], [seat('survey', 'human')], true],
] as const)('whether people do a work: %s', (_, work, desks, seats, expected) => {
  expect(isDoneByPeople(work, desks, seats)).toBe(expected)
})

test('a desk that the scenario has no player for is played by nobody simulated', () => {
  expect(playerAt({ name: 'affairs' }, [seat('reception', 'simulated')])).toBeUndefined()
  expect(playerAt(both, [seat('needs', 'simulated')])).toBe('simulated')
})
