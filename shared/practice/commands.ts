import { z } from 'zod'
import { deskName } from '#shared/center/desk.ts'
import { defineCommand } from '#shared/core/command.ts'
import { id, instant, pin, text } from '#shared/core/fields.ts'
import { drillSpeed, drillState } from '#shared/practice/drill-state.ts'
import { inject } from '#shared/practice/inject.ts'
import { observation } from '#shared/practice/observation.ts'
import { drillFact, drillOutcome } from '#shared/practice/outcome.ts'
import { drillSeat, participant, roleCard } from '#shared/practice/participant.ts'

const ownToken = z.string().regex(/^[0-9a-f]{32}$/)

/** When it was said, by the drill's time as the phone had it: a phone without a line sends later what was said now. */
const saidAt = instant.optional()

/** Written by the runner once the drill's center is set up: all that the scenario gives to people. */
export const startDrill = defineCommand('practice.startDrill', {
  may: ['system'],
  input: z.object({
    state: drillState.pick({ scenarioName: true, title: true, seed: true, endsAt: true, speed: true }).extend({
      soloDesk: drillState.shape.soloDesk.default(''),
      weather: drillState.shape.weather.default([]),
      opening: drillState.shape.opening.default(null),
    }),
    seats: z.array(drillSeat.pick({ id: true, deskName: true, player: true })).max(24),
    injects: z
      .array(
        inject.pick({
          id: true,
          key: true,
          recipient: true,
          title: true,
          text: true,
          script: true,
          dueAt: true,
          condition: true,
          answerWithin: true,
        }),
      )
      .max(200),
    cards: z.array(roleCard).max(200),
    outcomes: z.array(drillOutcome.pick({ id: true, key: true, title: true, dueAt: true })).max(100),
  }),
})

/** How fast time passes; 0 makes it stand. */
export const setClock = defineCommand('practice.setClock', {
  may: ['center.lead'],
  input: z.object({ speed: drillSpeed }),
})

/** Moves the clock on to an instant that lies ahead: the next event, as the controller's page has it. */
export const jumpClock = defineCommand('practice.jumpClock', {
  may: ['center.lead'],
  input: z.object({ to: instant }),
})

/** Written by the runner: the clock has made the jump. */
export const reachJump = defineCommand('practice.reachJump', { may: ['system'], input: z.object({ to: instant }) })

/**
 * Gives an inject now: its time has come, its condition holds, or the controller's hand says so. Of one for a team the
 * controller may say which; otherwise the center chooses among those outside.
 */
export const fireInject = defineCommand('practice.fireInject', {
  may: ['center.lead', 'system'],
  input: z.object({ injectId: id, teamId: id.optional() }),
})

/** Written by the runner: somebody calls or stands at a desk where people sit; it is given as it is added. */
export const addInject = defineCommand('practice.addInject', {
  may: ['system'],
  input: inject.pick({
    id: true,
    key: true,
    recipient: true,
    title: true,
    text: true,
    script: true,
    answerWithin: true,
  }),
})

/** Puts an inject off; one without a time is then due so many minutes from now. */
export const delayInject = defineCommand('practice.delayInject', {
  may: ['center.lead'],
  input: z.object({ injectId: id, minutes: z.number().int().min(1).max(240) }),
})

/** Leaves an inject out; until the drill is over it can be given after all. */
export const skipInject = defineCommand('practice.skipInject', {
  may: ['center.lead'],
  input: z.object({ injectId: id }),
})

/** Puts an inject back among those that wait, with the time that it had: given, left out or put off by mistake. */
export const putBackInject = defineCommand('practice.putBackInject', {
  may: ['center.lead'],
  input: z.object({ injectId: id, dueAt: instant.nullable() }),
})

/** A desk says what it did about an inject. */
export const answerInject = defineCommand('practice.answerInject', {
  may: ['staff', 'system'],
  input: z.object({ injectId: id, answer: text(500) }),
})

/** Hands a desk from the simulated players to people, or back. */
export const handSeat = defineCommand('practice.handSeat', {
  may: ['staff'],
  input: z.object({ deskName, player: drillSeat.shape.player }),
})

/** A person joins by the drill's QR. Who staffs a desk chooses the PIN with which they sit down there. */
export const joinDrill = defineCommand('practice.joinDrill', {
  may: ['public'],
  input: z.object({
    participantId: id,
    role: participant.shape.role,
    name: participant.shape.name,
    deskName: deskName.nullable(),
    pin: pin.optional(),
    ownToken,
  }),
  secret: ['pin', 'ownToken'],
})

/** Leaves; the card is free for another. */
export const leaveDrill = defineCommand('practice.leaveDrill', {
  may: ['public'],
  input: z.object({ ownToken }),
  secret: ['ownToken'],
})

/** A participant says on the phone what they did about an inject. */
export const answerAsParticipant = defineCommand('practice.answerAsParticipant', {
  may: ['public'],
  input: z.object({ injectId: id, answer: text(500), saidAt, ownToken }),
  secret: ['ownToken'],
})

/** A participant's phone has shown an inject for their part. */
export const seeAsParticipant = defineCommand('practice.seeAsParticipant', {
  may: ['public'],
  input: z.object({ injectId: id, ownToken }),
  secret: ['ownToken'],
})

/** The leader of the team that an inject happens to says on their own page what they did. */
export const answerAsLeader = defineCommand('practice.answerAsLeader', {
  may: ['leader'],
  input: z.object({ injectId: id, answer: text(500), saidAt }),
})

/** The leader's own page has shown what happens to their team. */
export const seeAsLeader = defineCommand('practice.seeAsLeader', {
  may: ['leader'],
  input: z.object({ injectId: id }),
})

const said = observation.pick({ deskName: true, mark: true, text: true, checkKey: true, photoIds: true }).extend({
  observationId: id,
})

/** The controller or a desk notes something, with the drill's time. */
export const writeObservation = defineCommand('practice.writeObservation', { may: ['staff'], input: said })

/** An observer notes something from their phone. */
export const observe = defineCommand('practice.observe', {
  may: ['public'],
  input: said.extend({ saidAt, ownToken }),
  secret: ['ownToken'],
})

/** From now on screens are dark and desks work on paper. */
export const startDevicesOff = defineCommand('practice.startDevicesOff', {
  may: ['center.lead'],
  input: z.strictObject({}),
})

/** Screens come back; what was written on paper is keyed in with its own times. */
export const endDevicesOff = defineCommand('practice.endDevicesOff', {
  may: ['center.lead'],
  input: z.strictObject({}),
})

/** Written by the runner when an expectation is decided. */
export const recordOutcome = defineCommand('practice.recordOutcome', {
  may: ['system'],
  input: drillOutcome.pick({ state: true, at: true, why: true, seqs: true }).extend({ outcomeId: id }),
})

/** Written by the runner: what simulated people did, whether or not anybody wrote it down. */
export const recordFacts = defineCommand('practice.recordFacts', {
  may: ['system'],
  input: z.object({
    facts: z
      .array(drillFact.omit({ onPaper: true }))
      .min(1)
      .max(100),
  }),
})

/** The drill is over; what is decided about its records is decided after it. */
export const endDrill = defineCommand('practice.endDrill', {
  may: ['center.lead', 'system'],
  input: z.strictObject({}),
})

/** Whoever practises alone ends their round, or wants it once more; where many take part, that is the controller's. */
export const finishRound = defineCommand('practice.finishRound', {
  may: ['staff'],
  input: z.object({ again: z.boolean() }),
})
