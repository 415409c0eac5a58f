/** Stops on a broken assumption of our own; what a user can cause is a Problem instead. */
export function assert(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence)
}
