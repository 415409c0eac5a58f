import { toHalfWidthDigits } from '#shared/core/japanese-text.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { reportLengths } from '#shared/reports/limits.ts'
import type { Report } from '#shared/reports/report.ts'
import { returnTexts } from '#web/texts/reports.ts'
import { readTypedTime } from '#web/ui/typed-time.ts'

/** The report as it is being typed; numbers and times as written, until they are understood. */
export interface ReportDraft {
  outcome: Report['outcome'] | ''
  workDone: string
  remainingWork: string
  nextHeadcount: string
  headcount: string
  startedAt: string
  endedAt: string
  observation: string
  watch: boolean
}

const clock = (at: string | null) => (at === null ? '' : clockOf(at, timeZone))

/** What the form begins with: what the leader's phone said, or an empty sheet with the team's size. */
export function beginDraft(
  report: Report | undefined,
  teamSize: number,
  observation: { text: string; watch: boolean } | undefined,
): ReportDraft {
  const noticed = { observation: observation?.text ?? '', watch: observation?.watch ?? false }
  if (!report) {
    const empty = {
      outcome: '',
      workDone: '',
      remainingWork: '',
      nextHeadcount: '',
      startedAt: '',
      endedAt: '',
    } as const
    return { ...empty, headcount: String(teamSize), ...noticed }
  }
  return {
    outcome: report.outcome,
    workDone: report.workDone,
    remainingWork: report.remainingWork,
    nextHeadcount: report.nextHeadcount === 0 ? '' : String(report.nextHeadcount),
    headcount: String(report.headcount),
    startedAt: clock(report.startedAt),
    endedAt: clock(report.endedAt),
    ...noticed,
  }
}

function readNumber(text: string): number | null {
  const plain = toHalfWidthDigits(text).trim()
  if (plain === '') return 0
  return /^\d{1,3}$/.test(plain) && Number(plain) <= 100 ? Number(plain) : null
}

function timeError(text: string): string | null {
  return text.trim() === '' || readTypedTime(text) !== null ? null : returnTexts.timeWrong
}

const numberError = (text: string) => (readNumber(text) === null ? returnTexts.numberWrong : null)

export type DraftErrors = Partial<Record<keyof ReportDraft, string>>

/** What is wrong with the form, field by field; empty when it can be sent. */
export function draftErrors(draft: ReportDraft): DraftErrors {
  const missing = draft.outcome === 'toBeContinued' && draft.remainingWork.trim() === ''
  const found: Record<string, string | null> = {
    outcome: draft.outcome === '' ? returnTexts.outcomeMissing : null,
    remainingWork: missing ? returnTexts.remainingMissing : null,
    headcount: numberError(draft.headcount),
    nextHeadcount: numberError(draft.nextHeadcount),
    startedAt: timeError(draft.startedAt),
    endedAt: timeError(draft.endedAt),
  }
  return Object.fromEntries(Object.entries(found).filter(([, error]) => error !== null))
}

export function isTooLong(draft: ReportDraft): boolean {
  const { workDone, remainingWork, observation } = reportLengths
  return (
    draft.workDone.length > workDone ||
    draft.remainingWork.length > remainingWork ||
    draft.observation.length > observation
  )
}

/** The form as the center takes it; ask `draftErrors` before. */
export function heardOf(draft: ReportDraft) {
  return {
    outcome: draft.outcome === 'toBeContinued' ? ('toBeContinued' as const) : ('completed' as const),
    workDone: draft.workDone,
    remainingWork: draft.remainingWork,
    nextHeadcount: readNumber(draft.nextHeadcount) ?? 0,
    headcount: readNumber(draft.headcount) ?? 0,
    startedAt: readTypedTime(draft.startedAt),
    endedAt: readTypedTime(draft.endedAt),
    observation: { text: draft.observation, watch: draft.watch },
  }
}
