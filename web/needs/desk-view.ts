import { signal } from '@preact/signals'
import type { Problem } from '#shared/core/problem.ts'
import type { Outcome } from '#web/core/send.ts'
import type { NeedFilter } from '#web/needs/selectors.ts'
import { needsWords } from '#web/texts/needs.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import type { Undoable } from '#web/ui/undo-bar.tsx'

/** What the needs desk looks at; kept while panels come and go, lost with the tab. */
export const openTab = signal<'intake' | 'list'>('intake')
export const openNeedId = signal<string | null>(null)
export const openFilter = signal<NeedFilter>('open')
export const editingId = signal<string | null>(null)

/** The last step, for ten seconds. */
export const lastStep = signal<Undoable | null>(null)

export function showNeed(needId: string): void {
  openNeedId.value = needId
  openTab.value = 'list'
}

/** The sentence of a shared rule's answer, for beneath a button. */
export function sentenceOf(problem: Problem | null): string | null {
  return problem && problemSentence({ code: problem.code, details: { ...problem.details } }, 'ja')
}

/** What to say of an act that was not simply done; null when it was. */
export function saidOf(outcome: Outcome): string | null {
  if (outcome.kind === 'done') return null
  return outcome.kind === 'kept' ? needsWords.kept : problemSentence(outcome.problem, 'ja')
}
