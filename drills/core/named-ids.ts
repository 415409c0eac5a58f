import { createHash } from 'node:crypto'
import { asUuid } from '#drills/core/seeded-random.ts'

/** The id that a scenario's `#name` stands for. */
export function idNamed(name: string): string {
  return asUuid(createHash('sha256').update(name).digest('hex').slice(0, 32))
}

/** An inject of the scenario, by its key. */
export const injectIdOf = (key: string): string => idNamed(`inject-${key}`)

/** What rings at a desk that people hold, by what it is about. */
export const ringIdOf = (key: string) => idNamed(`ring-${key}`)

/** A step's input with every `#name` replaced by its id, at any depth. */
export function withIds(value: unknown): unknown {
  if (typeof value === 'string') return /^#(?:[a-z0-9-]+|staff-.+)$/.test(value) ? idNamed(value.slice(1)) : value
  if (Array.isArray(value)) return value.map(withIds)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withIds(inner)]))
}
