import type { Condition } from '#shared/practice/condition.ts'
import type { InjectTo } from '#shared/practice/inject.ts'
import { participantRoles } from '#shared/practice/roles.ts'
import { clockAt, minutesOf } from '#shared/practice/scenario-clock.ts'
import type { OutlinedInject, ScenarioOutline, WrittenInject } from '#shared/practice/scenario-desk.ts'
import type { Read } from '#web/practice/edit-form.tsx'
import { editorTexts as words } from '#web/texts/scenario-editor.ts'
import { narrowDigits } from '#web/ui/typed-digits.ts'
import { readTypedTime } from '#web/ui/typed-time.ts'

/** An inject as it is typed: whatever is half written stays as it was written. */
export interface InjectDraft {
  to: string
  title: string
  text: string
  script: string
  timing: 'at' | 'when' | 'byHand'
  /** Which day of the scenario, counted from 0. */
  day: string
  time: string
  that: Condition['that']
  /** How many, or how many minutes after the other inject. */
  amount: string
  other: string
  answerWithin: string
}

type DraftFaults = Partial<Record<keyof InjectDraft, string>>

const minutesOfDay = 24 * 60

/** Recipients by one word each, as a list of choices has them. */
export function wordOf(to: InjectTo): string {
  if (to.kind === 'desk' || to.kind === 'coach') return `${to.kind}:${to.deskName}`
  return to.kind === 'phone' ? `phone:${to.role}` : to.kind
}

function recipientOf(word: string): InjectTo | null {
  if (word === 'team' || word === 'controller') return { kind: word }
  const [kind, name = ''] = word.split(':')
  if (kind === 'desk' || kind === 'coach') return { kind, deskName: name }
  const role = participantRoles.find((one) => one === name)
  return role ? { kind: 'phone', role } : null
}

const empty: InjectDraft = {
  to: '',
  title: '',
  text: '',
  script: '',
  timing: 'at',
  day: '0',
  time: '',
  that: 'teamsOut',
  amount: '',
  other: '',
  answerWithin: '',
}

function timingIn({ timing }: OutlinedInject): Partial<InjectDraft> {
  if (timing.kind === 'byHand') return { timing: 'byHand' }
  if (timing.kind === 'at') {
    const minutes = minutesOf(timing.clock)
    const day = Math.floor(minutes / minutesOfDay)
    return { timing: 'at', day: String(day), time: clockAt(minutes - day * minutesOfDay) }
  }
  const { condition } = timing
  const { that } = condition
  return that === 'afterInject'
    ? { timing: 'when', that, other: condition.inject, amount: String(condition.minutes) }
    : { timing: 'when', that, amount: String(condition.atLeast) }
}

/** The draft that a form begins with; an inject that is new begins empty. */
export function draftOf(inject: OutlinedInject | null): InjectDraft {
  if (!inject) return empty
  const { recipient, title, text, script, answerWithin } = inject
  return {
    ...empty,
    to: recipient ? wordOf(recipient) : '',
    title,
    text,
    script,
    answerWithin: answerWithin === null ? '' : String(answerWithin),
    ...timingIn(inject),
  }
}

/** A whole or broken number as it was typed; null where it is none. */
export function numberIn(typed: string): number | null {
  const plain = narrowDigits(typed).normalize('NFKC').trim()
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null
}

type Timing = WrittenInject['timing']

function timingOf({ timing, day, time, that, amount, other }: InjectDraft): Timing | DraftFaults {
  if (timing === 'byHand') return { kind: 'byHand' }
  if (timing === 'at') {
    const read = readTypedTime(time)
    return read === null
      ? { time: words.timeUnfit }
      : { kind: 'at', clock: clockAt(Number(day) * minutesOfDay + minutesOf(read)) }
  }
  const number = numberIn(amount)
  if (number === null) return { amount: words.numberUnfit }
  if (that !== 'afterInject') return { kind: 'when', condition: { that, atLeast: number } }
  return other === ''
    ? { other: words.otherMissing }
    : { kind: 'when', condition: { that, inject: other, minutes: number } }
}

/** What is to be written, or what is missing of it, field by field. The scenario's own rules are asked by the server. */
export function writtenOf(draft: InjectDraft): Read<WrittenInject> {
  const recipient = recipientOf(draft.to)
  const timing = timingOf(draft)
  const title = draft.title.trim()
  const answerWithin = draft.answerWithin.trim() === '' ? null : numberIn(draft.answerWithin)
  const faults: DraftFaults = {
    ...(recipient ? {} : { to: words.recipientMissing }),
    ...(title === '' ? { title: words.titleMissing } : {}),
    ...('kind' in timing ? {} : timing),
    ...(answerWithin === null && draft.answerWithin.trim() !== '' ? { answerWithin: words.numberUnfit } : {}),
  }
  if (!recipient || !('kind' in timing) || Object.keys(faults).length > 0) return { written: null, faults }
  const [text, script] = [draft.text.trim(), draft.script.trim()]
  return { written: { recipient, title, text, script, timing, answerWithin }, faults: null }
}

const fieldsByPath: Readonly<Record<string, keyof InjectDraft>> = {
  to: 'to',
  title: 'title',
  text: 'text',
  script: 'script',
  at: 'time',
  'when.atLeast': 'amount',
  'when.minutes': 'amount',
  'when.inject': 'other',
  when: 'other',
  answerWithin: 'answerWithin',
}

/** Beside which field a fault of the file belongs, `injects.3.when.inject`; undefined where it lies outside the form. */
export function fieldOf(path: string): keyof InjectDraft | undefined {
  const [, within = ''] = /^injects\.\d+\.(.+)$/.exec(path) ?? []
  return fieldsByPath[within] ?? fieldsByPath[within.split('.')[0] ?? '']
}

/** How many days a scenario has. */
export const daysOf = ({ endsAt }: ScenarioOutline): number => Math.floor(minutesOf(endsAt) / minutesOfDay) + 1
