import type { Language } from '#shared/core/language.ts'

/** An instant: ISO 8601 in UTC, or milliseconds since 1970. */
export type Instant = string | number

/** The zone of every clock of the center, on screens and papers; the devices' own is never asked. A setting of the center later. */
export const timeZone = 'Asia/Tokyo'

const minute = 60_000
const day = 24 * 60 * minute

function msOf(instant: Instant): number {
  return typeof instant === 'number' ? instant : Date.parse(instant)
}

interface ZoneClock {
  format: Intl.DateTimeFormat
  /** The UTC day last asked for, counted from 1970, and how far the zone is ahead of UTC on the whole of it. */
  utcDay: number
  offset: number
}

// Making an Intl formatter costs a hundred times what using it does, so each zone keeps one.
const zoneClocks = new Map<string, ZoneClock>()

function zoneClock(zone: string): ZoneClock {
  const known = zoneClocks.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const made = { format, utcDay: Number.NaN, offset: 0 }
  zoneClocks.set(zone, made)
  return made
}

/** What the zone's clocks show, taken as if it were UTC, less what UTC clocks show. */
function offsetRead(format: Intl.DateTimeFormat, ms: number): number {
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {}
  for (const part of format.formatToParts(ms)) shown[part.type] = Number(part.value)
  const { year = 0, month = 1, day: date = 1, hour = 0, minute: minutes = 0, second = 0 } = shown
  return Date.UTC(year, month - 1, date, hour, minutes, second) - Math.floor(ms / 1000) * 1000
}

/** How far the zone is ahead of UTC, in milliseconds. A day at whose ends it is the same needs no second look. */
function offsetAt(ms: number, zone: string): number {
  const clock = zoneClock(zone)
  const utcDay = Math.floor(ms / day)
  if (utcDay === clock.utcDay) return clock.offset
  const offset = offsetRead(clock.format, utcDay * day)
  if (offset !== offsetRead(clock.format, (utcDay + 1) * day)) return offsetRead(clock.format, ms)
  clock.utcDay = utcDay
  clock.offset = offset
  return offset
}

function localIso(instant: Instant, zone: string): string {
  const ms = msOf(instant)
  return new Date(ms + offsetAt(ms, zone)).toISOString()
}

/** The calendar date in a zone at an instant, `YYYY-MM-DD`. */
export function dateOf(instant: Instant, zone: string): string {
  return localIso(instant, zone).slice(0, 10)
}

/** What a zone's clocks show at an instant, `HH:MM`. */
export function clockOf(instant: Instant, zone: string): string {
  return localIso(instant, zone).slice(11, 16)
}

/**
 * The instant (ISO, UTC) at which a zone's clocks show a time (`HH:MM`) on a date (`YYYY-MM-DD`).
 * Where summer time repeats an hour the first one counts; where it skips one, the time moves on by as much.
 */
export function instantAt(date: string, clock: string, zone: string): string {
  const shown = Date.parse(`${date}T${clock}:00Z`)
  const before = shown - offsetAt(shown - day, zone)
  const after = shown - offsetAt(shown + day, zone)
  const isShownAt = (ms: number) => ms + offsetAt(ms, zone) === shown
  return new Date(!isShownAt(before) && isShownAt(after) ? after : before).toISOString()
}

/** The instant (ISO, UTC) some minutes later, or earlier if the number is negative. */
export function addMinutes(instant: Instant, minutes: number): string {
  return new Date(msOf(instant) + minutes * minute).toISOString()
}

/** The date (`YYYY-MM-DD`) some days later, or earlier if the number is negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10)
}

/** Milliseconds from one instant to another; negative if the second comes first. */
export function msBetween(from: Instant, to: Instant): number {
  return msOf(to) - msOf(from)
}

/** Whole minutes that have passed from one instant to another; negative if the second comes first. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.floor(msBetween(from, to) / minute)
}

type AgeUnit = 'second' | 'minute' | 'hour' | 'day'

const ageTexts: Record<Language, Record<AgeUnit | 'now', string> & { ago: string }> = {
  ja: { now: 'たった今', second: '秒', minute: '分', hour: '時間', day: '日', ago: '前' },
  easy: { now: 'いま', second: '秒', minute: '分', hour: '時間', day: '日', ago: ' まえ' },
  en: { now: 'just now', second: ' second', minute: ' minute', hour: ' hour', day: ' day', ago: ' ago' },
}

function ageIn(seconds: number): [count: number, unit: AgeUnit] {
  if (seconds < 60) return [seconds, 'second']
  if (seconds < 3600) return [Math.floor(seconds / 60), 'minute']
  if (seconds < 86_400) return [Math.floor(seconds / 3600), 'hour']
  return [Math.floor(seconds / 86_400), 'day']
}

/**
 * How long ago something was, from milliseconds: 12秒前, 3分前, 1時間前. Rounded down, so that nothing looks older than
 * it is; less than a second, or a clock that runs ahead, is たった今.
 */
export function ageWords(agoMs: number, language: Language): string {
  const texts = ageTexts[language]
  const seconds = Math.floor(agoMs / 1000)
  if (!(seconds >= 1)) return texts.now
  const [count, unit] = ageIn(seconds)
  const plural = language === 'en' && count !== 1 ? 's' : ''
  return `${count}${texts[unit]}${plural}${texts.ago}`
}

const weekdays: Record<Language, string> = {
  ja: '日 月 火 水 木 金 土',
  easy: '日よう日 月よう日 火よう日 水よう日 木よう日 金よう日 土よう日',
  en: 'Sun Mon Tue Wed Thu Fri Sat',
}

/** The weekday of a date (`YYYY-MM-DD`): 月, 月よう日, Mon. */
export function weekdayOf(date: string, language: Language): string {
  const index = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekdays[language].split(' ')[index] ?? ''
}
