import { z } from 'zod'

/**
 * How long the form on a phone takes: so many minutes in the middle, scattered by so many (a standard deviation), of
 * those who are used to it. On a training day of some 53 people a form by QR took under three minutes and one on paper
 * six minutes and twenty seconds (石巻, 河北新報 2025-02-04); with those who are slower these come to about that.
 */
export const formMinutes = z
  .strictObject({ mean: z.number().positive().max(60), spread: z.number().min(0).max(20) })
  .default({ mean: 2.2, spread: 0.6 })

/** The share of those who put the phone away half-way and go to the line. */
export const givesUp = z.number().min(0).max(1).default(0.03)
