/**
 * What can be chosen from either record where both say something else; the kept record's is taken by default. All else
 * follows by itself: lists are joined, warnings hold if either has them, gaps are filled from the other.
 */
export const personChoices = [
  'name',
  'nameKana',
  'birthDate',
  'phone',
  'email',
  'address',
  'sex',
  'affiliation',
  'vehicle',
  'emergency',
] as const
export type PersonChoice = (typeof personChoices)[number]

export const householdChoices = ['name', 'nameKana', 'phone', 'place'] as const
export type HouseholdChoice = (typeof householdChoices)[number]

export const needChoices = ['work', 'headcount', 'place', 'wished', 'survey'] as const
export type NeedChoice = (typeof needChoices)[number]
