import { useEffect, useRef, useState } from 'preact/hooks'
import type { GroupContact, RegisteredGroup } from '#shared/roster/registered-group.ts'
import { wantedThere } from '#web/center/go-to-panel.ts'
import { ask } from '#web/core/ask.ts'
import { groupFormWords as words } from '#web/texts/groups.ts'
import { Button } from '#web/ui/button.tsx'
import type { TypedGroup } from './typed-group.ts'

/** One group that is known beforehand, and what it fills in. */
interface Known {
  key: string
  label: string
  fill: () => Promise<Partial<TypedGroup>>
}

/** What a registered group fills in; what staff have typed already is theirs. */
function ofRegistered(group: RegisteredGroup, contact: GroupContact | null): Partial<TypedGroup> {
  return {
    groupId: group.id,
    name: group.name,
    headcount: String(group.usualHeadcount),
    leaderName: contact?.leaderName ?? '',
    leaderKana: contact?.leaderKana ?? '',
    leaderPhone: contact?.phone ?? '',
    insurance: group.insurance.plan === 'none' ? '' : group.insurance.plan,
    vehicles: group.vehicles.map(({ kind, count, seats, mayMoveOnSite }) => ({
      kind,
      count: String(count),
      seats: String(seats),
      onSite: mayMoveOnSite ? 'yes' : '',
    })),
    tools: group.tools.join('\n'),
  }
}

/** Today's reservations of groups that answer these words. */
async function reserved(name: string): Promise<Known[]> {
  const reply = await ask('reservations.findForDesk', { words: name, date: null })
  if (reply.kind !== 'done') return []
  const open = reply.body.found.filter(
    ({ reservation: { kind, status } }) => kind === 'group' && (status === 'booked' || status === 'waiting'),
  )
  return open.map(({ reservation, contact, code }) => ({
    key: reservation.id,
    label: words.reserved(code, reservation.groupName, reservation.headcount),
    fill: async () => ({
      reservationId: reservation.id,
      reservedFor: reservation.status === 'booked' ? String(reservation.headcount) : '0',
      name: reservation.groupName,
      headcount: String(reservation.headcount),
      leaderName: reservation.name,
      leaderKana: reservation.nameKana,
      leaderPhone: contact?.phone ?? '',
      leaderBirthDate: contact?.birthDate ?? '',
    }),
  }))
}

/** Registered groups that answer these words. */
async function registered(name: string): Promise<Known[]> {
  const reply = await ask('roster.findGroups', { words: name, skills: [], area: '', days: [], among: 'standing' })
  if (reply.kind !== 'done') return []
  return reply.body.groups.slice(0, 4).map((group) => ({
    key: group.groupId,
    label: words.registered(group.name, group.usualHeadcount),
    fill: async () => {
      const whole = await ask('roster.groupOf', { groupId: group.groupId })
      return whole.kind === 'done' ? ofRegistered(whole.body.group, whole.body.contact) : { groupId: group.groupId }
    },
  }))
}

/** Looks for groups known beforehand while the name is typed. */
function useKnown(name: string): readonly Known[] {
  const [known, setKnown] = useState<readonly Known[]>([])
  const latest = useRef(name)
  useEffect(() => {
    latest.current = name
    if (name.trim() === '') return setKnown([])
    const look = async () => {
      const found = [...(await reserved(name)), ...(await registered(name))]
      if (latest.current === name) setKnown(found)
    }
    const timer = setTimeout(() => void look(), 300)
    return () => clearTimeout(timer)
  }, [name])
  return known
}

/** Fills in the reservation with which reception sent the group here. */
function useSentHere(change: (part: Partial<TypedGroup>) => void): void {
  const wanted = wantedThere.value
  useEffect(() => {
    if (wanted?.panel !== 'groups') return
    wantedThere.value = null
    void reserved(wanted.about).then(async ([one]) => {
      if (one) change(await one.fill())
    })
  }, [wanted])
}

/** Groups with a reservation or a registration: one press fills in what they said beforehand. */
export function KnownGroups(props: { typed: TypedGroup; change: (part: Partial<TypedGroup>) => void }) {
  const { typed, change } = props
  const isChosen = typed.groupId !== '' || typed.reservationId !== ''
  const known = useKnown(isChosen ? '' : typed.name)
  useSentHere(change)
  if (isChosen) {
    return (
      <p class="group-settle-line" role="status">
        {words.chosen(typed.name)}
        <Button onPress={() => change({ groupId: '', reservationId: '', reservedFor: '0' })}>{words.forget}</Button>
      </p>
    )
  }
  if (known.length === 0) return null
  return (
    <fieldset class="field">
      <legend class="field-label">{words.known}</legend>
      <div class="group-chips">
        {known.map(({ key, label, fill }) => (
          <Button key={key} onPress={async () => change(await fill())}>
            {label}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}
