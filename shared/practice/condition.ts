import { z } from 'zod'

/** A condition on what stands in a drill's center; an inject is given when it first holds. */
export const condition = z.discriminatedUnion('that', [
  z.strictObject({ that: z.literal('teamsOut'), atLeast: z.number().int().min(1) }),
  z.strictObject({ that: z.literal('peopleWaiting'), atLeast: z.number().int().min(1) }),
  z.strictObject({ that: z.literal('needsWaiting'), atLeast: z.number().int().min(1) }),
  z.strictObject({ that: z.literal('peopleReceived'), atLeast: z.number().int().min(1) }),
  z.strictObject({ that: z.literal('needsCompleted'), atLeast: z.number().int().min(1) }),
  z.strictObject({ that: z.literal('afterInject'), inject: z.string(), minutes: z.number().min(0).max(600) }),
  /** Somebody stands at the desk where people sit, and tells who they are; or somebody who has been received before. */
  z.strictObject({ that: z.literal('standsAtDesk'), atLeast: z.number().int().min(1) }),
  z.strictObject({ that: z.literal('cameAgain'), atLeast: z.number().int().min(1) }),
  /** People who stand there and have something that reception settles with them. */
  z.strictObject({ that: z.literal('talksWaiting'), atLeast: z.number().int().min(1) }),
  z.strictObject({ that: z.literal('uninsuredHere'), atLeast: z.number().int().min(1) }),
  z.strictObject({ that: z.literal('consentMissing'), atLeast: z.number().int().min(1) }),
  /** What the scenario's weather says for the hour. */
  z.strictObject({ that: z.literal('wbgt'), atLeast: z.number().min(0).max(45) }),
  z.strictObject({ that: z.literal('rain'), atLeast: z.number().min(1).max(200) }),
])
export type Condition = z.infer<typeof condition>
