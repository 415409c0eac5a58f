import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Actor } from '#server/core/actor.ts'
import type { Handler } from '#server/core/handlers.ts'
import type { OpenCenter } from '#server/core/open-center.ts'
import type { Outside } from '#server/core/outside.ts'
import type { Reader } from '#server/core/reads.ts'
import type { Routes } from '#server/core/routes.ts'
import type { Change, UnitOfWork, WorkTx } from '#server/core/unit-of-work.ts'
import type { Tx } from '#server/database/record-table.ts'
import type { Keeper } from '#server/keeping/keeper.ts'
import type { CenterProfile } from '#shared/center/profile.ts'
import type { ProfileConsequences } from '#shared/center/reads.ts'
import type { CommandAnswer, Envelope } from '#shared/core/command.ts'
import type { RecordKind, RecordOf } from '#shared/records.ts'

/** How devices are fed one kind of record. What a device holds is bounded: today, open, recent. */
export interface Feed<K extends RecordKind = RecordKind> {
  readonly kind: K
  changedSince(tx: Tx, seq: number): Promise<RecordOf<K>[]>
  /** The few records that one volunteer's phone may hold; left out where phones hold none of this kind. */
  ofPerson?(tx: Tx, attendanceId: string): Promise<RecordOf<K>[]>
}

/** Lets a slice's typed feed stand in the list of all feeds. */
export function feed<K extends RecordKind>(definition: Feed<K>): Feed {
  return definition as unknown as Feed
}

/** Built files that pages written by the server use. */
export interface PageFiles {
  assetsOf(entry: string): { script: string | null; styles: string[] }
  answer(name: string, acceptEncoding: string | undefined): Response | undefined
  /** Tells two builds apart. */
  readonly build: string
}

/** What a slice's routes are given; `actorOf` says who asks. */
export interface RouteContext {
  readonly center: OpenCenter
  /** The doors by HTTP, each with its row of who may go through. */
  readonly routes: Pick<Routes, 'open' | 'openToAll'>
  readonly files: PageFiles
  readonly outside: Outside
  /** The file that this center lives in; null where it lives in memory. */
  readonly keeper: Keeper | null
  /** Under which addresses phones reach this laptop now (`http://192.168.0.5:8080`), most likely first. */
  readonly origins: () => string[]
  readonly actorOf: (context: Context<{ Bindings: HttpBindings }>) => Promise<Actor>
  /** Carries out a command for whoever sent the request; guessing is slowed as for any device. */
  readonly execute: (context: Context<{ Bindings: HttpBindings }>, envelope: Envelope) => Promise<CommandAnswer>
}

/** What a slice does when the center takes another form in mid-course, and what it says of that beforehand. */
export interface ProfileFollower {
  foresee?(tx: WorkTx, profile: CenterProfile): Promise<Partial<ProfileConsequences>>
  follow?(work: UnitOfWork, profile: CenterProfile): Promise<void>
}

/** What the server sees of a slice's folder. */
export interface Slice {
  readonly name: string
  readonly handlers: readonly Handler[]
  readonly feeds: readonly Feed[]
  readonly reads?: readonly Reader[]
  readonly followProfile?: ProfileFollower
  /**
   * What this slice writes in the same act, once a command has changed records: a lower slice is followed without
   * knowing it.
   */
  readonly follow?: (work: UnitOfWork, changes: readonly Change[]) => Promise<void>
  readonly routes?: (context: RouteContext) => void
  /** Ends what the slice keeps going beside the center, such as a thread. */
  readonly close?: () => Promise<void>
  /** Turns the token of a personal link into its owner. */
  readonly volunteerOf?: (
    tx: Tx,
    shown: { token: string; phone: string | undefined; now: string },
  ) => Promise<Actor | undefined>
}
