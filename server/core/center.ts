import { CompiledQuery } from 'kysely'
import type { ZodError } from 'zod'
import { type Actor, audiencesOfActor } from '#server/core/actor.ts'
import { logBug } from '#server/core/bug.ts'
import { CatchUpDesk } from '#server/core/catch-up.ts'
import { type Clock, monotonicMilliseconds } from '#server/core/clock.ts'
import { Door, type Waiting } from '#server/core/door.ts'
import {
  bodyHash,
  findCommand,
  keptInput,
  lastActAt,
  lastSeq,
  sentBySame,
  withoutSecrets,
  writeLine,
} from '#server/core/event-log.ts'
import type { Handler } from '#server/core/handlers.ts'
import type { Asked } from '#server/core/kept-texts.ts'
import type { OpenCenter } from '#server/core/open-center.ts'
import { requirePermission } from '#server/core/permission.ts'
import { Presenter } from '#server/core/present.ts'
import type { Slice } from '#server/core/slice.ts'
import { tellSecond } from '#server/core/tell-second.ts'
import { type Change, UnitOfWork, type WorkTx } from '#server/core/unit-of-work.ts'
import type { Db } from '#server/database/open.ts'
import { storageFaultOf } from '#server/database/storage-fault.ts'
import { Vitals } from '#server/keeping/vitals.ts'
import type { KeepingVoice } from '#server/keeping/voice.ts'
import type { CenterProfile } from '#shared/center/profile.ts'
import type { CommandAnswer, Envelope } from '#shared/core/command.ts'
import type { Patch } from '#shared/core/patch.ts'
import { notAllowed, otherBodySameId, readOnly, unfitInput, unknownCommand } from '#shared/core/problems.ts'
import type { StopReason } from '#shared/keeping/keeping-state.ts'
import { diskFull, ending } from '#shared/keeping/problems.ts'

interface Entering {
  actor: Actor
  envelope: Envelope
  handler: Handler
  input: unknown
  /** The input without its secrets, as the log keeps it. */
  kept: string
  hash: string
}

interface Accepted {
  waiting: Waiting<Entering>
  answer: CommandAnswer
  changes: readonly Change[]
  tasks: readonly (() => void)[]
}

interface Refused {
  waiting: Waiting<Entering>
  error: unknown
}

/** What a center is opened with; the live center, a drill and a test differ only in this. */
export interface CenterParts {
  db: Db
  clock: Clock
  slices: readonly Slice[]
  kind: 'live' | 'drill'
  /** The profile of the center as the file has it; a function, for it may be set up or change in mid-course. */
  profileOf: (tx: WorkTx) => Promise<CenterProfile>
  vitals?: Vitals
}

/** Opens an empty center in memory, of the same kind and with the same slices, under another clock. */
export type OpenAgain = (clock: Clock) => Promise<Center>

/** A disaster volunteer center: the one door for acts, and the one voice that tells of them. */
export class Center implements OpenCenter {
  readonly db: Db
  readonly clock: Clock
  readonly kind: 'live' | 'drill'
  readonly slices: readonly Slice[]
  readonly handlers: ReadonlyMap<string, Handler>
  /** Tells how it stands with the file. */
  readonly keeping: KeepingVoice
  /** What it measures of itself. */
  readonly vitals: Vitals
  private readonly closing = new AbortController()
  readonly closed = this.closing.signal
  private readonly door = new Door<Entering>((group) => this.commitTogether(group))
  private readonly listeners = new Set<(patches: readonly Patch[]) => void>()
  private readonly presenter: Presenter
  private readonly catchUpDesk: CatchUpDesk
  private readonly profileOf: CenterParts['profileOf']
  private seq: number
  /** Read again once a command has changed the center's record. */
  private profile: CenterProfile | undefined
  private lastWrite: string | null = null

  private constructor(parts: CenterParts, seq: number) {
    this.db = parts.db
    this.clock = parts.clock
    this.kind = parts.kind
    this.slices = parts.slices
    this.profileOf = parts.profileOf
    this.vitals = parts.vitals ?? new Vitals()
    this.keeping = this.vitals.voice
    this.handlers = new Map(parts.slices.flatMap(({ handlers }) => handlers).map((one) => [one.command.name, one]))
    this.seq = seq
    this.presenter = new Presenter(seq)
    this.catchUpDesk = new CatchUpDesk(
      parts.slices.flatMap(({ feeds }) => feeds),
      this.presenter,
    )
  }

  static async open(parts: CenterParts): Promise<Center> {
    const lastAt = await lastActAt(parts.db)
    if (lastAt !== '') parts.clock.notBefore?.(lastAt)
    return new Center(parts, await lastSeq(parts.db))
  }

