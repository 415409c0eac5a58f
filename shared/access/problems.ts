import { defineProblem, details } from '#shared/core/problem.ts'

export const wrongPin = defineProblem('access.wrongPin', 401, details<{ left: number }>)
export const unknownStaff = defineProblem('access.unknownStaff', 401, details<object>)
export const nameTaken = defineProblem('access.nameTaken', 409, details<{ name: string }>)
export const unknownDesk = defineProblem('access.unknownDesk', 422, details<{ desk: string }>)
export const lastLead = defineProblem('access.lastLead', 409, details<{ name: string }>)
