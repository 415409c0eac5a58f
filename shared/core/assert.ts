/** Stops on a broken assumption of our own; what a user can cause is a Problem instead. */
export function assert(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence)
}

/** Ends a switch over a closed union: a new member does not compile until it is dealt with. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
