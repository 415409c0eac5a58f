import { CompiledQuery } from 'kysely'
import { hashToken } from '#server/core/secret.ts'
import { recordTable, refuseTakenId, type Tx } from '#server/database/record-table.ts'
import type { DrillState } from '#shared/practice/drill-state.ts'
import type { Participant } from '#shared/practice/participant.ts'
import { notTakingPart } from '#shared/practice/problems.ts'

export const drillStates = recordTable('drillState', {
  id: 'plain',
  scenarioName: 'plain',
  title: 'plain',
  seed: 'plain',
  startedAt: 'plain',
  endsAt: 'plain',
  speed: 'plain',
  jumpTo: 'plain',
  devicesOff: 'json',
  phase: 'plain',
  toldPhones: 'plain',
  soloDesk: 'plain',
  again: 'boolean',
  weather: 'json',
  opening: 'json',
})

export const injects = recordTable('inject', {
  id: 'plain',
  key: 'plain',
  recipient: 'json',
  title: 'plain',
  text: 'plain',
  script: 'plain',
  dueAt: 'plain',
  condition: 'plain',
  answerWithin: 'plain',
  state: 'plain',
  firedAt: 'plain',
  firedBy: 'plain',
  answeredAt: 'plain',
  answeredBy: 'plain',
  answer: 'plain',
  teamId: 'plain',
  leaderId: 'plain',
  seenAt: 'plain',
})

export const drillSeats = recordTable('drillSeat', {
  id: 'plain',
  deskName: 'plain',
  player: 'plain',
  since: 'plain',
  byName: 'plain',
})

export const participants = recordTable('participant', {
  id: 'plain',
  role: 'plain',
  name: 'plain',
  deskName: 'plain',
  cardId: 'plain',
  joinedAt: 'plain',
  leftAt: 'plain',
})

export const roleCards = recordTable('roleCard', {
  id: 'plain',
  key: 'plain',
  role: 'plain',
  title: 'plain',
  who: 'plain',
  whatHappened: 'plain',
  knows: 'plain',
  doesNotKnow: 'plain',
  saysFirst: 'plain',
})

export const observations = recordTable('observation', {
  id: 'plain',
  deskName: 'plain',
  byName: 'plain',
  at: 'plain',
  mark: 'plain',
  text: 'plain',
  checkKey: 'plain',
  photoIds: 'json',
})

/** Whether a note brought this picture. */
export async function isNoted(tx: Tx, photoId: string): Promise<boolean> {
  // A list of ids is kept as JSON text, in which none is part of another.
  const query = CompiledQuery.raw('select 1 from observation where photo_ids like ? limit 1', [`%"${photoId}"%`])
  return (await tx.executeQuery(query)).rows.length > 0
}

export const drillOutcomes = recordTable('drillOutcome', {
  id: 'plain',
  key: 'plain',
  title: 'plain',
  dueAt: 'plain',
  state: 'plain',
  at: 'plain',
  why: 'plain',
  seqs: 'json',
})

export const drillFacts = recordTable('drillFact', {
  id: 'plain',
  kind: 'plain',
  key: 'plain',
  happenedAt: 'plain',
  onPaper: 'boolean',
})

/** The drill of this center; undefined in a live one, and before a drill has begun. */
export async function findDrill(tx: Tx): Promise<DrillState | undefined> {
  const [drill] = await drillStates.where(tx, {})
  return drill
}

export async function rememberParticipant(tx: Tx, token: string, participantId: string): Promise<void> {
  const sql = 'insert into participant_link (token_hash, participant_id) values (?, ?)'
  await tx.executeQuery(CompiledQuery.raw(sql, [hashToken(token), participantId])).catch(refuseTakenId)
}

/** Who holds this token and still takes part. */
export async function participantOf(tx: Tx, token: string): Promise<Participant> {
  const sql = 'select participant_id from participant_link where token_hash = ?'
  const { rows } = await tx.executeQuery<{ participant_id: string }>(CompiledQuery.raw(sql, [hashToken(token)]))
  const found = rows[0] && (await participants.find(tx, rows[0].participant_id))
  if (!found || found.leftAt !== null) throw notTakingPart({})
  return found
}
