import { newId } from '#shared/core/ids.ts'
import type { Observation } from '#shared/practice/observation.ts'
import type { Refusal } from '#web/core/request.ts'
import { send, sendWithKeptPicture } from '#web/core/send.ts'
import { look, ownToken } from '#web/practice/own-part.ts'
import { type Said, saidBy, saidNow } from '#web/practice/said.ts'

const noPart: Refusal = { code: 'practice.notTakingPart', details: {} }

/** Says what was done about what was given to this phone's owner. */
export async function answerGiven(injectId: string, answer: string): Promise<Said> {
  const mine = ownToken()
  if (mine === null) return noPart
  const outcome = await send('practice.answerAsParticipant', { injectId, answer, ...saidNow(), ownToken: mine })
  await look()
  return saidBy(outcome)
}

/** Says that this phone has shown what was given; whoever runs the drill sees what nobody has read. */
export async function noteSeen(injectId: string): Promise<boolean> {
  const mine = ownToken()
  if (mine === null) return false
  const outcome = await send('practice.seeAsParticipant', { injectId, ownToken: mine }, { secret: true })
  return outcome.kind === 'done'
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
