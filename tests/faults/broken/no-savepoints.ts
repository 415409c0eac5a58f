import { answerStatements, doingNothing, driverThat } from '#tests/faults/broken/driver-that.ts'

/** Without savepoints, what a refused command has written is committed together with its neighbours. */
export const Driver = driverThat((driver) =>
  answerStatements(driver, (sql) => (/^(savepoint|release|rollback to)\b/.test(sql) ? doingNothing() : undefined)),
)
