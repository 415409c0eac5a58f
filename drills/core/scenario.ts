import { z } from 'zod'
import { formMinutes, givesUp } from '#drills/core/form-minutes.ts'
import { leaderShares } from '#drills/core/leader-shares.ts'
import { type Asked, type Contact, plainAsked, plainContact } from '#drills/core/plain-call.ts'
import { deskName } from '#shared/center/desk.ts'
import { commands } from '#shared/commands.ts'
import { date, requiredLine, timeOfDay } from '#shared/core/fields.ts'
import { condition } from '#shared/practice/condition.ts'
import { participantRole } from '#shared/practice/participant.ts'
import { scenarioClock } from '#shared/practice/scenario-clock.ts'
import { report } from '#shared/reports/report.ts'

/** A time of one of the scenario's days. */
export const clockOfDays = z
  .string()
  .regex(scenarioClock, '時刻は 08:30 のように、2日目からは +1 08:30 のように書いてください。')

/** So many, or as many as chance says between two numbers; the seed decides. */
export const amount = z.union([
  z.number().int().min(0),
  z.strictObject({ min: z.number().int().min(0), max: z.number().int().min(1) }),
])
export type Amount = z.infer<typeof amount>

export const fraction = z.number().min(0).max(1)
const minutes = z.number().min(0).max(600)
const staffName = requiredLine(30)

/** Who comes: how many of which kind. The kinds are shared out over the arrivals by the seed. */
const volunteerKind = z.strictObject({
  kind: z.string(),
  /** How many of them; or, where chance says how many come, their share of those who do. */
  people: z.number().int().min(1).optional(),
  share: z.number().positive().max(100).optional(),
  by: z.enum(['phone', 'proxy']),
  ages: z.tuple([z.number().int(), z.number().int()]),
  plan: commands.checkIn.input.shape.insurance.shape.plan,
  /** Whether staff enrol them on the spot where their insurance does not cover the day. */
  enrols: z.boolean().default(false),
  guardianConsent: commands.checkIn.input.shape.guardianConsent.default('notNeeded'),
  language: commands.checkIn.input.shape.language.default('ja'),
  vehicle: commands.checkIn.input.shape.vehicle.default('none'),
  skills: commands.checkIn.input.shape.skills.default([]),
  experienced: fraction.default(0),
  /** What is said about today's health, where it is not good. */
  concern: z.string().default(''),
  /** Registered beforehand: recognised by number and birth date, and three things confirmed. */
  returning: z.boolean().default(false),
  /** Whether they wait for a place where today's are taken, or go home. */
  waitsIfFull: z.boolean().default(false),
  /** Comes to the desk again after the phone has checked in: the likely double. */
  comesTwice: z.boolean().default(false),
})
export type VolunteerKind = z.infer<typeof volunteerKind>

/** A group that comes together: a leader, and so many whose names follow. */
const bus = z.strictObject({
  name: requiredLine(40),
  at: clockOfDays,
  people: z.number().int().min(2).max(60),
  mayBeMixed: z.boolean().default(true),
  /** How long after their arrival the list of names is keyed in. */
  namedAfter: minutes,
})
export type Bus = z.infer<typeof bus>

const receiveNeed = commands.receiveNeed.input.shape

const isObject = (value: unknown) => typeof value === 'object' && value !== null

// Whatever is not said is as in the plain call; what comes of it must fit the command.
const asked = z
  .custom<Partial<Asked>>(isObject)
  .transform((said): Asked => ({ ...plainAsked, ...said }))
  .pipe(z.strictObject(receiveNeed.asked.shape))
const contact = z
  .custom<Partial<Contact>>(isObject)
  .transform((said): Contact => ({ ...plainContact, ...said }))
  .pipe(z.strictObject(receiveNeed.contact.shape))

/** What a survey finds. */
const survey = z.strictObject({
  ...commands.recordSurvey.input.pick({
    mayEnter: true,
    sticker: true,
    roofWork: true,
    headcount: true,
    work: true,
    tools: true,
    dangers: true,
  }).shape,
  /** Visits at which nobody is met, before this one. */
  notMet: z.number().int().min(0).max(3).default(0),
  openedBecause: z.string().optional(),
})

