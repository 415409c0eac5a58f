/** Lengths of the report form, as plain numbers for forms without zod. */
export const reportLengths = { workDone: 500, remainingWork: 300, observation: 500, incident: 500 } as const

/** Length of a word of explanation at the close of the day. */
export const explanationLength = 200

/** What may be open at the end of a day (field guide 1.7), in the order in which a desk clears it. */
export const openMatters = [
  'teamsOut',
  'peopleOut',
  'unansweredHelp',
  'openReports',
  'contradictoryNeeds',
  'needsAtWork',
  'teamsNotSent',
  'peopleWaiting',
  'peopleReturned',
  'waitingList',
  'namesToFollow',
  'toolsReturned',
  'keysReturned',
  'papersCollected',
  'cashCounted',
  'tomorrowDecided',
] as const
export type OpenMatter = (typeof openMatters)[number]
