import { z } from 'zod'
import { defineCommand } from '#shared/core/command.ts'
import { instant, requiredLine } from '#shared/core/fields.ts'
import { copyPlaces } from '#shared/keeping/copies.ts'

/** Written by the start itself after a power cut or a crash, so that the chronology says what it cost. */
export const noteRecovery = defineCommand('keeping.noteRecovery', {
  may: ['system'],
  whileHandedOver: true,
  input: z.object({ lost: z.number().int().min(0), lastAt: instant.nullable() }),
})

/** Written by the clock's watch: how far the laptop's clock is off; 0 where it came back by itself. */
export const noteClock = defineCommand('keeping.noteClock', {
  may: ['system'],
  input: z.object({ byMs: z.number().int() }),
})

/** Written after a sleep, or after the program stood still. */
export const noteSleep = defineCommand('keeping.noteSleep', {
  may: ['system'],
  input: z.object({ from: instant, to: instant }),
})

/** Says whether the laptop's clock, which leapt, is right. */
export const answerClock = defineCommand('keeping.answerClock', {
  may: ['center.lead'],
  input: z.object({ trust: z.boolean() }),
})

const longestPath = 300

/** Makes a copy now. `emptierIsMeant` says that it may hold less than the copies before it. */
export const makeBackup = defineCommand('keeping.makeBackup', {
  may: ['center.lead'],
  input: z.object({ emptierIsMeant: z.boolean() }),
})

/** Chooses the folder of another disk or stick that gets each copy too; '' for none. `basedOn` is the one that the sender saw. */
export const setSecondFolder = defineCommand('keeping.setSecondFolder', {
  may: ['center.lead'],
  input: z.object({ folder: z.string().trim().max(longestPath), basedOn: z.string().trim().max(longestPath) }),
})

/** Puts a copy in the place of the present file, which is kept aside. */
export const restoreCopy = defineCommand('keeping.restoreCopy', {
  may: ['center.lead'],
  stepUp: true,
  input: z.object({ name: requiredLine(120), place: z.enum(copyPlaces) }),
})

/** Seals the center for another laptop; this one only reads from then on. */
export const handOverCenter = defineCommand('keeping.handOverCenter', {
  may: ['center.lead'],
  stepUp: true,
  input: z.strictObject({}),
  whileHandedOver: true,
})

/** Goes on here after all: the sealed file is worth nothing from then on to anyone who has met this center. */
export const takeBackCenter = defineCommand('keeping.takeBackCenter', {
  may: ['center.lead', 'system'],
  stepUp: true,
  input: z.strictObject({}),
  whileHandedOver: true,
})

/** Opens a sealed center on a laptop where there is none yet, with the code of the hand-over sheet. */
export const takeOverCenter = defineCommand('keeping.takeOverCenter', {
  may: ['setUp'],
  input: z.object({ path: requiredLine(longestPath), code: requiredLine(60) }),
  secret: ['code'],
  slowedAfter: ['keeping.copyLocked'],
})

/** The lead prints the sheet that opens the file on any other computer; the chronology says when and who. */
export const printRecoverySheet = defineCommand('keeping.printRecoverySheet', {
  may: ['center.lead'],
  stepUp: true,
  input: z.strictObject({}),
})

/** From the next start on, this computer asks for a badge before it opens the file. The badge is shown apart from this. */
export const lockKey = defineCommand('keeping.lockKey', {
  may: ['center.lead'],
  stepUp: true,
  input: z.strictObject({}),
})

/** This computer opens the file by itself again. */
export const unlockKey = defineCommand('keeping.unlockKey', {
  may: ['center.lead'],
  stepUp: true,
  input: z.strictObject({}),
})
