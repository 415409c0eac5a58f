import type { Desk, Panel } from '#shared/center/profile.ts'
import { deskThatDoes } from '#shared/center/profiles.ts'
import { DeskTab } from '#web/shell/desk-tab.tsx'
import { partNames, shellTexts } from '#web/texts/shell.ts'

/** Panels that belong together, named after the first of them. */
export type Part = readonly Panel[]

/** On one desk that holds everything, panels that belong together are parts of it, shown one part at a time. */
const partsOfDesk: Readonly<Record<string, readonly Part[]>> = {
  frontDesk: [
    ['lead'],
    ['needs'],
    ['reception'],
    ['dispatch', 'map', 'people'],
    ['return', 'allReturned'],
    ['affairs'],
    ['groups'],
    ['findPeople'],
    ['surveys'],
    ['doubles'],
    ['reservations'],
    ['roster'],
    ['privacy'],
    ['practice'],
    ['lookback'],
    ['readiness'],
  ],
  lead: [
    ['lead', 'allReturned', 'affairs'],
    ['reservations'],
    ['roster'],
    ['privacy'],
    ['practice'],
    ['lookback'],
    ['readiness'],
  ],
  affairs: [['affairs', 'allReturned'], ['reservations'], ['roster'], ['privacy'], ['readiness']],
  reception: [['reception'], ['groups'], ['reservations'], ['roster'], ['doubles']],
  needs: [['needs'], ['doubles']],
  return: [['return', 'allReturned'], ['groups']],
}

/** The parts of a desk: one that was merged shows what each of its works shows, one after the other. */
export function partsOf({ name, work, panels }: Desk): readonly Part[] {
  const parts = (work ?? [name]).flatMap((one) => partsOfDesk[one] ?? [deskThatDoes(one)?.panels ?? panels])
  return parts.filter((part, index) => parts.findIndex((other) => other[0] === part[0]) === index)
}

interface PartTabsProps {
  /** Every part in its order, also those that wait for a day: the key of a part is the same all day. */
  all: readonly Part[]
  open: readonly Part[]
  current: Part
  /** The keys are free only where no second desk wants them. */
  withKeys: boolean
  onChoose: (name: Panel) => void
}

/** The bar that leads from one part of the desk to another. */
export function PartTabs({ all, open, current, withKeys, onChoose }: PartTabsProps) {
  const placeOf = (name: Panel) => all.findIndex((part) => part.includes(name)) + 1
  return (
    <nav class="part-tabs" aria-label={shellTexts.parts}>
      {open.map(([name = 'lead']) => (
        <DeskTab
          key={name}
          label={partNames[name] ?? name}
          keys={withKeys ? `Alt+${placeOf(name)}` : undefined}
          current={name === current[0]}
          onChoose={() => onChoose(name)}
        />
      ))}
    </nav>
  )
}
