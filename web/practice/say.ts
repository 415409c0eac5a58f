import { newId } from '#shared/core/ids.ts'
import type { Observation } from '#shared/practice/observation.ts'
import { centerNow } from '#web/core/clock.ts'
import type { Refusal } from '#web/core/request.ts'
import { type Outcome, send, sendWithKeptPicture } from '#web/core/send.ts'
import { look, ownToken } from '#web/practice/own-part.ts'

/** What became of something that was said: the center has it, it waits on this phone for the line, or why not. */
export type Said = 'done' | 'waits' | Refusal

const noPart: Refusal = { code: 'practice.notTakingPart', details: {} }

/** By the drill's time, as this phone has it: without a line it is sent later than it was said. */
const saidNow = () => (centerNow() === 0 ? {} : { saidAt: new Date(centerNow()).toISOString() })

const saidBy = (outcome: Outcome): Said =>
  outcome.kind === 'refused' ? outcome.problem : outcome.kind === 'kept' ? 'waits' : 'done'

/** Says what was done about what was given to this phone's owner. */
export async function answerGiven(injectId: string, answer: string): Promise<Said> {
  const mine = ownToken()
  if (mine === null) return noPart
  const outcome = await send('practice.answerAsParticipant', { injectId, answer, ...saidNow(), ownToken: mine })
  await look()
  return saidBy(outcome)
}

interface Note extends Pick<Observation, 'deskName' | 'mark' | 'text' | 'checkKey'> {
  /** The picture that it brings and that lies on this phone; '' for none. */
  pictureId: string
}

/** Notes something down; with a picture it goes its own slow way, and nobody waits for it. */
export async function noteDown({ pictureId, ...note }: Note): Promise<Said> {
  const mine = ownToken()
  if (mine === null) return noPart
  const photoIds = pictureId === '' ? [] : [pictureId]
  const input = { observationId: newId(), ...note, photoIds, ...saidNow(), ownToken: mine }
  if (pictureId === '') return saidBy(await send('practice.observe', input))
  await sendWithKeptPicture('practice.observe', input, pictureId)
  return 'waits'
}
