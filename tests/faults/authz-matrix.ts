import { setTimeout as pause } from 'node:timers/promises'
import type { z } from 'zod'
import type { RouteRow } from '#server/core/routes.ts'
import { audiencesOfStaff, mayHold } from '#shared/access/audiences.ts'
import { type Capability, isRelation, type Permission } from '#shared/access/capabilities.ts'
import { commands } from '#shared/commands.ts'
import type { CommandDefinition } from '#shared/core/command.ts'
import { newId } from '#shared/core/ids.ts'
import type { ReadDefinition } from '#shared/core/read.ts'
import { reads } from '#shared/reads.ts'
import { type RecordKind, records } from '#shared/records.ts'
import { Listener } from '#tests/faults/authz-lines.ts'
import type { Tally } from '#tests/faults/fault-row.ts'
import { valuesFor } from '#tests/faults/fuzz-values.ts'
import { filesOf } from '#tests/faults/inject-exports.ts'

/** Somebody who asks from another machine than the laptop: a desk with its rights, volunteers' phones, or nobody. */
export interface Role {
  name: string
  /** What is shown with each request; of several the next one each time, for no phone asks a hundred things at once. */
  shows: readonly Readonly<Record<string, string>>[]
  kind: 'desk' | 'phone' | 'public'
  capabilities: readonly Capability[]
  /** Of somebody at a desk. */
  staffId?: string
}

export const phone = (name: string, ...links: string[]): Role => ({
  name,
  shows: links.map((link) => ({ authorization: `Personal ${link}` })),
  kind: 'phone',
  capabilities: [],
})

export const nobody: Role = { name: 'nobody', shows: [{}], kind: 'public', capabilities: [] }

/** What the tables say, read once more by another hand. */
export function mayPass(role: Role, may: readonly Permission[]): boolean {
  return may.some((one) => {
    if (one === 'public') return true
    if (one === 'staff') return role.kind === 'desk'
    if (isRelation(one)) return role.kind === 'phone'
    return role.capabilities.some((held) => held === one)
  })
}

export function mayEnter(role: Role, { may, holds }: RouteRow): boolean {
  if (!mayPass(role, may)) return false
  return !holds || role.kind === 'phone' || holds.some((kind) => mayHold(kind, audiencesOfStaff(role.capabilities)))
}

/** A door's address with one id in every place. */
export const addressOf = ({ path }: RouteRow, id: string) =>
  path.replace(/:file\{[^}]+\}/, '1.png').replaceAll(/:\w+/g, id)

/** Doors of which walking through ends what is asked here. */
const ends = ['/api/keeping/end']

/** What is answered at the door, and what by a relation that does not hold. */
const refusals = ['core.notSignedIn', 'core.notAllowed']

export interface Got {
  status: number
  text: string
  code: string
}

const envelope = (type: string, input: unknown) => ({ id: newId(), type, input, device: newId() })

/** Asks as every role and compares each answer with the tables. */
export class Matrix {
  private readonly origin: string
  private readonly tally: Tally
  /** Of what everybody is asked, each takes one of so many, and whoever comes next the one after it: a smoke test. */
  private readonly spread: number
  private turn = 0
  private shift = 0

  constructor(origin: string, tally: Tally, spread = 1) {
    this.origin = origin
    this.tally = tally
    this.spread = spread
  }

  /** The same where the center is found at another address. */
  elsewhere(origin: string): Matrix {
    return new Matrix(origin, this.tally, this.spread)
  }

  /** What of all this falls to whoever is asked now. */
  share<T>(all: readonly T[]): T[] {
    const shift = this.shift++ % this.spread
    return all.filter((_, index) => index % this.spread === shift)
  }

