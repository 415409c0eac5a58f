import { definePhoneProblem, defineProblem, details } from '#shared/core/problem.ts'

/** Everything of a drill is refused in a center whose records are real. */
export const notADrill = definePhoneProblem('practice.notADrill', 409, details<object>)
export const drillAlreadyStarted = defineProblem('practice.drillAlreadyStarted', 409, details<{ title: string }>)
/** Since when, and for desks who ended it; '' where it came to its end by itself. */
export const drillOver = definePhoneProblem('practice.drillOver', 409, details<{ at: string; by: string }>)
/** Somebody else has handed the desk over to the same players. */
export const seatHanded = defineProblem(
  'practice.seatHanded',
  409,
  details<{ desk: string; player: string; by: string; at: string }>,
)
/** Somebody was quicker: it was given, answered or left out before. All phones of a part share what is given to it. */
export const injectMoved = definePhoneProblem(
  'practice.injectMoved',
  409,
  details<{ title: string; state: string; at: string; by: string }>,
)
/** What happens to a team happens to one that is outside. */
export const teamNotOut = defineProblem('practice.teamNotOut', 409, details<{ team: number }>)
/** Another leads the team by now: what happens to it is on their phone. */
export const leaderChanged = definePhoneProblem('practice.leaderChanged', 409, details<{ title: string }>)
/** A drill's time only goes on. */
export const timeGoesOn = defineProblem('practice.timeGoesOn', 422, details<{ now: string }>)
/** The lead's desk is not for whoever scans a poster. */
export const deskNotForJoining = definePhoneProblem('practice.deskNotForJoining', 409, details<object>)
export const deskMissing = definePhoneProblem('practice.deskMissing', 422, details<object>)
export const pinMissing = definePhoneProblem('practice.pinMissing', 422, details<object>)
/** Every card of this part is taken. */
export const noCardLeft = definePhoneProblem('practice.noCardLeft', 409, details<object>)
/** Whoever is on the Wi-Fi can join: they must not fill the laptop's disk with pictures. */
export const enoughPhotos = definePhoneProblem('practice.enoughPhotos', 409, details<{ most: number }>)
export const notTakingPart = definePhoneProblem('practice.notTakingPart', 404, details<object>)
export const noDevicesOff = defineProblem('practice.noDevicesOff', 409, details<object>)
export const alreadyDevicesOff = defineProblem('practice.alreadyDevicesOff', 409, details<{ from: string }>)
/** Where this center is a drill itself, or lives in memory: no drill is held beside it. */
export const noDrillRoom = defineProblem('practice.noDrillRoom', 409, details<object>)
/** Nobody practises on the laptop that counts real people home. */
export const dayIsOpen = defineProblem('practice.dayIsOpen', 409, details<{ date: string }>)
export const drillRuns = defineProblem('practice.drillRuns', 409, details<{ title: string; port: number }>)
export const noDrillRuns = defineProblem('practice.noDrillRuns', 409, details<object>)
/** The first thing to mend, with its line. */
export const scenarioUnfit = defineProblem('practice.scenarioUnfit', 422, details<{ line: number; sentence: string }>)
/** A name of the program's own: such a file is never written over. */
export const scenarioOfBank = defineProblem('practice.scenarioOfBank', 409, details<{ name: string }>)
/** An edit of the form that would make a scenario that cannot be: nothing of it is written. */
export const editUnfit = defineProblem(
  'practice.editUnfit',
  422,
  details<{ line: number; path: string; sentence: string }>,
)
/** What was to be changed is no longer in the text. */
export const entryNotInText = defineProblem('practice.entryNotInText', 409, details<{ key: string }>)
/** Another desk kept a scenario under this name; `read` says whether the sender knew an earlier one. */
export const scenarioSavedMeanwhile = defineProblem(
  'practice.scenarioSavedMeanwhile',
  409,
  details<{ name: string; title: string; at: string; read: boolean }>,
)
