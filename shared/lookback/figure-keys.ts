/** What may stand and wait: people to be talked with, needs just heard, needs to be seen, needs and people for a team, teams. */
export const recordedQueues = ['consulting', 'received', 'toSurvey', 'ready', 'waiting', 'sendOff', 'reports'] as const
export type RecordedQueue = (typeof recordedQueues)[number]

/** The line before reception stands in no record: simulated people alone know of it. */
export const queueNames = ['line', ...recordedQueues] as const
export type QueueName = (typeof queueNames)[number]

/** What a day or a drill is looked back at by, in the order in which it is told. */
export const figureKeys = [
  'timeToOpen',
  'arrivalToNumber',
  'numberToTeam',
  'needToSurvey',
  'surveyToDispatch',
  'dispatchToDone',
  'needToDone',
  'queue',
  'stoodTooLong',
  'expectations',
  'injects',
  'doublesCaught',
  'doublesLeft',
  'sentAgainWithReason',
  'sentAgainWithoutReason',
  'gateWithReason',
  'gateUnseen',
  'gateWithoutReason',
  'uninsuredOut',
  'minorsAlone',
  'unaccounted',
  'notSentHome',
  'byProxy',
  'paperAccuracy',
] as const
export type FigureKey = (typeof figureKeys)[number]
