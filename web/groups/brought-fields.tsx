import { vehicleWords } from '#shared/groups/brought.ts'
import { groupVehicleKinds } from '#shared/groups/vehicle-kinds.ts'
import { groupWords, groupFormWords as words } from '#web/texts/groups.ts'
import { Button } from '#web/ui/button.tsx'
import { CheckField } from '#web/ui/check-field.tsx'
import { NumberField } from '#web/ui/number-field.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { type GroupMistake, type TypedBrought, type TypedVehicle, usualSeats } from './typed-group.ts'

interface Fields {
  typed: TypedBrought
  change: (part: Partial<TypedBrought>) => void
  mistakes: readonly GroupMistake[]
}

/** Which id a field of the group's form has; the error summary leads there. */
export const groupFieldId = (field: string) => (field === 'text' ? 'group-list' : `group-${field}`)

/** The sentence beside a field, or null. */
export function sentenceOf(mistakes: readonly GroupMistake[], field: string): string | null {
  const mistake = mistakes.find((one) => one.field === field)
  return mistake ? words.mistakes[mistake.reason] : null
}

/** One press for each kind of vehicle: pressed, it has its number and seats. */
function Vehicles({ typed, change, mistakes }: Fields) {
  const put = (changed: TypedVehicle) =>
    change({ vehicles: typed.vehicles.map((one) => (one.kind === changed.kind ? changed : one)) })
  const toggle = (kind: TypedVehicle['kind']) => {
    const has = typed.vehicles.some((one) => one.kind === kind)
    const fresh = { kind, count: '1', seats: String(usualSeats[kind]), onSite: kind === 'largeBus' ? '' : 'yes' }
    change({ vehicles: has ? typed.vehicles.filter((one) => one.kind !== kind) : [...typed.vehicles, fresh] })
  }
  const wrong = sentenceOf(mistakes, 'vehicles')
  return (
    <fieldset class="field" id={groupFieldId('vehicles')}>
      <legend class="field-label">{words.vehicles}</legend>
      <div class="group-chips">
        {groupVehicleKinds.map((kind) => (
          <Button key={kind} pressed={typed.vehicles.some((one) => one.kind === kind)} onPress={() => toggle(kind)}>
            {vehicleWords[kind]}
          </Button>
        ))}
      </div>
      {typed.vehicles.map((vehicle) => (
        <div key={vehicle.kind} class="group-vehicle">
          <strong>{vehicleWords[vehicle.kind]}</strong>
          <NumberField
            label={words.vehicleCount}
            unit={groupWords.vehicle}
            value={vehicle.count}
            onInput={(count) => put({ ...vehicle, count })}
          />
          <NumberField
            label={words.seats}
            unit={groupWords.seat}
            value={vehicle.seats}
            onInput={(seats) => put({ ...vehicle, seats })}
          />
          <CheckField
            label={words.onSite}
            checked={vehicle.onSite !== ''}
            onChange={(onSite) => put({ ...vehicle, onSite: onSite ? 'yes' : '' })}
          />
        </div>
      ))}
      {wrong ? <p class="field-error">{wrong}</p> : null}
    </fieldset>
  )
}

/** What a group brought along, and how it is reached on the day. */
export function BroughtFields(props: Fields) {
  const { typed, change, mistakes } = props
  return (
    <>
      <Vehicles {...props} />
      <TextArea
        label={words.tools}
        id={groupFieldId('tools')}
        rows={2}
        value={typed.tools}
        error={sentenceOf(mistakes, 'tools')}
        onInput={(tools) => change({ tools })}
      />
      <TextField
        label={words.onDayContact}
        id={groupFieldId('onDayContact')}
        maxLength={80}
        value={typed.onDayContact}
        error={sentenceOf(mistakes, 'onDayContact')}
        onInput={(onDayContact) => change({ onDayContact })}
      />
      <TextArea
        label={words.wishes}
        id={groupFieldId('wishes')}
        rows={2}
        maxLength={300}
        value={typed.wishes}
        error={sentenceOf(mistakes, 'wishes')}
        onInput={(wishes) => change({ wishes })}
      />
    </>
  )
}
