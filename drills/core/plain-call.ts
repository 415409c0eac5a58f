import type { z } from 'zod'
import { commands } from '#shared/commands.ts'

const receiveNeed = commands.receiveNeed.input.shape
export type Asked = z.infer<typeof receiveNeed.asked>
export type Contact = z.infer<typeof receiveNeed.contact>

/** A plain call by telephone: what a scenario's call does not say is as it is here. */
export const plainAsked: Asked = {
  channel: 'phone',
  categories: [],
  work: '',
  urgent: false,
  crisis: false,
  watch: false,
  survey: 'notNeeded',
  occupancy: 'ownHome',
  electricity: 'unknown',
  water: 'unknown',
  parking: 'unknown',
  sticker: 'notInspected',
  fallingObjectNotice: false,
  roofWork: false,
  livelihood: false,
  wishedDate: null,
  wishedTime: '',
  headcount: 4,
  tools: [],
  dangers: '',
}

/** The household itself calls, if the scenario names nobody else. */
export const plainContact: Contact = {
  requesterName: '',
  requesterKana: '',
  requesterPhone: '',
  relation: 'self',
  replyTo: '',
  townId: null,
  addressLine: '',
  lat: null,
  lng: null,
  landmark: '',
  story: '',
}
