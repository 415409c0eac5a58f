import { defineProblem, details } from '#shared/core/problem.ts'

/** Copies and restoring. */
export const noFile = defineProblem('keeping.noFile', 409, details<object>)
export const notSetUpYet = defineProblem('keeping.notSetUpYet', 409, details<object>)
export const copyDiffers = defineProblem('keeping.copyDiffers', 500, details<object>)
export const copyFailed = defineProblem('keeping.copyFailed', 500, details<{ reason: string }>)
export const emptierThanCopies = defineProblem('keeping.emptierThanCopies', 409, details<{ seq: number; most: number }>)
export const folderMissing = defineProblem('keeping.folderMissing', 409, details<{ folder: string }>)
export const folderUnfit = defineProblem('keeping.folderUnfit', 422, details<{ folder: string }>)
export const copyMissing = defineProblem('keeping.copyMissing', 404, details<{ file: string }>)
export const copyLocked = defineProblem('keeping.copyLocked', 422, details<{ file: string }>)
export const copyDamaged = defineProblem('keeping.copyDamaged', 422, details<{ file: string }>)
export const copyUnfinished = defineProblem('keeping.copyUnfinished', 422, details<{ file: string }>)
export const copyNewer = defineProblem('keeping.copyNewer', 422, details<{ file: string }>)
export const copyEmpty = defineProblem('keeping.copyEmpty', 422, details<{ file: string }>)
export const severalCenters = defineProblem('keeping.severalCenters', 422, details<{ folder: string }>)

export const nothingSealed = defineProblem('keeping.nothingSealed', 404, details<object>)
