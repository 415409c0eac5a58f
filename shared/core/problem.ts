/** An expected refusal: a code and its details. The screen has the sentence, per code and language. */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly details: object

  constructor(code: string, status: number, problemDetails: object) {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.status = status
    this.details = problemDetails
  }
}

/** Who can meet a problem: one that a phone can meet must have its sentence in three languages. */
export type MetBy = 'desk' | 'phone'

/** One entry of a slice's catalogue of refusals; calling it makes the Problem. */
export interface ProblemDefinition<C extends string, D extends object, M extends MetBy> {
  (problemDetails: D): Problem
  readonly code: C
  readonly metBy: M
}

/** Names the type of a problem's details without carrying anything at run time. */
export function details<D extends object>(problemDetails: D): D {
  return problemDetails
}

function define<C extends string, D extends object, M extends MetBy>(code: C, status: number, metBy: M) {
  const make = (problemDetails: D) => new Problem(code, status, problemDetails)
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