/** How the team fares there. */
const visit = z.strictObject({
  minutes,
  /** One member comes back to the center ahead of the others. */
  oneComesAhead: z.boolean().default(false),
  outcome: report.shape.outcome,
  workDone: z.string().min(1),
  remainingWork: z.string().default(''),
  nextHeadcount: z.number().int().default(0),
  observation: z.string().default(''),
  watch: z.boolean().default(false),
  report: z.enum(['phone', 'paper']).default('phone'),
  nearMiss: z.string().optional(),
  injury: z.string().optional(),
  helpNeeded: z.string().optional(),
  moreMinutes: z.number().int().optional(),
})
export type Visit = z.infer<typeof visit>

/** What becomes of a call that no team can take. */
const otherWay = z.discriminatedUnion('way', [
  z.strictObject({
    way: z.enum(['refer', 'decline']),
    reason: z.string().min(1),
    referredTo: z.string(),
    answeredAfter: minutes.optional(),
  }),
  z.strictObject({ way: z.literal('hold'), reason: z.string().min(1), reviewOn: date }),
  z.strictObject({ way: z.literal('addTo'), call: z.string(), words: z.string().min(1) }),
  z.strictObject({ way: z.literal('leave') }),
])

/** One call for help, as the clerk hears it; what `asked` does not say is as in a plain call. */
const call = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  at: clockOfDays,
  /** Another call about the same house: what a center makes two of, if nobody looks. */
  duplicateOf: z.string().optional(),
  asked,
  household: z.strictObject({ name: z.string(), nameKana: z.string(), phone: z.string(), considerations: z.string() }),
  contact,
  survey: survey.optional(),
  otherWay: otherWay.optional(),
  visits: z.array(visit).default([]),
})
export type Call = z.infer<typeof call>

/** A visit as many of one kind go: minutes by chance between two numbers. */
const visitOfMany = visit.extend({ minutes: amount })

/**
 * Many calls of one kind, spread over a time: a wave of damage is told in figures, not house by house. Names, house
 * numbers and telephones are invented for each by the seed.
 */
const callGroup = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  count: amount,
  from: clockOfDays,
  to: clockOfDays,
  towns: z.array(z.string()).min(1),
  /** By what they come in; taken in turn. */
  channels: z.array(receiveNeed.asked.shape.channel).min(1).default(['phone']),
  /** What is asked; taken in turn. */
  jobs: z.array(z.custom<Partial<Asked>>(isObject)).min(1),
  story: z.string().max(1000).default(''),
  survey: survey.optional(),
  otherWay: otherWay.optional(),
  visits: z.array(visitOfMany).default([]),
  /** Every how manieth house is called in a second time by somebody else; left out where none is. */
  duplicateEvery: z.number().int().min(2).optional(),
})
export type CallGroup = z.infer<typeof callGroup>

/** A named person's part, and how fast they are. */
const part = z.discriminatedUnion('player', [
  z.strictObject({
    player: z.literal('reception'),
    staff: staffName,
    minutesPerProxy: minutes,
    minutesPerCheck: minutes,
    /** How long a sheet that was written by hand takes to be keyed in. */
    minutesPerSheet: minutes.default(1.5),
  }),
  z.strictObject({ player: z.literal('needs'), staff: staffName, minutesPerCall: minutes }),
  z.strictObject({ player: z.literal('survey'), staff: staffName, from: clockOfDays, minutesPerVisit: minutes }),
  z.strictObject({
    player: z.literal('dispatch'),
    staff: staffName,
    from: timeOfDay,
    until: timeOfDay,
    every: minutes,
  }),
  z.strictObject({ player: z.literal('sendOff'), staff: staffName, minutesPerTeam: minutes }),
  z.strictObject({ player: z.literal('teams'), travel: z.tuple([minutes, minutes]), leaders: leaderShares }),
  z.strictObject({ player: z.literal('return'), staff: staffName, minutesPerTeam: minutes, goHomeFrom: timeOfDay }),
  z.strictObject({ player: z.literal('lead'), staff: staffName, closesFrom: timeOfDay }),
])
export type Part = z.infer<typeof part>
export type PartOf<P extends Part['player']> = Extract<Part, { player: P }>

