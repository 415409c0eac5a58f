import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { isLanguage, type Language } from '#shared/core/language.ts'
import type { Typed } from '#shared/volunteers/reception-form.ts'

type PageContext = Context<{ Bindings: HttpBindings }>

/** The phone's own language where the link does not say one: other languages than English get easy Japanese. */
export function languageOf(context: PageContext): Language {
  const wished = context.req.query('lang')
  if (isLanguage(wished)) return wished
  const accepted = (context.req.header('accept-language') ?? 'ja').trim().slice(0, 2).toLowerCase()
  if (accepted === 'ja' || accepted === '*') return 'ja'
  return accepted === 'en' ? 'en' : 'easy'
}

/** What a form without script sent: the fields by name, files and oddities left out. */
export async function typedIn(context: PageContext): Promise<Typed> {
  const body = await context.req.parseBody({ all: true }).catch(() => ({}))
  const isText = (value: unknown) => typeof value === 'string'
  const entries = Object.entries<unknown>(body)
  return Object.fromEntries(
    entries.map(([name, value]) => [name, (Array.isArray(value) ? value : [value]).filter(isText)]),
  )
}
