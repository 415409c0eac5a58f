import { z } from 'zod'
import { id, instant, line } from '#shared/core/fields.ts'

/** How many times as fast as the wall a drill's clock may run; 0 stands still. */
export const drillSpeed = z.number().min(0).max(600)

/** The weather from an instant on, as far as it is told. */
const drillWeather = z.object({
  from: instant,
  words: line(60),
  /** 暑さ指数 (WBGT), °C; null where nobody measures it. */
  wbgt: z.number().nullable(),
  /** In an hour. */
  rainMm: z.number(),
})

/** How the center stood when the drill began; null for a line, or power, that is not there all through. */
const drillOpening = z.object({
  lineFrom: instant.nullable(),
  powerFrom: instant.nullable(),
  /** So many items of the set-up room's lists were done already. */
  done: z.number().int().min(0),
})

/** A drill (訓練) as a whole; one record, known to every page, in a drill's center alone. */
export const drillState = z.object({
  id,
  /** The file that it is played from. */
  scenarioName: line(60),
  title: line(80),
  seed: z.number().int(),
  startedAt: instant,
  endsAt: instant,
  /** The speed that the controller wishes; 0 while the drill is paused. */
  speed: drillSpeed,
  /** A jump that the controller asked for and that the clock has not made yet. */
  jumpTo: instant.nullable(),
  /** 端末を使わない時間: screens are dark, desks work on paper. */
  devicesOff: z.object({ from: instant, until: instant.nullable() }).nullable(),
  phase: z.enum(['running', 'over']),
  /** How often phones were told that there is something for them: without an account they hold no inject, and ask. */
  toldPhones: z.number().int().min(0),
  /** The desk at which one person practises alone, with a coach at their side; empty where many take part. */
  soloDesk: line(40),
  /** Whoever practises alone wants to play the round once more: the runner begins it anew. */
  again: z.boolean(),
  /** Hour by hour, from the beginning to the end: every page shows what of it holds by the drill's time. */
  weather: z.array(drillWeather).max(200),
  /** Null where the drill is older than this was told. */
  opening: drillOpening.nullable(),
})
export type DrillState = z.infer<typeof drillState>