/** What the desk that an inject is given to does about it where nobody of flesh and blood sits there. */
const reaction = z.strictObject({
  by: staffName,
  after: minutes,
  answer: z.string().min(1).max(500),
  steps: z.array(z.strictObject({ command: z.string(), input: z.record(z.string(), z.unknown()) })).default([]),
})

/** To whom an inject is given, as the file writes it. */
export const recipientInFile = z.union([
  z.strictObject({ desk: deskName }),
  z.strictObject({ coach: deskName }),
  z.strictObject({ phone: participantRole }),
  z.literal('team'),
  z.literal('controller'),
])

/** What shows that somebody has done what the coach asked for: one of these acts, since it was asked. */
const doneWhen = z.strictObject({ commands: z.array(z.string()).min(1), atLeast: z.number().int().min(1).default(1) })

/** 状況付与: to whom, what, and when: at a time, on a condition, or by the controller's hand where neither is said. */
const injected = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+$/),
  to: recipientInFile,
  title: requiredLine(60),
  text: z.string().max(600),
  script: z.string().max(1000).default(''),
  at: clockOfDays.optional(),
  when: condition.optional(),
  answerWithin: z.number().int().min(1).max(480).optional(),
  reaction: reaction.optional(),
  /** Of a coach's word: when it is done, what is said then, and what is said where it takes longer than `answerWithin`. */
  doneWhen: doneWhen.optional(),
  praise: z.string().max(500).optional(),
  hint: z.string().max(600).optional(),
})
export type ScenarioInject = z.infer<typeof injected>

/** 役割カード of somebody whom a participant plays. */
const card = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+$/),
  role: participantRole,
  title: requiredLine(60),
  who: z.string().max(300),
  whatHappened: z.string().max(500),
  knows: z.string().max(500).default(''),
  doesNotKnow: z.string().max(500).default(''),
  saysFirst: z.string().max(300).default(''),
})

/** The weather from an hour on. */
const weather = z.strictObject({
  from: clockOfDays,
  words: z.string().max(60),
  /** 暑さ指数 (WBGT), °C. */
  wbgt: z.number().min(-10).max(45).optional(),
  rainMm: z.number().min(0).max(200).default(0),
})

/** There from the beginning, from a time on, or not at all. */
const there = z.union([z.boolean(), clockOfDays])

/** How the set-up room stands when the drill begins: line, power, and what of its lists is done already. */
const opening = z.strictObject({
  line: there.default(true),
  power: there.default(true),
  done: z.array(z.string().max(60)).default([]),
})

/** A command at a time of day, by someone of the staff; `#name` stands for an id. */
const step = z.strictObject({
  at: clockOfDays,
  by: staffName,
  command: z.string(),
  input: z.record(z.string(), z.unknown()),
})

const count = z.number().int().min(0)

