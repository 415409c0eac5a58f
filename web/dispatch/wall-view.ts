import { batch, effect, signal } from '@preact/signals'
import type { Need, NeedStatus } from '#shared/needs/need.ts'
import { store } from '#web/core/store.ts'

export const wallStates = ['ready', 'toBeContinued', 'assigned', 'inProgress'] as const satisfies NeedStatus[]
export const wallSorts = ['urgency', 'number', 'town', 'waiting'] as const
type WallSort = (typeof wallSorts)[number]

/** What wall and map show; lies in the page's address, so that a link reproduces the view. Nothing personal is in it. */
export interface WallFilter {
  town: string
  category: string
  state: string
  urgent: boolean
  sort: WallSort
}

const nothing: WallFilter = { town: '', category: '', state: '', urgent: false, sort: 'urgency' }

const names = { town: 'town', category: 'work', state: 'state', urgent: 'urgent', sort: 'sort' } as const

function readFilter(hash: URLSearchParams): WallFilter {
  return {
    town: hash.get(names.town) ?? '',
    category: hash.get(names.category) ?? '',
    state: hash.get(names.state) ?? '',
    urgent: hash.has(names.urgent),
    sort: wallSorts.find((sort) => sort === hash.get(names.sort)) ?? 'urgency',
  }
}

const hashNow = () => new URLSearchParams(location.hash.slice(1))

export const wallFilter = signal<WallFilter>(readFilter(hashNow()))

/** The filter as the map has it: one frame after the wall, so that neither waits for both to be drawn. */
export const mapFilter = signal<WallFilter>(wallFilter.peek())

let behind = 0
effect(() => {
  void wallFilter.value
  cancelAnimationFrame(behind)
  // A task after the frame in which the wall was drawn.
  behind = requestAnimationFrame(() => setTimeout(() => (mapFilter.value = wallFilter.peek())))
})

/** The need that wall and map have chosen, by its number. */
const selectedNumber = signal<number | null>(Number(hashNow().get('need')) || null)

/** The teams that stood at the selected need when it was chosen: whoever comes in between is told of. Null: not looked. */
const seenTeamIds = signal<readonly string[] | null>(null)

effect(() => {
  const { town, category, state, urgent, sort } = wallFilter.value
  const hash = hashNow()
  const values = { town, category, state, urgent: urgent ? '1' : '', sort: sort === 'urgency' ? '' : sort }
  for (const [key, value] of Object.entries(values)) {
    const name = key === 'category' ? names.category : key
    if (value === '') hash.delete(name)
    else hash.set(name, value)
  }
  if (selectedNumber.value === null) hash.delete('need')
  else hash.set('need', String(selectedNumber.value))
  const text = hash.toString()
  if (text !== location.hash.slice(1))
    history.replaceState(history.state, '', text === '' ? location.pathname : `#${text}`)
})

// Both at once: the address is written anew as soon as one of them changes.
addEventListener('hashchange', () => {
  const hash = hashNow()
  batch(() => {
    wallFilter.value = readFilter(hash)
    selectedNumber.value = Number(hash.get('need')) || null
  })
})

export function changeFilter(part: Partial<WallFilter>): void {
  wallFilter.value = { ...wallFilter.value, ...part }
}

export function resetFilter(): void {
  wallFilter.value = { ...nothing, sort: wallFilter.value.sort }
}

export function isFiltering({ town, category, state, urgent }: WallFilter): boolean {
  return town !== '' || category !== '' || state !== '' || urgent
}

export function selectedNeed() {
  const number = selectedNumber.value
  return number === null ? undefined : store.by('need', 'number', number)[0]
}

/** The teams at a need that this desk knows of. */
export function seenAt(need: Need): readonly string[] {
  return (need.number === selectedNumber.value ? seenTeamIds.value : null) ?? need.teamIds
}

/** Chooses a need on wall and map, and takes note of the teams that are seen there now. */
export function selectNeed(needId: string | null): void {
  const need = store.get('need', needId)
  selectedNumber.value = need?.number ?? null
  seenTeamIds.value = need?.teamIds ?? null
}

/** Looks again: after a refusal that told of another team, the next press is a knowing one. */
export function lookAgain(): void {
  seenTeamIds.value = selectedNeed()?.teamIds ?? null
}

/** A team that this desk has just put there itself is no surprise. */
export function sawTeam(teamId: string): void {
  seenTeamIds.value = [...(seenTeamIds.value ?? []), teamId]
}
