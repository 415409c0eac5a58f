import type { Drill, InputOf, StaffActor } from '#drills/core/drill.ts'
import { wasRefused } from '#drills/core/drill.ts'
import { inventedPhone } from '#drills/core/invented-people.ts'
import { idNamed } from '#drills/core/named-ids.ts'
import type { Bus } from '#drills/core/scenario.ts'
import type { ReceptionQueue } from '#drills/players/arrivals.ts'
import { busScript, ring } from '#drills/players/ring.ts'
import { addDays } from '#shared/core/time.ts'

type Listed = InputOf<'groups.checkInGroup'>['leader']

/** A leader tells the desk how many they are; the list is read out and keyed in later. */
const minutesPerGroup = 3
const minutesPerList = 12

/** Lets the buses come: one act checks a whole group in, another gives its people their names. */
export function playBuses(drill: Drill, queue: ReceptionQueue): void {
  for (const [index, bus] of drill.scenario.volunteers.buses.entries()) {
    // Who sits in it is invented beforehand, so that the same people come after a break.
    const [leader, ...members] = Array.from({ length: bus.people }, (_, one) =>
      listed(drill, inventedPhone(one === 0 ? 7000 + index : 7099 + index * 60 + one)),
    )
    if (!leader) continue
    drill.at(bus.at, () => {
      // By the leader's name, under which the group is received.
      const at = drill.instantOf(bus.at)
      drill.facts.note('arrival', leader.name, { at, of: bus.name })
      const named = () => queue.ask(minutesPerList, (clerk) => giveNames(drill, clerk, bus, members))
      if (drill.isDone(namedId(bus))) return
      if (drill.isDone(arrivedId(bus))) return named()
      const key = `bus ${bus.name}`
      queue.line.join({ key, name: leader.name, at })
      const told = {
        key,
        deskName: 'reception',
        title: `${bus.name}が着きました`.slice(0, 60),
        script: busScript(bus, leader),
      }
      const receive = async (actor: StaffActor) => {
        if (wasRefused(await checkIn(drill, actor, bus, leader))) queue.line.leave(key)
        else drill.after(bus.namedAfter, named)
      }
      queue.ask(minutesPerGroup, receive, () => ring(drill, told))
    })
  }
}

const arrivedId = ({ name }: Bus) => idNamed(`bus-arrived-${name}`)
const namedId = ({ name }: Bus) => idNamed(`bus-named-${name}`)
const visitIdOf = ({ name }: Bus) => idNamed(`bus-${name}`)

function listed(drill: Drill, phone: string): Listed {
  const plain = { birthDate: '', sex: 'notSaid' as const, address: '', plan: null, skills: [] }
  return { ...drill.names.next(), phone, ...plain }
}

function checkIn(drill: Drill, actor: StaffActor, bus: Bus, leader: Listed) {
  const input: InputOf<'groups.checkInGroup'> = {
    groupVisitId: visitIdOf(bus),
    groupId: null,
    name: bus.name,
    leader,
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
  }
  return drill.send(actor, 'groups.checkInGroup', input, { id: arrivedId(bus) })
}

async function giveNames(drill: Drill, actor: StaffActor, bus: Bus, members: Listed[]): Promise<void> {
  const input = { groupVisitId: visitIdOf(bus), members, rest: 'keep', ifFull: 'refuse' } as const
  await drill.send(actor, 'groups.nameMembers', input, { id: namedId(bus) })
}
