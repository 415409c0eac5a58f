/** The lists of the set-up room (開設準備室), in the order in which they are worked through. */
export const checkLists = [
  'firstJobs',
  'first3h',
  'first24h',
  'first72h',
  'untilOpening',
  'desks',
  'lines',
  'alternate',
  'stocks',
] as const
export type CheckList = (typeof checkLists)[number]

/** To whom a thing of the stock belongs; what is lent goes back one day (field guide 1.8). */
export const stockOwners = ['own', 'lentFree', 'rented', 'donated'] as const
export type StockOwner = (typeof stockOwners)[number]

export const stockKinds = ['equipment', 'form', 'consumable'] as const
export const stockFindings = ['fine', 'counted', 'missing'] as const
export const decisionOutcomes = ['open', 'ordinary', 'wait'] as const
export const eventKinds = ['drill', 'course', 'meeting'] as const

/** So many lines the lists of a center may bring to its drill, and so many issues go either way. */
export const mostItemsAdopted = 300
export const mostIssuesAtOnce = 200

/** Every thing of the stock is looked at once a year. */
export const stockCheckDays = 365
/** Batteries, water and tape are bought anew before they are needed. */
export const expiryWarningDays = 60
/** A center that was set up longer than this before its first decision was kept in ordinary times. */
export const setUpBeforeDecisionMinutes = 72 * 60
