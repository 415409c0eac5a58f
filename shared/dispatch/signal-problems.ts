import { definePhoneProblem, details } from '#shared/core/problem.ts'

/** The desk has not let the team go yet, or it was dissolved. */
export const teamNotOut = definePhoneProblem('dispatch.teamNotOut', 409, details<{ team: number }>)
export const teamIsBack = definePhoneProblem('dispatch.teamIsBack', 409, details<{ team: number }>)
export const teamIsDisbanded = definePhoneProblem('dispatch.teamIsDisbanded', 409, details<{ team: number }>)
