/** The record whose state is the reason of a refusal: its kind, as `shared/records.ts` has it, and its id. */
export type About = readonly [kind: string, id: string]

/** Who was first: who wrote the record that a refusal is about, by which act, and at what time of day. */
export interface First {
  by: string
  at: string
  act: string
}

/**
 * An expected refusal: a code and its details. The screen has the sentence, per code and language. To one that is about
 * a record the server adds who wrote it last, so that whoever was second learns who, what and when.
 */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly details: object
  readonly about: About | undefined

  constructor(code: string, status: number, problemDetails: object, about?: About) {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.status = status
    this.details = problemDetails
    this.about = about
  }
}

/** Who can meet a problem: one that a phone can meet must have its sentence in three languages. */
export type MetBy = 'desk' | 'phone'

/** One entry of a slice's catalogue of refusals; calling it makes the Problem. */
export interface ProblemDefinition<C extends string, D extends object, M extends MetBy> {
  (problemDetails: D, about?: About): Problem
  readonly code: C
  readonly metBy: M
}

/** Names the type of a problem's details without carrying anything at run time. */
export function details<D extends object>(problemDetails: D): D {
  return problemDetails
}

function define<C extends string, D extends object, M extends MetBy>(code: C, status: number, metBy: M) {
  const make = (problemDetails: D, about?: About) => new Problem(code, status, problemDetails, about)
  return Object.assign(make, { code, metBy }) satisfies ProblemDefinition<C, D, M>
}

/** A refusal that only desks meet. Codes are `slice.reason` and never used again. */
export function defineProblem<C extends string, D extends object>(code: C, status: number, _details: (d: D) => D) {
  return define<C, D, 'desk'>(code, status, 'desk')
}

/** A refusal that a phone can meet: the compiler asks for its sentence in Japanese, easy Japanese and English. */
export function definePhoneProblem<C extends string, D extends object>(code: C, status: number, _details: (d: D) => D) {
  return define<C, D, 'phone'>(code, status, 'phone')
}
