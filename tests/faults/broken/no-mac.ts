import { driverThat, rewritePragmas } from '#tests/faults/broken/driver-that.ts'

/** A plain file: no page says whether it is the one that was written. */
export const Driver = driverThat((driver) =>
  rewritePragmas(driver, (text) => (/^(cipher|key)\b/.test(text) ? undefined : text)),
)
