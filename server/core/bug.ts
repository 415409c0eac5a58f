/** Writes a bug to the terminal with where it happened. What was typed belongs to people and never to a log. */
export function logBug(where: string, error: unknown): void {
  console.error(`${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
}

/** Lets something go on by itself: where it fails, that is logged, and the process lives. */
export function onItsOwn(where: string, work: Promise<unknown>): void {
  work.catch((error: unknown) => logBug(where, error))
}
