import type { Drill, InputOf, StaffActor } from '#drills/core/drill.ts'
import { wasRefused } from '#drills/core/drill.ts'
import { inventedPhone } from '#drills/core/invented-people.ts'
import { idNamed } from '#drills/core/named-ids.ts'
import type { Bus } from '#drills/core/scenario.ts'
import type { ReceptionQueue } from '#drills/players/arrivals.ts'
import { addDays } from '#shared/core/time.ts'

type Listed = InputOf<'groups.checkInGroup'>['leader']

/** A leader tells the desk how many they are; the list is read out and keyed in later. */
const minutesPerGroup = 3
const minutesPerList = 12

/** Lets the buses come: one act checks a whole group in, another gives its people their names. */
export function playBuses(drill: Drill, queue: ReceptionQueue): void {
  for (const [index, bus] of drill.scenario.volunteers.buses.entries()) {
    drill.at(bus.at, () => {
      queue.ask(minutesPerGroup, async (actor) => {
        const reply = await checkIn(drill, actor, bus, index)
        if (wasRefused(reply)) return
        drill.after(bus.namedAfter, () => queue.ask(minutesPerList, (clerk) => giveNames(drill, clerk, bus, index)))
      })
    })
  }
}

const visitIdOf = ({ name }: Bus) => idNamed(`bus-${name}`)

function listed(drill: Drill, phone: string): Listed {
  const plain = { birthDate: '', sex: 'notSaid' as const, address: '', plan: null, skills: [] }
  return { ...drill.names.next(), phone, ...plain }
}

function checkIn(drill: Drill, actor: StaffActor, bus: Bus, index: number) {
  return drill.send(actor, 'groups.checkInGroup', {
    groupVisitId: visitIdOf(bus),
    groupId: null,
    name: bus.name,
    leader: listed(drill, inventedPhone(7000 + index)),
    onDayContact: '',
    members: [],
    unnamed: bus.people - 1,
    insurance: { plan: 'naturalDisaster', joinedOn: addDays(drill.today, -20) },
    insuranceSeen: true,
    guardianConsent: 'notNeeded',
    vehicles: [{ kind: 'largeBus', count: 1, seats: 45, mayMoveOnSite: false }],
    tools: [{ name: 'スコップ', count: 10 }],
    wishes: '',
    mayBeMixed: bus.mayBeMixed,
    consentVersion: '2026-11',
    ifFull: 'asManyAsFit',
  })
}

async function giveNames(drill: Drill, actor: StaffActor, bus: Bus, index: number): Promise<void> {
  const members = Array.from({ length: bus.people - 1 }, (_, one) =>
    listed(drill, inventedPhone(7100 + index * 60 + one)),
  )
  const input = { groupVisitId: visitIdOf(bus), members, rest: 'keep', ifFull: 'refuse' } as const
  await drill.send(actor, 'groups.nameMembers', input)
}
