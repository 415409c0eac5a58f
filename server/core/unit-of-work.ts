import { createHash } from 'node:crypto'
import type { Actor } from '#server/core/actor.ts'
import type { Db } from '#server/database/open.ts'
import type { Tx, Writing } from '#server/database/record-table.ts'
import type { CenterProfile } from '#shared/center/profile.ts'
import type { RecordKind, RecordOf } from '#shared/records.ts'

/** One record that a command changed, as it was and as it is. */
export interface Change<K extends RecordKind = RecordKind> {
  kind: K
  record: RecordOf<K>
  before: RecordOf<K> | undefined
}

/** The changes of one kind among those of an act. */
export function changesOf<K extends RecordKind>(changes: readonly Change[], kind: K): Change<K>[] {
  // A change says of itself of which kind its records are.
  return changes.filter((change) => change.kind === kind) as unknown as Change<K>[]
}

/** What the chronology says of an act: numbers and names of teams, never of people. */
export type LogDetails = Record<string, string | number | null>

/** A transaction as handlers get it: Kysely's queries run inside it, never beside it. */
export type WorkTx = Tx & Pick<Db, 'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom'>

/** What a handler is given: a transaction, a number, a time, and who acts. Never the database itself. */
export class UnitOfWork implements Writing {
  readonly tx: WorkTx
  readonly seq: number
  readonly now: string
  readonly actor: Actor
  readonly profile: CenterProfile
  readonly commandId: string
  /** The device that sent it, by its own id. */
  readonly device: string
  /** When it really happened, where staff key in paper; otherwise the server's time. */
  readonly happenedAt: string
  readonly changes: Change[] = []
  readonly tasks: (() => void)[] = []
  details: LogDetails = {}
  /** Whether what was typed is kept beside the log. */
  keepsInput = true
  private idsMade = 0

  constructor(
    fields: Pick<UnitOfWork, 'tx' | 'seq' | 'now' | 'actor' | 'profile' | 'commandId' | 'device' | 'happenedAt'>,
  ) {
    this.tx = fields.tx
    this.seq = fields.seq
    this.now = fields.now
    this.actor = fields.actor
    this.profile = fields.profile
    this.commandId = fields.commandId
    this.device = fields.device
    this.happenedAt = fields.happenedAt
  }

  /** Announces a change; called by `save` alone, so that nobody can forget it. */
  changed<K extends RecordKind>(kind: K, record: RecordOf<K>, before: RecordOf<K> | undefined): void {
    this.changes.push({ kind, record, before })
  }

  /** Says in the chronology what this act was about. */
  describe(logDetails: LogDetails): void {
    this.details = { ...this.details, ...logDetails }
  }

  /** What was typed into this act belongs to somebody who was erased: it is not kept. */
  forgetInput(): void {
    this.keepsInput = false
  }

  /** Runs once the commit is durable; nothing outbound happens before. */
  afterCommit(task: () => void): void {
    this.tasks.push(task)
  }

  /** An id for a record that the act itself makes; the same act carried out again makes the same ones (history). */
  newId(): string {
    const hex = createHash('sha256')
      .update(`${this.commandId} ${this.idsMade++}`)
      .digest('hex')
    // Version 8 (RFC 9562): an id made in a way of one's own.
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  }

  /** The name under which a desk's act is written into records. */
  get actorName(): string {
    return this.actor.kind === 'staff' ? this.actor.name : ''
  }
}
