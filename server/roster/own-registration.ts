import type { OpenCenter } from '#server/core/open-center.ts'
import type { Tx } from '#server/database/record-table.ts'
import { registeredGroups } from '#server/roster/groups.ts'
import { findLinked } from '#server/roster/registration-links.ts'
import type { OwnRegistration } from '#server/roster/registration-page.ts'
import { registrations } from '#server/roster/registrations.ts'
import { persons } from '#server/volunteers/persons.ts'
import { dateOf, timeZone } from '#shared/core/time.ts'
import type { RegisteredGroup } from '#shared/roster/registered-group.ts'
import type { Registration } from '#shared/roster/registration.ts'
import { toolChoices } from '#shared/roster/registration-form.ts'
import { fiscalYearOf, standingOf } from '#shared/roster/rules.ts'
import type { Person } from '#shared/volunteers/person.ts'
import type { Typed } from '#shared/volunteers/reception-form.ts'

/** A registration as its own page shows it, and what its form is filled in with. */
interface Own {
  own: OwnRegistration
  typed: Typed
}

type Said = Pick<Registration, 'areas' | 'days' | 'tools' | 'insurance'>

/** What is stored of wishes, tools and insurance, as the forms show it. */
function typedSaid({ areas, days, tools, insurance }: Said): Typed {
  const offered: readonly string[] = toolChoices
  return {
    areas,
    days,
    tools: tools.filter((one) => offered.includes(one)),
    otherTools: tools.filter((one) => !offered.includes(one)).join('、'),
    insurance: insurance.plan,
    joinedOn: insurance.joinedOn ?? '',
  }
}

function typedOfPerson(person: Person, registration: Registration): Typed {
  return {
    ...typedSaid(registration),
    skills: person.skills,
    licences: person.licences,
    vehicle: person.vehicle,
    experience: person.experience ? 'yes' : '',
    languages: registration.languages.join('、'),
  }
}

function typedOfGroup(group: RegisteredGroup): Typed {
  const vehicles: Record<string, string> = {}
  for (const { kind, count, seats, mayMoveOnSite } of group.vehicles) {
    vehicles[`count.${kind}`] = String(count)
    vehicles[`seats.${kind}`] = String(seats)
    if (mayMoveOnSite) vehicles[`mayMove.${kind}`] = 'yes'
  }
  const { usualHeadcount, skills } = group
  return { ...typedSaid(group), headcount: String(usualHeadcount), skills, ...vehicles }
}

const tokenShape = /^[0-9a-f]{32}$/

async function findOwnIn(tx: Tx, id: string, today: string): Promise<Own | undefined> {
  const year = fiscalYearOf(today)
  const registration = await registrations.find(tx, id)
  const person = registration && (await persons.find(tx, id))
  if (person) {
    const { number } = registration
    const own = { kind: 'person' as const, number, name: person.name, standing: standingOf(registration, today), year }
    return { own, typed: typedOfPerson(person, registration) }
  }
  const group = await registeredGroups.find(tx, id)
  if (!group) return undefined
  const { number, name } = group
  return {
    own: { kind: 'group', number, name, standing: standingOf(group, today), year },
    typed: typedOfGroup(group),
  }
}

/** Whose registration a link opens, of a person or a group. */
export function findOwn(center: OpenCenter, token: string): Promise<Own | undefined> {
  const today = dateOf(center.clock.now(), timeZone)
  return center.read(async (tx) => {
    const id = tokenShape.test(token) ? await findLinked(tx, token) : undefined
    return id === undefined ? undefined : findOwnIn(tx, id, today)
  })
}
