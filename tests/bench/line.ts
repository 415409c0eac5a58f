/** One measured act beside its limit, measured in the same run. */
export interface Line {
  name: string
  value: number
  unit: string
  limit: number
  /** value ÷ limit. */
  ratio: number
  /** What else the run showed. */
  more?: Record<string, number>
}

export function line(name: string, value: number, unit: string, limit: number, more?: Record<string, number>): Line {
  const rounded = { value: round(value), limit: round(limit), ratio: round(value / limit, 3) }
  return { name, ...rounded, unit, ...(more ? { more } : {}) }
}

function round(value: number, digits = 2): number {
  return Math.round(value * 10 ** digits) / 10 ** digits
}

export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN
}

/** The machine's monotonic clock in milliseconds: the same in every process, so that two can be compared. */
export function monotonic(): number {
  return Number(process.hrtime.bigint()) / 1e6
}
