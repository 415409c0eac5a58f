/** What the household is asked: may the team that comes be told this? */
export const consentItems = ['surname', 'address', 'work', 'health'] as const
type ConsentItem = (typeof consentItems)[number]

export const consentAnswers = ['yes', 'no', 'notAsked'] as const
type ConsentAnswer = (typeof consentAnswers)[number]

export type ConsentAnswers = Readonly<Record<ConsentItem, ConsentAnswer>>

/** Nobody has been asked anything yet. */
export const neverAsked = { surname: 'notAsked', address: 'notAsked', work: 'notAsked', health: 'notAsked' } as const

export const wasAsked = (answers: ConsentAnswers): boolean => consentItems.some((item) => answers[item] !== 'notAsked')

/** What the team that comes is told. */
export interface Told {
  surname: boolean
  work: boolean
  /** Whether nobody refused that something be said of their health. */
  care: boolean
  careHint: string
}

/**
 * Without a surname and the work nobody can help, so these are told until somebody refuses. What concerns a person's
 * health is told only where they have said yes.
 */
export function toldOf(said: ConsentAnswers & { careHint: string }): Told {
  const { surname, work, health, careHint } = said
  return {
    surname: surname !== 'no',
    work: work !== 'no',
    care: health !== 'no',
    careHint: health === 'yes' ? careHint : '',
  }
}

/** Of two answers to the same question a refusal holds, then a yes. */
const stricter = (one: ConsentAnswer, other: ConsentAnswer): ConsentAnswer =>
  one === 'no' || other === 'no' ? 'no' : one === 'yes' ? one : other

type Consent = ConsentAnswers & { careHint: string; askedAt: string | null }

/** What holds of two needs that turn out to be one: each refusal, and as asked what was asked last. */
export function combinedConsent<C extends Consent>(kept: C, merged: C): C {
  const last = (merged.askedAt ?? '') > (kept.askedAt ?? '') ? merged : kept
  const answers = Object.fromEntries(consentItems.map((item) => [item, stricter(kept[item], merged[item])]))
  const joined: C = { ...last, ...answers }
  return { ...joined, careHint: joined.health === 'yes' ? kept.careHint || merged.careHint : '' }
}
