import type { StatusMark } from '#shared/needs/status-marks.ts'

/** What the wall board shows and how it travels: numbers, towns and times, nothing about any person. */
export interface BoardView {
  center: { name: string; kind: 'live' | 'drill' } | null
  day: { number: number; date: string; closed: boolean } | null
  numbers: { arrived: number; waiting: number; out: number; openNeeds: number; completedToday: number }
  /** Needs by town and look; a town is as near as the wall comes to anybody's house. */
  marks: BoardMark[]
  /** The day's fixed times, those to come first. */
  events: { kind: 'receptionOpens' | 'receptionCloses' | 'returnBy'; at: string; over: boolean }[]
  notices: { kind: 'stop' | 'shorten' | 'message'; reason: string; returnBy: string | null; at: string }[]
  now: string
  speed: number
}

export interface BoardMark {
  townId: string
  mark: StatusMark
  count: number
  urgent: boolean
}