  /** Carries out one act, once, durably; throws a Problem where it is refused. */
  async execute(actor: Actor, envelope: Envelope): Promise<CommandAnswer> {
    const handler = this.handlers.get(envelope.type)
    if (!handler) throw unknownCommand({ type: envelope.type.slice(0, 60) })
    requirePermission(actor, handler.command)
    const parsed = handler.command.input.safeParse(envelope.input)
    if (!parsed.success) throw unfit(parsed.error)
    this.requireWritable(handler)
    const kept = keptInput(handler.command, parsed.data)
    const bare = handler.command.secret.length === 0 ? kept : withoutSecrets(handler.command, parsed.data)
    const hash = bodyHash(handler.command.name, bare)
    const input = handler.prepare ? await handler.prepare(parsed.data) : parsed.data
    // What the door was entered with is what it answers: an accepted command.
    return (await this.door.enter({ actor, envelope, handler, input, kept, hash })) as CommandAnswer
  }

  /** Hears every patch, after its commit. */
  onPatch(listener: (patches: readonly Patch[]) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** What this actor's device missed since a number, as JSON text of a `CatchUp`. */
  async catchUp(actor: Actor, since: number): Promise<Asked> {
    const audiences = audiencesOfActor(actor)
    const bounded = actor.kind === 'staff' && since <= this.seq ? since : 0
    return this.catchUpDesk.answer(this.db, this.seq, audiences, bounded)
  }

  /** Reads outside any command, with the profile that is in force. */
  async read<T>(reading: (tx: WorkTx, profile: CenterProfile) => Promise<T>): Promise<T> {
    return reading(this.db, this.profile ?? (await this.readProfile()))
  }

  /** The log's last number, the last durable write, and whether writing has stopped. */
  get health(): { seq: number; lastWrite: string | null; writable: boolean; reason: StopReason | null } {
    const { reason } = this.keeping.state
    return { seq: this.seq, lastWrite: this.lastWrite, writable: reason === null, reason }
  }

  /** From here on nothing is written any more, and everyone hears it; a failure stands until a restart. */
  stopWriting(reason: StopReason): void {
    const before = this.keeping.state.reason
    if (before === null || before === 'handedOver') this.keeping.say({ reason })
  }

  /** Damage or an error of the disk that a query met, be it only a read, stops the writing as at a commit. */
  noticeFault(error: unknown): void {
    const fault = storageFaultOf(error)
    const { reason } = this.keeping.state
    if (fault === null || fault === 'full' || (reason !== null && reason !== 'handedOver')) return
    logBug('writing has stopped', error)
    this.stopWriting(fault)
  }

  /** A file that was taken away takes every write as before, and nobody would find it where it is looked for. */
  lookForFile(): void {
    if (!this.health.writable || this.vitals.isThere()) return
    logBug('writing has stopped', new Error('the data folder is gone'))
    this.stopWriting('folderGone')
  }

  /** Writes again after a hand-over that did not come about; what has failed at the disk needs another start. */
  resumeWriting(): void {
    if (this.keeping.state.reason === 'handedOver') this.keeping.say({ reason: null })
  }

  async volunteerOf(token: string, phone?: string): Promise<Actor | undefined> {
    const now = this.clock.now()
    for (const { volunteerOf } of this.slices) {
      const actor = await volunteerOf?.(this.db, { token, phone, now })
      if (actor) return actor
    }
    return undefined
  }

  async close(): Promise<void> {
    this.closing.abort()
    await this.door.idle()
    for (const { close } of this.slices) await close?.()
    await this.db.destroy()
  }

  /** A change that overtakes the reading makes what was read old: it is used once and not kept. */
  private async readProfile(): Promise<CenterProfile> {
    const { seq } = this
    const profile = await this.profileOf(this.db)
    if (seq === this.seq) this.profile ??= profile
    return profile
  }

  private async unitOfWork(tx: WorkTx, actor: Actor, seq: number, envelope: Envelope) {
    const now = this.clock.now()
    this.profile ??= await this.profileOf(tx)
    const profile = this.profile
    const { id: commandId, device } = envelope
    const happenedAt = actor.kind === 'staff' || actor.kind === 'system' ? envelope.happenedAt : undefined
    return new UnitOfWork({ tx, seq, now, actor, profile, commandId, device, happenedAt: happenedAt ?? now })
  }

  private requireWritable({ command }: Handler): void {
    const { reason, ending: isEnding } = this.keeping.state
    if (isEnding) throw ending({})
    if (reason === null || (reason === 'handedOver' && command.whileHandedOver)) return
    throw readOnly({ reason })
  }

  private async commitTogether(group: Waiting<Entering>[]): Promise<void> {
    this.lookForFile()
    const { reason } = this.keeping.state
    // Whoever waited while a commit failed must not be written after it.
    if (reason !== null && reason !== 'handedOver') throw readOnly({ reason })
    try {
      const { accepted, refused } = await this.writeTogether(group)
      // Only now: what one is told of another's act must be as durable as the act.
      for (const { waiting, error } of refused) waiting.reject(error)
      this.announce(accepted)
    } catch (error) {
      await this.afterFailure(error, group)
    }
  }

  private async writeTogether(group: Waiting<Entering>[]): Promise<{ accepted: Accepted[]; refused: Refused[] }> {
    const transaction = await this.db.startTransaction().execute()
    const accepted: Accepted[] = []
    const refused: Refused[] = []
    try {
      let seq = this.seq
      for (const waiting of group) {
        const one = await this.carryOut(transaction, waiting, seq + 1)
        if ('error' in one) {
          refused.push(one)
          continue
        }
        accepted.push(one)
        // A resend is answered with the number it was given the first time.
        seq = Math.max(seq, one.answer.seq)
      }
      const begun = monotonicMilliseconds()
      await transaction.commit().execute()
      if (accepted.length > 0) this.vitals.committed(monotonicMilliseconds() - begun)
      this.seq = seq
      return { accepted, refused }
    } catch (error) {
      // What was read inside may be of what is rolled back now.
      this.profile = undefined
      // Where SQLite has rolled back by itself, there is nothing left to roll back.
      await transaction
        .rollback()
        .execute()
        .catch(() => undefined)
      throw error
    }
  }

  /** Nothing of the group was kept; says so to those that wait, and decides whether anything may be written after it. */
  private async afterFailure(error: unknown, unanswered: Waiting<Entering>[]): Promise<void> {
    const fault = storageFaultOf(error)
    if (fault === 'full') {
      this.keeping.say({ room: 'full' })
      throw diskFull({})
    }
    if (fault !== null) {
      // SQLite would take the next write, but the kernel may have dropped what came before it.
      this.noticeFault(error)
      throw readOnly({ reason: fault })
    }
    // A mistake of ours in one of them: each alone, so that it stops nobody else.
    const [first, ...others] = unanswered
    if (first === undefined || others.length === 0) throw error
    for (const one of unanswered) await this.commitTogether([one]).catch(one.reject)
  }

  /** Carries out one command in its own savepoint, so that its refusal leaves the others of the group untouched. */
  private async carryOut(tx: WorkTx, waiting: Waiting<Entering>, seq: number): Promise<Accepted | Refused> {
    await tx.executeQuery(savepoint)
    try {
      const { actor, envelope, handler, hash } = waiting.item
      // Nor what waited while the center was handed over, except what undoes that.
      this.requireWritable(handler)
      const seen = await findCommand(tx, envelope.id)
      if (seen) {
        if (seen.bodyHash !== hash || !sentBySame(actor, handler.command, seen)) throw otherBodySameId({})
        await tx.executeQuery(release)
        return { waiting, answer: { seq: seen.seq, answer: seen.answer }, changes: [], tasks: [] }
      }
      const one = await this.run(tx, waiting, seq)
      await tx.executeQuery(release)
      return one
    } catch (error) {
      // The disk fails under all of them; SQLite may have rolled back the savepoints with the rest.
      if (storageFaultOf(error)) throw error
      await tx.executeQuery(rollbackToSavepoint)
      await tx.executeQuery(release)
      return { waiting, error: await tellSecond(tx, waiting.item.actor, error, this.clock.now()) }
    }
  }

  private async run(tx: WorkTx, waiting: Waiting<Entering>, seq: number): Promise<Accepted> {
    const { actor, envelope, handler, input } = waiting.item
    const work = await this.unitOfWork(tx, actor, seq, envelope)
    if (actor.kind === 'volunteer') await requireRelation(handler, work, input)
    const answer = (await handler.run(work, input)) ?? null
    for (const { follow } of this.slices) await follow?.(work, [...work.changes])
    if (work.changes.some(changesProfile)) this.profile = undefined
    const line = await writeLine(work, waiting.item, answer)
    const changes: Change[] = [...work.changes, { kind: 'logEntry', record: line, before: undefined }]
    return { waiting, answer: { seq, answer }, changes, tasks: work.tasks }
  }

  private announce(accepted: readonly Accepted[]): void {
    if (accepted.length > 0) this.lastWrite = this.clock.now()
    for (const { waiting, answer, changes, tasks } of accepted) {
      waiting.resolve(answer)
      if (changes.length > 0) {
        const patches = this.presenter.present(answer.seq, changes)
        for (const listener of this.listeners) afterwards(waiting.item, () => listener(patches))
      }
      for (const task of tasks) afterwards(waiting.item, task)
    }
  }
}

/** A center's form is its record with the list of its own desks. */
const changesProfile = ({ kind }: Change) => kind === 'center' || kind === 'deskList'

/** What follows a commit cannot undo it: where it fails, that is logged, and everyone else is still told. */
function afterwards({ envelope }: Entering, task: () => void): void {
  try {
    task()
  } catch (error) {
    logBug(`after command ${envelope.id}`, error)
  }
}

const savepoint = CompiledQuery.raw('savepoint command')
const release = CompiledQuery.raw('release command')
const rollbackToSavepoint = CompiledQuery.raw('rollback to command')

async function requireRelation(handler: Handler, work: UnitOfWork, input: unknown): Promise<void> {
  if (handler.command.may.includes('public')) return
  if (!(await handler.related?.(work, input))) throw notAllowed({})
}

/** Enough to mend a form by; a list of a thousand wrong entries is not answered with a thousand places. */
const mostPlaces = 20

function unfit(error: ZodError) {
  const fields = error.issues.slice(0, mostPlaces).map(({ path, code }) => ({ path: path.join('.'), code }))
  return unfitInput({ fields })
}
