import { z } from 'zod'
import { deskName } from '#shared/center/desk.ts'
import { id, instant, line, text } from '#shared/core/fields.ts'
import { participantRole } from '#shared/practice/participant.ts'

/** To whom an inject is given. */
export const injectTo = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('desk'), deskName }),
  /** A word of the coach to whoever practises at a desk: the runner sees by itself when it has been done. */
  z.object({ kind: z.literal('coach'), deskName }),
  z.object({ kind: z.literal('phone'), role: participantRole }),
  z.object({ kind: z.literal('team') }),
  z.object({ kind: z.literal('controller') }),
])
export type InjectTo = z.infer<typeof injectTo>

/** What comes of an inject after it was given; its sender says nothing of it. */
export const untouchedInject = {
  state: 'waiting',
  firedAt: null,
  firedBy: '',
  answeredAt: null,
  answeredBy: '',
  answer: '',
  teamId: null,
  leaderId: null,
  seenAt: null,
} as const

/** 状況付与: something that happens to somebody in a drill. Until it is given, no desk holds it. */
export const inject = z.object({
  id,
  /** Its name in the scenario. */
  key: line(40),
  recipient: injectTo,
  title: line(60),
  text: text(600),
  /** What a caller says, to be typed by whoever takes the call; of a coach, the hint for when it takes too long. */
  script: text(1000),
  /** When it is due; null where it waits for a condition or for the controller's hand. */
  dueAt: instant.nullable(),
  /** The condition in words; empty where there is none. */
  condition: line(120),
  /** Minutes within which it should be answered; null where no answer is asked for. */
  answerWithin: z.number().int().min(1).max(480).nullable(),
  state: z.enum(['waiting', 'fired', 'answered', 'skipped']),
  firedAt: instant.nullable(),
  /** Who gave it by hand; empty where it came of itself. */
  firedBy: line(40),
  answeredAt: instant.nullable(),
  answeredBy: line(40),
  /** Of a coach's word: what is said once it has been done. */
  answer: text(500),
  /** Of one for a team: the team that it happens to; null where none was outside. */
  teamId: id.nullable(),
  /** The leader whose phone shows it, while that team is out; null where their phone has never opened its page. */
  leaderId: id.nullable(),
  /** When it was first read on a phone; null where no phone has shown it. */
  seenAt: instant.nullable(),
})
export type Inject = z.infer<typeof inject>
