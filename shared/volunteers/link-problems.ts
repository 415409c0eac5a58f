import { definePhoneProblem, details } from '#shared/core/problem.ts'

/** The link is bound to another phone: number and birth date are asked for, once. */
export const linkElsewhere = definePhoneProblem('volunteers.linkElsewhere', 409, details<object>)
/** Says nothing of what is stored: neither whether the number nor whether the date fitted. */
export const notYourLink = definePhoneProblem('volunteers.notYourLink', 401, details<object>)
/** Bound to as many phones as one person has; the desk gives a new link. */
export const linkOnManyPhones = definePhoneProblem('volunteers.linkOnManyPhones', 409, details<{ most: number }>)
/** Re-issued, never given, or of a day that another has followed. */
export const linkOver = definePhoneProblem('volunteers.linkOver', 410, details<object>)
