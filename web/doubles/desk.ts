import { signal } from '@preact/signals'
import { newId } from '#shared/core/ids.ts'
import type { MergeKind } from '#shared/doubles/merge.ts'
import type { DoublePair, DoubleSide } from '#shared/doubles/reads.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { suspect } from '#web/center/go-to-panel.ts'
import { ask } from '#web/core/ask.ts'
import { type InputOf, type Outcome, send } from '#web/core/send.ts'
import { may } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { sideLabel } from '#web/doubles/side-rows.ts'
import { doublesWords as words } from '#web/texts/doubles.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'

/** What this desk looks at; what a radar found is asked for anew, never kept from one person's turn to the next's. */
export const kind = signal<MergeKind | null>(null)
export const found = signal<{ pairs: readonly DoublePair[]; total: number } | null>(null)
export const looking = signal(false)
export const openPair = signal<DoublePair | null>(null)
export const said = signal<{ tone: 'warning' | 'information'; text: string } | null>(null)

interface Undo {
  id: string
  message: string
  run: () => Promise<unknown>
}

export const undo = signal<Undo | null>(null)

/** The kinds that this desk may both read and merge. */
export function myKinds(): MergeKind[] {
  const persons = may('care.read') && (may('reception.manage') || may('roster.manage'))
  const needs = may('contacts.read') && may('needs.manage')
  return [...(needs ? (['need', 'household'] as const) : []), ...(persons ? (['person'] as const) : [])]
}

/** Asks the radar for one kind; where somebody came with a record, for the doubles of that one. */
export async function look(wanted: MergeKind): Promise<void> {
  kind.value = wanted
  looking.value = true
  const of = suspect.value?.kind === wanted ? suspect.value.id : undefined
  const reply = await ask('doubles.likelyDoubles', { kind: wanted, ...(of && { of }) })
  if (kind.value !== wanted || of !== suspect.value?.id) return
  looking.value = false
  found.value = reply.kind === 'done' ? reply.body : { pairs: [], total: 0 }
  if (reply.kind === 'refused') said.value = { tone: 'warning', text: problemSentence(reply.problem, 'ja') }
}

/** Lays two records side by side, as they are now. */
export async function lay(of: MergeKind, oneId: string, otherId: string): Promise<void> {
  const reply = await ask('doubles.compareTwo', { kind: of, oneId, otherId })
  if (reply.kind === 'done') openPair.value = reply.body
  else if (reply.kind === 'refused') said.value = { tone: 'warning', text: problemSentence(reply.problem, 'ja') }
}

function tell(outcome: Outcome): boolean {
  if (outcome.kind === 'done') said.value = null
  else if (outcome.kind === 'kept') said.value = { tone: 'information', text: words.kept_ }
  else said.value = { tone: 'warning', text: problemSentence(outcome.problem, 'ja') }
  return outcome.kind === 'done'
}

const isPair = (pair: DoublePair, { one, other }: DoublePair) => pair.one.id === one.id && pair.other.id === other.id

/** Takes a settled pair from the list at once; the next one is opened, so that a quiet hour flows. */
function settle(pair: DoublePair): void {
  const all = found.value?.pairs ?? []
  const ids = [pair.one.id, pair.other.id]
  const at = all.findIndex((one) => isPair(one, pair))
  const pairs = all.filter((one) => !isPair(one, pair))
  if (found.value) found.value = { pairs, total: Math.max(0, found.value.total - (at < 0 ? 0 : 1)) }
  const next = pairs[Math.max(0, at)] ?? pairs[0] ?? null
  openPair.value = next
  // What stands beside one that has just changed is laid out anew.
  if (next && (ids.includes(next.one.id) || ids.includes(next.other.id)))
    void lay(next.one.kind, next.one.id, next.other.id)
}

const commands = {
  person: 'doubles.mergePersons',
  household: 'doubles.mergeHouseholds',
  need: 'doubles.mergeNeeds',
} as const

export async function unmerge(mergeId: string, label: string): Promise<void> {
  if (!tell(await send('doubles.unmerge', { mergeId }))) return
  said.value = { tone: 'information', text: words.undone(label) }
  if (kind.value) await look(kind.value)
}

/** Merges one side into the other; a refusal lays both out as they are now. */
export async function mergeInto(
  pair: DoublePair,
  { kept, merged, take }: { kept: DoubleSide; merged: DoubleSide; take: readonly string[] },
): Promise<void> {
  const mergeId = newId()
  const two = { mergeId, keptId: kept.id, mergedId: merged.id, basedOn: { kept: kept.seq, merged: merged.seq } }
  // The choices offered are those of the kind, and the command refuses any other.
  const input = { ...two, take: [...take] } as InputOf<'doubles.mergePersons'> &
    InputOf<'doubles.mergeHouseholds'> &
    InputOf<'doubles.mergeNeeds'>
  const outcome = await send(commands[kept.kind], input)
  if (!tell(outcome)) {
    if (outcome.kind === 'refused') await lay(kept.kind, pair.one.id, pair.other.id)
    return
  }
  const label = sideLabel(merged)
  undo.value = { id: mergeId, message: words.done(label, sideLabel(kept)), run: () => unmerge(mergeId, label) }
  settle(pair)
  // Whoever came with a record has found its double; the quiet list of all comes back.
  suspect.value = null
}

/** 別の人です: written down, and not shown again. */
export async function sayTwo(pair: DoublePair): Promise<void> {
  const notDoubleId = newId()
  const { kind: of } = pair.one
  if (!tell(await send('doubles.sayTheyAreTwo', { notDoubleId, kind: of, oneId: pair.one.id, otherId: pair.other.id })))
    return
  const run = async () => {
    if (tell(await send('doubles.takeBackTwo', { notDoubleId }))) await look(of)
  }
  undo.value = { id: notDoubleId, message: words.saidTwo, run }
  settle(pair)
}

/** The record behind a number as somebody types it; undefined where this desk holds none of that number. */
export async function idOfNumber(of: MergeKind, typed: string): Promise<string | undefined> {
  const number = Number(typed.normalize('NFKC').replace(/\D/g, ''))
  if (number === 0) return undefined
  if (of === 'person') return store.all('attendance').find((one) => one.number === number)?.personId
  const held = store.all('need').find((one) => one.number === number)
  const need = held ?? (await searchNeed(number))
  return of === 'need' ? need?.id : need?.householdId
}

async function searchNeed(number: number) {
  const reply = await ask('needs.findNeeds', { words: needNumberText(number), householdIds: [] })
  return reply.kind === 'done' ? reply.body.needs.find((one) => one.number === number) : undefined
}