/** What must hold at the end, by the name of a check. */
export const expectation = z.discriminatedUnion('check', [
  z.strictObject({ check: z.literal('volunteers'), people: amount }),
  z.strictObject({ check: z.literal('jobsVisited'), jobs: amount }),
  z.strictObject({ check: z.literal('needsByStatus'), statuses: z.record(z.string(), amount) }),
  z.strictObject({ check: z.literal('allReturnedBy'), clock: timeOfDay }),
  z.strictObject({ check: z.literal('dayClosedBy'), clock: timeOfDay }),
  z.strictObject({ check: z.literal('needsDispatchedWithin'), minutes }),
  /** By a time of day, so many are done. */
  z.strictObject({ check: z.literal('receivedBy'), clock: clockOfDays, people: count }),
  z.strictObject({ check: z.literal('dispatchedBy'), clock: clockOfDays, teams: count }),
  z.strictObject({ check: z.literal('injectsAnsweredInTime') }),
  z.strictObject({ check: z.literal('injectAnswered'), inject: z.string(), within: minutes }),
  z.strictObject({ check: z.literal('stoppedBy'), clock: clockOfDays }),
  z.strictObject({ check: z.literal('nothingLeftWithoutAnswer') }),
  /** What was written on paper while screens were dark is in, each sheet with its own time. */
  z.strictObject({ check: z.literal('paperKeyedInBy'), clock: clockOfDays, people: count, calls: count }),
  z.strictObject({ check: z.literal('surveyedBy'), clock: clockOfDays, houses: count }),
  z.strictObject({ check: z.literal('noTeamToClosedGates') }),
  z.strictObject({ check: z.literal('nobodySentAfterStop') }),
  z.strictObject({ check: z.literal('noticesHeard'), within: minutes, share: fraction }),
  z.strictObject({ check: z.literal('waitingList'), people: amount }),
  z.strictObject({ check: z.literal('neverOverCapacity') }),
  z.strictObject({ check: z.literal('noDoubleHouseholds') }),
  z.strictObject({ check: z.literal('groups'), groups: count, people: count }),
  z.strictObject({ check: z.literal('grewWithoutLoss'), to: commands.setUpCenter.input.shape.profileName }),
  z.strictObject({ check: z.literal('everyDeclineHasReasonAndAnswerDate') }),
  z.strictObject({ check: z.literal('nobodyUninsuredOut') }),
  z.strictObject({ check: z.literal('noMinorsAlone') }),
  z.strictObject({ check: z.literal('leadersKnewTheWay') }),
  z.strictObject({ check: z.literal('everyoneWentHome') }),
  z.strictObject({ check: z.literal('summaryAgrees') }),
  z.strictObject({ check: z.literal('incidents'), nearMisses: amount, injuries: amount }),
  z.strictObject({ check: z.literal('refusedOnlyWith'), codes: z.array(z.string()) }),
])
export type Expectation = z.infer<typeof expectation>

/** A day as plain data; everything in it is checked before anything starts. */
export const scenario = z.strictObject({
  // As long as the drill itself takes them: what is saved can be begun.
  name: z
    .string()
    .max(60)
    .regex(/^[a-z0-9-]+$/),
  title: requiredLine(80),
  about: z.string(),
  sources: z.array(z.strictObject({ figure: z.string(), source: z.string() })).min(1),
  seed: z.number().int(),
  date,
  startsAt: timeOfDay,
  endsAt: clockOfDays,
  /** Where a served drill begins, unless somebody names another time: when there is already something to see. */
  servedFrom: clockOfDays,
  center: commands.setUpCenter.input.omit({
    centerId: true,
    activationId: true,
    leadId: true,
    leadName: true,
    pin: true,
  }),
  staff: z
    .array(
      z.strictObject({ name: staffName, pin: commands.addStaff.input.shape.pin, desks: z.array(z.string()).min(1) }),
    )
    .min(1),
  volunteers: z.strictObject({
    arrivals: z.array(z.strictObject({ from: clockOfDays, to: clockOfDays, people: amount })).min(1),
    kinds: z.array(volunteerKind).min(1),
    buses: z.array(bus).default([]),
    formMinutes,
    givesUp,
  }),
  /** One person practises at this desk, alone, and a coach stands at their side. */
  solo: z.strictObject({ desk: deskName }).optional(),
  weather: z.array(weather).max(200).default([]),
  opening: opening.default({ line: true, power: true, done: [] }),
  calls: z.array(call).default([]),
  callGroups: z.array(callGroup).default([]),
  injects: z.array(injected).default([]),
  cards: z.array(card).default([]),
  players: z.array(part),
  steps: z.array(step),
  expectations: z.array(expectation).min(1),
})
export type Scenario = z.infer<typeof scenario>
export type ScenarioData = z.input<typeof scenario>