  async ask(role: Role, method: string, path: string, body?: unknown): Promise<Got> {
    const headers = { 'content-type': 'application/json', ...role.shows[this.turn++ % role.shows.length] }
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const ask = () => fetch(this.origin + path, { method, headers, redirect: 'manual', ...sent })
    // A kept line that the server has just ended is no answer. What is far too large is never answered at all.
    const answer = await ask().catch(() => ask().catch(() => undefined))
    if (!answer) return { status: 0, text: '', code: 'no answer' }
    const bytes = Buffer.from(await answer.arrayBuffer())
    // A workbook is looked into: what is packed is told all the same.
    const text = String(bytes.subarray(0, 2)) === 'PK' ? [...filesOf(bytes).values()].join('\n') : String(bytes)
    return { status: answer.status, text, code: /"code":"([^"]+)"/.exec(text)?.[1] ?? '' }
  }

  /** The same once more where somebody has asked too much for the moment: then nothing was answered. */
  async askPatiently(...asked: Parameters<Matrix['ask']>): Promise<Got> {
    for (;;) {
      const got = await this.ask(...asked)
      if (got.code !== 'core.tooManyAtOnce') return got
      await pause(300)
    }
  }

  act(role: Role, type: string, input: unknown): Promise<Got> {
    return this.ask(role, 'POST', '/api/commands', envelope(type, input))
  }

  /** An act without which there is nothing to ask about. */
  async mustAct(role: Role, type: string, input: unknown): Promise<void> {
    const { status, text } = await this.act(role, type, input)
    if (status !== 200) throw new Error(`${type} is answered ${status} ${text}`)
  }

  /** A picture without which there is nothing to look at. */
  async mustPut({ shows: [shown = {}] }: Role, path: string, body: Uint8Array<ArrayBuffer>): Promise<void> {
    const headers = { 'content-type': 'image/jpeg', ...shown }
    const { ok, status } = await fetch(this.origin + path, { method: 'PUT', headers, body })
    if (!ok) throw new Error(`${path} is answered ${status}`)
  }

  /** The line of a role, over which it is told of what changes. */
  listen({ shows: [first = {}] }: Role): Promise<Listener> {
    return Listener.open(this.origin, first)
  }

  count(what: string, amount?: number): void {
    this.tally.count(what, amount)
  }

  /** One cell: what is so must be what the tables say. */
  cell(isRight: boolean, what: string): void {
    this.tally.count('cells')
    if (!isRight) this.tally.fault('violations', what)
  }

  /** Compares one answer with the table: who may not is refused at the door, who may is not. */
  private judge(role: Role, what: string, code: string, may: boolean): void {
    const right = role.kind === 'public' ? 'core.notSignedIn' : 'core.notAllowed'
    this.cell(may ? !refusals.includes(code) : code === right, `${role.name} is answered '${code}' by ${what}`)
    if (may && code === 'core.tooManyAtOnce') throw new Error(`${role.name} asks too much`)
  }

  async commands(role: Role): Promise<void> {
    for (const { name, may } of this.share(Object.values<CommandDefinition>(commands))) {
      // Nothing is carried out: no act has nothing in it.
      const { code } = await this.act(role, name, null)
      this.judge(role, name, code, mayPass(role, may))
    }
  }

  async reads(role: Role): Promise<void> {
    for (const { name, may } of this.share(Object.values<ReadDefinition>(reads))) {
      const { code } = await this.ask(role, 'POST', `/api/reads/${name}`, null)
      this.judge(role, name, code, mayPass(role, may))
    }
  }

  async doors(role: Role, doors: readonly RouteRow[]): Promise<void> {
    for (const door of this.share(doors)) {
      const may = mayEnter(role, door)
      // What is asked of the very row besides is looked at where the rows are.
      if (may && (ends.includes(door.path) || door.asks !== undefined)) continue
      const body = door.method === 'get' ? undefined : null
      const { code } = await this.ask(role, door.method.toUpperCase(), addressOf(door, newId()), body)
      this.judge(role, `${door.method} ${door.path}`, code, may)
    }
  }

  /** Of what is there and may not be seen, the same is said as of what is not there. */
  async hidden(role: Role, doors: readonly RouteRow[], ids: readonly string[]): Promise<void> {
    for (const door of doors.filter(({ method, path }) => method === 'get' && path.includes(':'))) {
      if (mayEnter(role, door) && role.kind === 'desk') continue
      const absent = await this.ask(role, 'GET', addressOf(door, newId()))
      for (const id of ids) {
        const there = await this.ask(role, 'GET', addressOf(door, id))
        const isSame = there.status === absent.status && there.text === absent.text
        this.cell(isSame, `${role.name} learns from ${door.path} that something is there`)
      }
    }
  }

  /** Acts of volunteers that name what belongs to others. */
  async ofOthers(role: Role, ids: readonly string[], count: number): Promise<void> {
    for (const { name, may, input } of Object.values<CommandDefinition>(commands)) {
      if (!may.some(isRelation) || may.includes('public')) continue
      for (const value of valuesFor(input, ids, count)) {
        const { status } = await this.act(role, name, value)
        this.cell(status !== 200, `${role.name} does ${name} with what is another's (${may.join()})`)
      }
    }
  }

  /** A record on its way to somebody has the keys of its kind, all of them and no other. */
  keys(role: Role, { kind, record }: { kind: RecordKind; record: object }): void {
    const shape: Readonly<Record<string, z.ZodType>> = records[kind].shape
    const strange = Object.keys(record).filter((key) => !(key in shape))
    const lacking = Object.keys(shape).filter((key) => !(key in record || shape[key]?.safeParse(undefined).success))
    this.cell(strange.length === 0, `${role.name} is given ${kind}.${strange.join()}`)
    this.cell(lacking.length === 0, `${role.name} is given ${kind} without ${lacking.join()}`)
  }

  /** The kinds and fields that a role is given: those of the tables, all of them and no other. */
  async kinds(role: Role, there: ReadonlySet<string>): Promise<void> {
    const { text } = await this.ask(role, 'GET', '/api/changes?since=0')
    const given = (JSON.parse(text) as { records: { kind: RecordKind; record: object }[] }).records
    for (const one of given) this.keys(role, one)
    if (role.kind === 'phone') return
    const audiences = role.kind === 'desk' ? audiencesOfStaff(role.capabilities) : (['everyone'] as const)
    const kinds = new Set<string>(given.map(({ kind }) => kind))
    for (const kind of there)
      this.cell(
        kinds.has(kind) === mayHold(kind as RecordKind, audiences),
        `${role.name} ${kinds.has(kind) ? 'holds' : 'lacks'} ${kind}`,
      )
  }
}
