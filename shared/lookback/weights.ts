/**
 * What a drill is judged by, out of a hundred. Procedure comes before head counts, as drills elsewhere are scored too: how
 * many came and how fast they were is told beside it and gives no point. What could not be tried (no inject was given, no
 * paper was keyed in) is left out of the whole.
 */
export const weights = {
  /** Nobody is out, and nobody was forgotten, when the day ends. */
  unaccounted: 20,
  notSentHome: 5,
  /** Who went out was insured, in grown-up company, and to a house that may be entered. */
  uninsuredOut: 10,
  minorsAlone: 10,
  gateUnseen: 5,
  gateWithoutReason: 5,
  /** No team went to a house that was finished. */
  sentAgain: 10,
  expectations: 10,
  injects: 5,
  /** No desk let its queue stand. */
  queue: 10,
  doublesLeft: 5,
  /** What was written on paper while screens were dark stands in the records, with its own time. */
  paperAccuracy: 5,
} as const

/** What each case costs, until nothing is left of the weight. */
export const prices = {
  unaccounted: 10,
  notSentHome: 1,
  uninsuredOut: 5,
  minorsAlone: 10,
  /** Opened with a written reason after a visit is procedure and costs nothing; nobody had seen these. */
  gateUnseen: 5,
  gateWithoutReason: 5,
  sentAgainWithReason: 3,
  sentAgainWithoutReason: 10,
  doublesLeft: 2,
} as const

/** Points that are left of a weight after so many cases at a price. */
export const pointsLeft = (of: number, lost: number) => ({ got: Math.max(0, Math.round((of - lost) * 10) / 10), of })
