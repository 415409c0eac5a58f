import { answerStatements, doingNothing, driverThat } from '#tests/faults/broken/driver-that.ts'

const everyMs = 40

/** Says "committed" at once and commits a little later: a server that answers too early. */
export const Driver = driverThat((driver) => {
  let hasBegun = false
  answerStatements(driver, (sql) => {
    if (sql !== 'begin' && sql !== 'commit') return undefined
    if (!hasBegun) {
      hasBegun = true
      driver.exec('begin')
      setInterval(() => driver.exec('commit; begin'), everyMs)
    }
    return doingNothing()
  })
})
