import { pbkdf2Sync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Tally } from '#tests/faults/fault-row.ts'
import type { FaultServer } from '#tests/faults/fault-server.ts'
import type { Told } from '#tests/faults/load.ts'

/** Reads a center's file beside the server, or after its end, with nothing of the server's own code in between. */
export class Ledger {
  private readonly driver: Database.Database

  private constructor(file: string, key: string, readonly: boolean) {
    this.driver = new Database(file, { readonly })
    this.driver.pragma(`cipher = 'chacha20'`)
    this.driver.pragma(`key = '${key}'`)
  }

  static open({ file, key }: Pick<FaultServer, 'file' | 'key'>): Ledger {
    return Ledger.read(file, key)
  }

  /** Takes everything over from the log into the file, and leaves no log; only while no act is under way. */
  static emptyLog({ file, key }: Pick<FaultServer, 'file' | 'key'>): void {
    const ledger = new Ledger(file, key, false)
    ledger.driver.pragma('wal_checkpoint(TRUNCATE)')
    ledger.close()
  }

  /** Nobody is new any longer: a row lasts minutes, and a lead of today consents to nothing before tomorrow. */
  static ageStaff({ file, key }: Pick<FaultServer, 'file' | 'key'>): void {
    const ledger = new Ledger(file, key, false)
    ledger.driver.exec('delete from staff_maker')
    ledger.close()
  }

  /** The notice that the server itself gives some weeks after the end of a response: that it is going to erase. */
  static announceErasure({ file, key }: Pick<FaultServer, 'file' | 'key'>, noticeId: string, on: string): void {
    const ledger = new Ledger(file, key, false)
    const columns = 'id, what, people, households, erase_on, noticed_on, running_days, because, changed_seq'
    const insert = `insert into erasure_notice (${columns}) values (?, 'activation', 3, 3, ?, ?, 0, '', 1)`
    ledger.driver.prepare(insert).run(noticeId, on, on)
    ledger.close()
  }

  static read(file: string, key: string): Ledger {
    return new Ledger(file, key, true)
  }

  /** Opens a file that nobody holds, and mends it from its log as a server does that starts. */
  static recover(file: string, key: string): Ledger {
    return new Ledger(file, key, false)
  }

  private column<T>(sql: string, ...values: unknown[]): T[] {
    return this.driver
      .prepare(sql)
      .pluck()
      .all(...values) as T[]
  }

  get lastSeq(): number {
    return this.column<number>('select coalesce(max(seq), 0) from event_log')[0] ?? 0
  }

  get isWhole(): boolean {
    return this.column<string>('pragma integrity_check')[0] === 'ok'
  }

  /** Whether every act up to a number is there with its effect, none of them twice; for files that began with act 1. */
  hasAllUpTo(seq: number): boolean {
    const [lines] = this.column<number>('select count(*) from event_log where seq <= ?', seq)
    const acts = `select count(*) from event_log where type like 'volunteers.checkIn%'`
    const same = this.column<number>(`select (${acts}) = (select count(*) from attendance)`)[0] === 1
    return lines === seq && same
  }

  /** How many acts of a device are written since a number. */
  linesFrom(device: string, since: number): number {
    return this.column<number>('select count(*) from event_log where seq > ? and device = ?', since, device)[0] ?? 0
  }

  /** The ids of what was written since a number. */
  commandsSince(since: number): Set<string> {
    return new Set(this.column<string>('select command_id from event_log where seq > ?', since))
  }

  /** When each act since a number was written. */
  timesSince(since: number): Map<number, string> {
    const lines = this.driver.prepare('select seq, at from event_log where seq > ?').raw().all(since)
    return new Map(lines as [number, string][])
  }

  /** In which team somebody stands. */
  teamOf(attendanceId: string): string | null {
    return this.column<string | null>('select team_id from attendance where id = ?', attendanceId)[0] ?? null
  }

  close(): void {
    this.driver.close()
  }

  /** Compares what clients were told with what is written since a number; every difference is a fault. */
  compare(told: readonly Told[], since: number, tally: Tally): void {
    const lines = this.driver.prepare('select command_id, seq from event_log where seq > ?').raw().all(since)
    const seqOf = new Map(lines as [string, number][])
    const effects = new Set<string>()
    for (const table of ['attendance', 'need', 'journal_entry', 'person'])
      for (const id of this.column<string>(`select id from ${table} where changed_seq > ?`, since)) effects.add(id)
    for (const one of told) compareOne(one, seqOf, effects, tally)
    this.findDoubles(since, lines.length, tally)
  }

  /** Gaps and doubles in what must be there once, and without a gap. */
  private findDoubles(since: number, lines: number, tally: Tally): void {
    tally.fault('violations', 'a gap in the log', this.lastSeq - since === lines ? 0 : 1)
    const same = 'select count(*) - count(distinct number) from attendance where changed_seq > ?'
    tally.fault('duplicated', 'a number given twice', this.column<number>(same, since)[0])
    const people = this.column<number>('select count(*) from attendance where changed_seq > ?', since)[0] ?? 0
    const acts = `select count(*) from event_log where seq > ? and type like 'volunteers.checkIn%'`
    const extra = people - (this.column<number>(acts, since)[0] ?? 0)
    tally.fault('duplicated', 'somebody is there without an act', Math.max(0, extra))
    tally.fault('lost', 'an act without its somebody', Math.max(0, -extra))
  }
}

/**
 * The file's real key, made from its salt as the cipher makes it. Making it takes most of the time of an opening: whoever
 * opens a file twenty thousand times makes it once.
 */
export function rawKey(file: string, key: string): string {
  const salt = readFileSync(file).subarray(0, 16)
  return `raw:${pbkdf2Sync(key, salt, 64_007, 32, 'sha256').toString('hex')}${salt.toString('hex')}`
}

/** The number of the last act in a server's file. */
export function lastSeqOf(server: Pick<FaultServer, 'file' | 'key'>): number {
  const ledger = Ledger.open(server)
  const { lastSeq } = ledger
  ledger.close()
  return lastSeq
}

function compareOne({ act, outcome }: Told, seqOf: Map<string, number>, effects: Set<string>, tally: Tally): void {
  const seq = seqOf.get(act.id)
  const there = effects.has(act.effect.id)
  const differs = (is: boolean, what: string) => tally.fault('violations', `${what}: ${act.body}`, is ? 1 : 0)
  differs(there !== (seq !== undefined), 'half written')
  differs(act.remains !== null && effects.has(act.remains), 'a refused act left something behind')
  if (outcome.kind === 'done') {
    tally.acked(1)
    tally.fault('lost', `${outcome.seq}: ${act.body}`, seq === undefined || !there ? 1 : 0)
    differs(seq !== undefined && seq !== outcome.seq, `told as ${outcome.seq} and written as ${seq}`)
    differs(act.refusal !== null, 'done, where it was to be refused')
  }
  if (outcome.kind === 'refused') {
    tally.count('refused')
    differs(outcome.code !== act.refusal, `refused by ${outcome.code}`)
    differs(seq !== undefined || there, 'refused and yet written')
  }
}
