interface Opened {
  close(): Promise<void>
}

const opened: Opened[] = []

/** Notes what must be closed at the end of the test that opened it. */
export function closeAfterTest(one: Opened): void {
  opened.push(one)
}

/** The set-up of each test file asks for it: modules are shared by many files, and an `afterEach` of theirs would not be. */
export async function closeOpened(): Promise<void> {
  for (const one of opened.splice(0)) await one.close()
}
