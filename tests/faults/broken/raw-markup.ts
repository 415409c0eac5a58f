import { html as escaping, raw } from 'hono/html'

const asMarkup = (value: unknown): unknown => {
  if (typeof value === 'string') return raw(value)
  return Array.isArray(value) ? value.map(asMarkup) : value
}

/** Takes whatever people typed for markup. */
export const html: typeof escaping = (strings, ...values) => escaping(strings, ...values.map(asMarkup))
