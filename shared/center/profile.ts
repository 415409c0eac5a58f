import { z } from 'zod'
import { capabilities } from '#shared/access/capabilities.ts'

/** The panels that screens are made of; a desk shows a list of them. */
const panels = [
  'lead',
  'reception',
  'reservations',
  'roster',
  'groups',
  'doubles',
  'needs',
  'surveys',
  'people',
  'dispatch',
  'findPeople',
  'map',
  'sendOff',
  'return',
  'allReturned',
  'affairs',
  'practice',
  'privacy',
  'lookback',
  'readiness',
] as const
export type Panel = (typeof panels)[number]

const desk = z.object({
  name: z.string(),
  capabilities: z.array(z.enum(capabilities)),
  panels: z.array(z.enum(panels)),
  /** Reception lines up people in lanes; other desks have one. */
  lanes: z.number().int().min(1).max(10),
  /** How this center calls a desk of its own; the profile's desks are called by the dictionary. */
  label: z.string().optional(),
  /** The profile's desks whose work a desk of the center's own does, in the order of its parts. */
  work: z.array(z.string()).optional(),
})
export type Desk = z.infer<typeof desk>

/**
 * A profile is data: which desks there are, and the policy that each slice reads for itself.
 * No code may ask which profile it is.
 */
export const centerProfile = z.object({
  name: z.enum(['standard', 'small']),
  desks: z.array(desk).min(1),
  reception: z.object({
    /** Whether phones may check in as soon as the day is open, or only when staff open public reception. */
    opensWithDay: z.boolean(),
    /** Wording of the consent that is shown and recorded. */
    consentVersion: z.string(),
  }),
  insurance: z.object({
    /** Whether someone without valid insurance may be sent out once the enrolment on the spot is recorded. */
    enrolmentOnTheSpot: z.boolean(),
  }),
  needs: z.object({
    /** The short form leaves out conditions that a small center asks on the visit. */
    form: z.enum(['full', 'short']),
    surveyRequired: z.boolean(),
    /** Within how many minutes a second person's 不在 is taken for the same visit. */
    sameVisitMinutes: z.number().int().min(0),
    /** Shops, firms and farms: normally outside, with local precedent for helping (field guide, section 8). */
    livelihood: z.enum(['decline', 'accept']),
    /** Days within which a requester who is declined or referred gets an answer. */
    answerWithinDays: z.number().int().min(0).max(30),
  }),
  dispatch: z.object({
    minTeamSize: z.number().int().min(1),
    briefingRequired: z.boolean(),
  }),
  return: z.object({
    /** A team is shown as overdue this long after its latest return time. */
    overdueAfterMinutes: z.number().int().min(0),
  }),
})
export type CenterProfile = z.infer<typeof centerProfile>
export type InsurancePolicy = CenterProfile['insurance']
export type NeedsPolicy = CenterProfile['needs']
export type DispatchPolicy = CenterProfile['dispatch']
