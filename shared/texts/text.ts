import type { Language } from '#shared/core/language.ts'
import type { MetBy, ProblemDefinition } from '#shared/core/problem.ts'

/** A dictionary for pages that phones see: every entry in all three languages. */
export type PhoneTexts<K extends string = string> = Record<K, Record<Language, string>>

type DetailsOf<P> = P extends ProblemDefinition<string, infer D, MetBy> ? D : never

type Sentences<P> = P extends { metBy: 'phone' }
  ? Record<Language, (details: DetailsOf<P>) => string>
  : { ja: (details: DetailsOf<P>) => string }

/** The sentences of one slice's problems; leaving one out does not compile. */
export type ProblemTexts<Catalogue> = {
  [K in keyof Catalogue as Catalogue[K] extends { code: infer C extends string } ? C : never]: Sentences<Catalogue[K]>
}

/** Dictionaries of several slices put together, looked up by a code that came over the wire. */
export type AnySentences = Readonly<Record<string, Partial<Record<Language, (details: never) => string>> | undefined>>
