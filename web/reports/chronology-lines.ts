import type { JournalEntry, LogEntry } from '#shared/center/center.ts'
import { searcher } from '#shared/core/japanese-text.ts'
import { clockOf } from '#shared/core/time.ts'
import { chronologyDesks, chronologySentence } from '#web/texts/chronology.ts'

/** One line of the chronology on the screen and on paper: an accepted act, or something written by hand. */
export interface ChronologyLine {
  id: string
  /** When it was written down, and when it happened where that was earlier. */
  at: string
  happenedAt: string | null
  /** For how long the sender's device says that the act waited there. */
  agoMs: number | null
  desk: string
  who: string
  what: string
  certainty: JournalEntry['certainty'] | null
}

/** Acts whose content stands there by itself: what was written, and the photo that a picture came in for. */
const silent = ['center.writeJournalEntry', 'photos.storePicture']

function actLine(entry: LogEntry): ChronologyLine {
  const { id, at, happenedAt, agoMs, type, actorName } = entry
  const desk = type.split('.')[0] ?? ''
  return { id, at, happenedAt, agoMs, desk, who: actorName, what: chronologySentence(entry), certainty: null }
}

function writtenLine(entry: JournalEntry): ChronologyLine {
  const { id, writtenAt, happenedAt, writtenBy, fromWhom, toWhom, text, certainty } = entry
  const between = [fromWhom, toWhom].some((name) => name !== '') ? `${fromWhom || '―'} → ${toWhom || '―'}` : writtenBy
  const earlier = happenedAt === writtenAt ? null : happenedAt
  return { id, at: writtenAt, happenedAt: earlier, agoMs: null, desk: 'journal', who: between, what: text, certainty }
}

/** Acts and free entries together, newest first. */
export function chronologyLines(acts: readonly LogEntry[], written: readonly JournalEntry[]): ChronologyLine[] {
  return [...acts.filter(({ type }) => !silent.includes(type)).map(actLine), ...written.map(writtenLine)].sort(
    (one, other) => (one.at < other.at ? 1 : -1),
  )
}

/** What the person wants to see; empty fields let everything through. */
export interface ChronologyFilter {
  words: string
  /** A desk's name as the filter shows it. */
  desk: string
  /** `HH:MM`, or empty. */
  from: string
  to: string
  sessions: boolean
}

function isWithin(line: ChronologyLine, { from, to }: ChronologyFilter, zone: string): boolean {
  const clock = clockOf(line.happenedAt ?? line.at, zone)
  return (from === '' || clock >= from) && (to === '' || clock <= to)
}

/** Who sits down and gets up again is left out unless it is asked for: it would drown the rest. */
function isOfDesk({ desk }: ChronologyLine, filter: ChronologyFilter): boolean {
  if (filter.desk !== '') return chronologyDesks[desk] === filter.desk
  return filter.sessions || desk !== 'access'
}

/** The lines that a person wants to see. */
export function filterLines(
  lines: readonly ChronologyLine[],
  filter: ChronologyFilter,
  zone: string,
): ChronologyLine[] {
  const fits = searcher(filter.words)
  const hasWords = filter.words.trim() !== ''
  return lines.filter(
    (line) => isOfDesk(line, filter) && isWithin(line, filter, zone) && (!hasWords || fits(line.what, line.who)),
  )
}
