import Database from 'better-sqlite3'

type Driver = Database.Database
type Statement = Database.Statement<unknown[]>

/** A driver that is changed as soon as it is opened. */
export function driverThat(change: (driver: Driver) => void): typeof Database {
  return new Proxy(Database, {
    construct(target, values: ConstructorParameters<typeof Database>) {
      const driver = new target(...values)
      change(driver)
      return driver
    },
  })
}

/** Answers some statements otherwise; where `answer` says undefined, the statement is the real one. */
export function answerStatements(driver: Driver, answer: (sql: string) => Statement | undefined): void {
  const prepare = driver.prepare.bind(driver)
  Object.assign(driver, { prepare: (sql: string) => answer(sql) ?? prepare(sql) })
}

/** Rewrites pragmas before they are set; where `rewrite` says undefined, the pragma is left out. */
export function rewritePragmas(driver: Driver, rewrite: (text: string) => string | undefined): void {
  const pragma = driver.pragma.bind(driver)
  const rewritten = (text: string, options?: Database.PragmaOptions) => {
    const wanted = rewrite(text)
    return wanted === undefined ? [] : pragma(wanted, options)
  }
  Object.assign(driver, { pragma: rewritten })
}

/** A statement that says it was carried out. */
export function doingNothing(): Statement {
  const statement: unknown = { reader: false, run: () => ({ changes: 0, lastInsertRowid: 0 }) }
  return statement as Statement
}
