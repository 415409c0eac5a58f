import { z } from 'zod'

/** The number of the state that a sender saw of what they change; 0 where nothing was there. */
export const basedOnSeq = z.number().int().min(0)

/** A record's or command's id: a UUID made by the device. */
export const id = z.uuid()

/** An instant: ISO 8601 in UTC. Stamped by the server; devices never decide it. */
export const instant = z.iso.datetime()

/** A calendar date in the center's time zone, `YYYY-MM-DD`. */
export const date = z.iso.date()

/** A time of day in the center's time zone, `HH:MM`. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Signs that turn the direction of what follows: pasted along unseen, they make a line say something else. */
const withoutTurns = (typed: string) => typed.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')

/** One line of text, at most `max` characters; control characters are refused, line breaks included. */
export const line = (max: number) =>
  z
    .string()
    .overwrite(withoutTurns)
    .trim()
    .max(max)
    .regex(/^[^\p{Cc}]*$/u)

/** One line that must not be empty. */
export const requiredLine = (max: number) => line(max).min(1)

/** Several lines, at most `max` characters. */
export const text = (max: number) =>
  z
    .string()
    .overwrite(withoutTurns)
    .trim()
    .max(max)
    .regex(/^[^\p{Cc}\n\r\t]*(?:[\n\r\t][^\p{Cc}\n\r\t]*)*$/u)

/** A PIN is six digits; it opens a session at a desk, never the file. */
export const pin = z.string().regex(/^\d{6}$/)
