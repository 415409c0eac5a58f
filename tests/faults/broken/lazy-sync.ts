import { driverThat, rewritePragmas } from '#tests/faults/broken/driver-that.ts'

/** Commits without waiting for the disk, as the driver would by itself in WAL mode. */
export const Driver = driverThat((driver) =>
  rewritePragmas(driver, (text) => (/^synchronous\b/.test(text) ? 'synchronous = NORMAL' : text)),
)
