import { hashPin, type PinCost } from '#server/access/credentials.ts'
import { savePinHash } from '#server/access/sessions.ts'
import { activeStaff, staff } from '#server/access/staff.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { claimPicture } from '#server/photos/photos.ts'
import {
  observations,
  participantOf,
  participants,
  rememberParticipant,
  roleCards,
} from '#server/practice/drill-tables.ts'
import { requireDrill } from '#server/practice/require-drill.ts'
import { whenSaid } from '#server/practice/when-said.ts'
import { nameTaken } from '#shared/access/problems.ts'
import { joinDrill, leaveDrill, observe, writeObservation } from '#shared/practice/commands.ts'
import type { Observation } from '#shared/practice/observation.ts'
import type { Participant } from '#shared/practice/participant.ts'
import { deskMissing, deskNotForJoining, noCardLeft, pinMissing } from '#shared/practice/problems.ts'
import { drillPhotosProblem } from '#shared/practice/rules.ts'

/** Who staffs a desk in a drill signs in at it as everybody does: by name and the PIN they have just chosen. */
async function addToStaff(work: UnitOfWork, name: string, deskName: string | null, pinHash: string | undefined) {
  const desk = work.profile.desks.find((one) => one.name === deskName)
  if (!desk) throw deskMissing({})
  if (desk.capabilities.includes('center.lead')) throw deskNotForJoining({})
  if (pinHash === undefined) throw pinMissing({})
  if ((await activeStaff(work.tx)).some((other) => other.name === name)) throw nameTaken({ name })
  const id = work.newId()
  await staff.add(work, { id, name, deskNames: [desk.name], status: 'active' })
  await savePinHash(work.tx, work.commandId, id, pinHash, work.now)
}

/** The first card of this part that nobody holds; parts without cards play as they are. */
async function nextCard({ tx }: UnitOfWork, role: Participant['role']): Promise<string | null> {
  const cards = await roleCards.where(tx, { role })
  const held = new Set((await participants.where(tx, { role, leftAt: null })).map(({ cardId }) => cardId))
  const free = cards.find(({ id }) => !held.has(id))
  if (cards.length > 0 && !free && role === 'survivor') throw noCardLeft({})
  return free?.id ?? null
}

const joinDrillHandler = (pinCost: PinCost) =>
  handle(
    joinDrill,
    async (work, { participantId, role, name, deskName, pin, ownToken }) => {
      await requireDrill(work)
      if (role === 'staff') await addToStaff(work, name, deskName, pin)
      const cardId = await nextCard(work, role)
      const joined = { role, name, deskName, cardId, joinedAt: work.now, leftAt: null }
      await participants.add(work, { id: participantId, ...joined })
      await rememberParticipant(work.tx, ownToken, participantId)
      work.describe({ role })
    },
    {
      prepare: async (input) =>
        input.pin === undefined ? input : { ...input, pin: await hashPin(input.pin, pinCost) },
    },
  )

const leaveDrillHandler = handle(leaveDrill, async (work, { ownToken }) => {
  await requireDrill(work, 'anyTime')
  const participant = await participantOf(work.tx, ownToken)
  await participants.save(work, { ...participant, leftAt: work.now })
  work.describe({ role: participant.role })
})

interface Said extends Omit<Observation, 'id' | 'byName' | 'at'> {
  observationId: string
}

async function claimPictures(work: UnitOfWork, photoIds: readonly string[], sentBy: string | undefined): Promise<void> {
  if (photoIds.length === 0) return
  const there = (await observations.where(work.tx, {})).reduce((sum, one) => sum + one.photoIds.length, 0)
  const problem = drillPhotosProblem(there, photoIds.length)
  if (problem) throw problem
  for (const photoId of photoIds) await claimPicture(work, photoId, sentBy)
}

/** Who notes something, and whose the pictures are that it brings. */
interface Noter {
  byName: string
  at: string
  sentBy?: string
}

async function note(work: UnitOfWork, { observationId, ...said }: Said, { byName, at, sentBy }: Noter): Promise<void> {
  await requireDrill(work, 'anyTime')
  await claimPictures(work, said.photoIds, sentBy)
  await observations.add(work, { id: observationId, ...said, byName, at })
}

const writeObservationHandler = handle(writeObservation, (work, said) =>
  note(work, said, { byName: work.actorName, at: work.now }),
)

const observeHandler = handle(observe, async (work, { ownToken, saidAt, ...said }) => {
  const { id, name, joinedAt } = await participantOf(work.tx, ownToken)
  await note(work, said, { byName: name, at: whenSaid(work, saidAt, joinedAt), sentBy: id })
})

export const joiningHandlers = (pinCost: PinCost) => [
  joinDrillHandler(pinCost),
  leaveDrillHandler,
  writeObservationHandler,
  observeHandler,
]
