import { z } from 'zod'
import { center, day, journalEntry, wifi } from '#shared/center/center.ts'
import { defineCommand } from '#shared/core/command.ts'
import { basedOnSeq, id, pin, requiredLine } from '#shared/core/fields.ts'

/** Sets up a center once: its name, its place, the disaster, and the lead. */
export const setUpCenter = defineCommand('center.setUpCenter', {
  may: ['setUp'],
  input: z.object({
    centerId: id,
    activationId: id,
    name: center.shape.name,
    place: center.shape.place,
    phone: center.shape.phone,
    disasterName: center.shape.disasterName,
    hazard: center.shape.hazard,
    insuranceBeginsAtOnce: z.boolean(),
    profileName: center.shape.profileName,
    leadId: id,
    leadName: requiredLine(30),
    pin,
  }),
  secret: ['pin'],
})

/** Opens a day of activity; desks appear with it. */
export const openDay = defineCommand('center.openDay', {
  may: ['center.lead'],
  input: day
    .pick({
      date: true,
      receptionOpensAt: true,
      receptionClosesAt: true,
      capacity: true,
      returnBy: true,
    })
    .extend({ dayId: id }),
})

/** Changes hours, the number wanted or the latest return time while the day runs; refused where another wrote since. */
export const changeDay = defineCommand('center.changeDay', {
  may: ['center.lead'],
  input: day
    .pick({ receptionOpensAt: true, receptionClosesAt: true, capacity: true, returnBy: true })
    .extend({ dayId: id, basedOnSeq }),
})

/** Opens or closes the reception that phones can reach by the poster. */
export const setPublicReception = defineCommand('center.setPublicReception', {
  may: ['center.lead', 'reception.manage'],
  input: z.object({ dayId: id, open: z.boolean() }),
})

/** Types in once what the posters say about the room's Wi-Fi; refused where another wrote since. */
export const setWifi = defineCommand('center.setWifi', {
  may: ['staff'],
  input: wifi.pick({ ssid: true, password: true }).extend({ basedOnSeq }),
  secret: ['password'],
})

/** Says which address the posters show that were just printed. */
export const recordPosterPrinted = defineCommand('center.recordPosterPrinted', {
  may: ['staff'],
  input: z.object({
    origin: z
      .string()
      .max(80)
      .regex(/^http:\/\/[\w.[\]:-]+$/),
  }),
})

/** Writes a free entry into the chronology. */
export const writeJournalEntry = defineCommand('center.writeJournalEntry', {
  may: ['staff'],
  input: journalEntry
    .pick({ fromWhom: true, toWhom: true, certainty: true })
    .extend({ entryId: id, text: z.string().trim().min(1).max(1000) }),
})
