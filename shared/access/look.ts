/** What somebody looked at that no desk holds as it is: the act of looking is written down. */
export const lookedAts = ['phone', 'place', 'notes', 'record', 'export', 'photo', 'list', 'paper'] as const
export type LookedAt = (typeof lookedAts)[number]

/** Why, as far as it may be said: words of one's own could name the very person. */
export const lookReasons = ['call', 'visit', 'answer', 'safety', 'work'] as const
export type LookReason = (typeof lookReasons)[number]

/** How many looks of one person within an hour are no longer ordinary work, where the lead has not said otherwise. */
export const usualManyLooks = 20

/** For so long what was revealed may be read once more by whoever revealed it. */
export const revealedMinutes = 10
