/** Writes a bug to the terminal with where it happened. What was typed belongs to people and never to a log. */
export function logBug(where: string, error: unknown): void {
  console.error(`${where}: ${withoutWhatWasTyped(error)}`)
}

/** A parser quotes what it could not read: of its errors, and of things thrown that are none, only the way is kept. */
function withoutWhatWasTyped(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const { name, message, stack = message } = error
  return error instanceof SyntaxError || error instanceof URIError ? stack.replace(message, `(${name})`) : stack
}

/** Lets something go on by itself: where it fails, that is logged, and the process lives. */
export function onItsOwn(where: string, work: Promise<unknown>): void {
  work.catch((error: unknown) => logBug(where, error))
}
