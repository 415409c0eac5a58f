import { scenario } from '#drills/core/scenario.ts'
import { deskNames, pin } from '#tests/faults/inject-day.ts'
import { filled, stuff } from '#tests/faults/inject-payloads.ts'

type Payloads = readonly string[]

/** By what the file of the scenario is called. */
export const scenarioName = 'hostile'

/** To whom something may happen in a drill. */
const recipients = [
  { desk: 'lead' },
  'controller',
  { phone: 'survivor' },
  { phone: 'observer' },
  { phone: 'volunteer' },
  { phone: 'staff' },
  'team',
] as const

/** Of each recipient at least two: one is answered, the other not. */
const injectsFor = (payloads: Payloads) => Math.max(payloads.length, 2 * recipients.length)

/** Who sits at every desk of it. */
export const staffNameOf = (payloads: Payloads) => filled(payloads, 30)

const from = (payloads: Payloads, start: number) => {
  const at = start % payloads.length
  return [...payloads.slice(at), ...payloads.slice(0, at)]
}

const { shape } = scenario
const ofInject = shape.injects.unwrap().element.pick({ title: true, text: true, script: true })
const ofCard = shape.cards.unwrap().element.omit({ key: true, role: true })
const ofCall = shape.calls.unwrap().element

function call(payloads: Payloads) {
  const household = { name: 'x', nameKana: 'x', phone: '', considerations: 'x' }
  const visit = {
    minutes: 30,
    outcome: 'completed',
    workDone: 'x',
    remainingWork: 'x',
    observation: 'x',
    helpNeeded: 'x',
  }
  const asked = { categories: ['tidyingUp'], work: 'x', dangers: 'x', wishedTime: 'x', headcount: 3, tools: ['x'] }
  const contact = {
    townId: 'deiki-2',
    addressLine: 'x',
    story: 'x',
    landmark: 'x',
    requesterName: 'x',
    requesterKana: 'x',
  }
  const said = { name: 'call', at: '08:32', asked, household, contact, visits: [visit] }
  const { input } = stuff(said, payloads, ofCall)
  const { household: stuffed, ...others } = input as typeof said
  // Whatever is called in has a number that can be dialled.
  return { ...others, household: { ...stuffed, phone: '0457800101' } }
}

/** A scenario of the council's own with payloads in every text of it; each payload begins one inject and one card. */
export function hostileScenario(payloads: Payloads): object {
  const staffName = staffNameOf(payloads)
  const center = {
    name: 'x',
    place: 'x',
    phone: '',
    disasterName: 'x',
    hazard: 'earthquake',
    insuranceBeginsAtOnce: true,
  }
  const heads = { title: 'x', about: 'x', sources: [{ figure: 'x', source: 'x' }] }
  const many = Array.from({ length: injectsFor(payloads) }, (_, index) => index)
  const reaction = { by: staffName, after: 1, answer: filled(payloads, 300) }
  const card = { title: 'x', who: 'x', whatHappened: 'x', knows: 'x', doesNotKnow: 'x', saysFirst: 'x' }
  return {
    name: scenarioName,
    ...(stuff(heads, payloads, scenario.pick({ title: true, about: true, sources: true })).input as object),
    seed: 1,
    date: '2026-06-06',
    startsAt: '08:30',
    endsAt: '12:00',
    servedFrom: '08:40',
    center: {
      ...(stuff(center, payloads, shape.center.omit({ profileName: true })).input as object),
      profileName: 'standard',
    },
    staff: [{ name: staffName, pin, desks: deskNames }],
    volunteers: {
      arrivals: [{ from: '08:31', to: '08:33', people: 1 }],
      kinds: [{ kind: filled(payloads, 40), people: 1, by: 'phone', ages: [25, 60], plan: 'naturalDisaster' }],
    },
    weather: [{ from: '08:30', words: filled(payloads, 60) }],
    calls: [call(payloads)],
    injects: many.map((index) => ({
      ...(stuff({ title: 'x', text: 'x', script: 'x' }, from(payloads, index), ofInject).input as object),
      key: `inject-${index}`,
      to: recipients[index % recipients.length],
      answerWithin: 10,
      ...(index === 0 ? { reaction } : {}),
    })),
    cards: many.map((index) => ({
      ...(stuff(card, from(payloads, index), ofCard).input as object),
      key: `card-${index}`,
      role: 'survivor',
    })),
    players: [{ player: 'needs', staff: staffName, minutesPerCall: 1 }],
    steps: [
      {
        at: '08:30',
        by: staffName,
        command: 'center.openDay',
        input: {
          dayId: '#day',
          date: '2026-06-06',
          receptionOpensAt: '08:30',
          receptionClosesAt: '09:20',
          capacity: 40,
          returnBy: '12:00',
        },
      },
    ],
    expectations: [{ check: 'injectsAnsweredInTime' }, { check: 'noDoubleHouseholds' }],
  }
}
