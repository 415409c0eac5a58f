import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { enrolledAt, enrolledHours, findBadgeHolder, signInRuleOf } from '#server/access/badges.ts'
import { pinFits } from '#server/access/credentials.ts'
import { Proofs } from '#server/access/proofs.ts'
import { SessionTimes } from '#server/access/session-times.ts'
import { findPinHash, findSession, sessionHours, staffActor } from '#server/access/sessions.ts'
import { activeStaff } from '#server/access/staff.ts'
import type { Actor } from '#server/core/actor.ts'
import type { Center } from '#server/core/center.ts'
import { monotonicMilliseconds } from '#server/core/clock.ts'
import { lastActAt } from '#server/core/event-log.ts'
import { hashToken, newToken } from '#server/core/secret.ts'
import { Attempts } from '#server/transport/attempts.ts'
import { cameEncrypted, isThisMachine } from '#server/transport/doors.ts'
import { SecondPerson } from '#server/transport/second-person.ts'
import { badgeNeeded, stepUpNeeded, unknownBadge, unknownStaff, wrongPin } from '#shared/access/problems.ts'
import type { Staff } from '#shared/access/staff.ts'
import type { Envelope } from '#shared/core/command.ts'
import { newId } from '#shared/core/ids.ts'
import type { Problem } from '#shared/core/problem.ts'
import { notSignedIn, tooManyTries } from '#shared/core/problems.ts'
import { addMinutes } from '#shared/core/time.ts'

/** Who somebody says they are: by their badge, or by a name where the device knows them. */
export type Claim = { badge: string } | { name: string }

type StaffActor = Extract<Actor, { kind: 'staff' }>

/** A month. The server decides when a session is over; a browser whose clock jumped must not throw the cookie away. */
const cookieSeconds = 30 * 24 * 3600

type AppContext = Context<{ Bindings: HttpBindings }>

const cookieRules = (context: AppContext) =>
  ({ httpOnly: true, sameSite: 'Lax', path: '/', secure: cameEncrypted(context) }) as const

/** Says who speaks: a desk by its cookie, a volunteer's phone by its personal link, anyone else as the public. */
export class Sessions {
  private readonly center: Center
  private readonly setUpCode: string
  private readonly attempts = new Attempts()
  private readonly times: SessionTimes
  private readonly proofs: Proofs
  private readonly secondPerson: SecondPerson
  private readonly plainCookie: string

  /** @param elapsed milliseconds that only go on; a test moves them */
  constructor(center: Center, setUpCode: string, port: number, elapsed: () => number = monotonicMilliseconds) {
    this.center = center
    this.setUpCode = setUpCode
    this.plainCookie = `sasae-${center.kind}-${port}`
    this.times = new SessionTimes(elapsed)
    this.proofs = new Proofs(elapsed)
    this.secondPerson = new SecondPerson(center, elapsed)
  }

  /**
   * Ports share cookies and drills run beside the live center, so each process has a name of its own. So has https: its
   * cookie never travels in the open, and a browser that keeps it could not take another of that name by http.
   */
  cookieName(encrypted: boolean): string {
    return encrypted ? `__Host-${this.plainCookie}` : this.plainCookie
  }

  async actorOf(credentials: {
    cookie: string | undefined
    link: string | undefined
    /** What the phone is known by that shows the link; a link that is bound to others is none here. */
    phone?: string | undefined
    setUpCode: string | undefined
    remoteAddress: string | undefined
  }): Promise<Actor> {
    const { cookie, link, phone, setUpCode, remoteAddress } = credentials
    // A personal link that is shown decides: on a desk's own browser it must open the volunteer's page, not the desk's.
    if (link) return (await this.center.volunteerOf(link, phone)) ?? { kind: 'public', onThisMachine: false }
    const staff = cookie ? await this.staffOf(cookie) : undefined
    if (staff) return staff
    if (setUpCode !== undefined && setUpCode === this.setUpCode) return { kind: 'setUp' }
    return { kind: 'public', onThisMachine: isThisMachine(remoteAddress) }
  }

  private async staffOf(cookie: string): Promise<Actor | undefined> {
    const session = await findSession(this.center.db, cookie)
    if (!session || session.closedAt !== null) return undefined
    if (await this.times.isOver(session, () => this.latest())) return undefined
    return this.center.read((tx, profile) => staffActor(tx, session, profile))
  }

  private async latest(): Promise<string> {
    const [now, written] = [this.center.clock.now(), await lastActAt(this.center.db)]
    return now > written ? now : written
  }

  /** Signs a person in at a device: name and PIN, under five seconds; before that, once, the badge. */
  async signIn(
    context: AppContext,
    remoteAddress: string | undefined,
    { claim, pin, device }: { claim: Claim; pin: string; device: string },
  ): Promise<{ staffId: string }> {
    const staff = await this.identify(context, remoteAddress, claim, pin)
    const before = this.cookieOf(context)
    await this.open(context, staff.id, device, 'badge' in claim)
    if (before) await this.closeSessionOf(before, device)
    return { staffId: staff.id }
  }

  /** Who the badge or the name and the PIN say; how many tries are left where they say nobody. */
  private async identify(
    context: AppContext,
    remoteAddress: string | undefined,
    claim: Claim,
    pin: string,
  ): Promise<Staff> {
    const everyone = await activeStaff(this.center.db)
    if ('badge' in claim) {
      const holder = await findBadgeHolder(this.center.db, claim.badge)
      const staff = everyone.find(({ id }) => id === holder)
      return this.requirePin(staff, unknownBadge({}), remoteAddress, pin)
    }
    const staff = everyone.find(({ name }) => name === claim.name)
    // Nothing is compared before: six digits are no secret to a device that never saw a badge.
    if (!(await this.knowsName(context, remoteAddress, staff))) throw badgeNeeded({})
    return this.requirePin(staff, unknownStaff({}), remoteAddress, pin)
  }

  private async requirePin(
    staff: Staff | undefined,
    otherwise: Problem,
    remoteAddress: string | undefined,
    pin: string,
  ): Promise<Staff> {
    // Not by the device's own id: whoever guesses could name another one each time; nor by names that nobody has.
    const key = `${staff?.id ?? ''} ${remoteAddress ?? ''}`
    const seconds = this.attempts.waitSeconds(key)
    if (seconds > 0) throw tooManyTries({ seconds })
    const { left } = this.attempts.begin(key)
    if (!staff) throw otherwise
    const hash = await findPinHash(this.center.db, staff.id)
    if (!hash || !(await pinFits(pin, hash))) throw wrongPin({ left })
    this.attempts.succeeded(key)
    return staff
  }

  /** Whether a name is enough here: on the laptop itself always, so that no center is ever locked out. */
  private async knowsName(
    context: AppContext,
    remoteAddress: string | undefined,
    staff: Staff | undefined,
  ): Promise<boolean> {
    if (!(await this.asksBadge(remoteAddress))) return true
    return staff !== undefined && (await this.enrolled(context)).includes(staff.id)
  }

  /** Whether this device asks for badges of people it does not know. */
  async asksBadge(remoteAddress: string | undefined): Promise<boolean> {
    if (isThisMachine(remoteAddress)) return false
    return (await signInRuleOf(this.center.db, this.center.kind)).badge === 'needed'
  }

  private async enrolled(context: AppContext): Promise<string[]> {
    const device = getCookie(context, this.deviceCookie(context))
    return device ? enrolledAt(this.center.db, device, this.center.clock.now()) : []
  }

  private deviceCookie(context: AppContext): string {
    return `${this.cookieName(cameEncrypted(context))}-device`
  }

  private async open(context: AppContext, staffId: string, device: string, withBadge: boolean): Promise<void> {
    const [sessionId, token] = [newId(), newToken()]
    const now = this.center.clock.now()
    const input = {
      sessionId,
      staffId,
      tokenHash: hashToken(token),
      device,
      expiresAt: addMinutes(now, sessionHours * 60),
      ...(withBadge ? { enrol: this.enrolling(context, now) } : {}),
    }
    await this.center.execute({ kind: 'system' }, { id: newId(), type: 'access.openSession', input, device })
    this.times.opened(sessionId)
    this.proofs.prove(sessionId)
    this.keepCookie(context, this.cookieName(cameEncrypted(context)), token)
  }

  /** What the device is known by from now on; it keeps the token, the center its hash. */
  private enrolling(context: AppContext, now: string): { deviceHash: string; expiresAt: string } {
    const device = getCookie(context, this.deviceCookie(context)) ?? newToken()
    this.keepCookie(context, this.deviceCookie(context), device)
    return { deviceHash: hashToken(device), expiresAt: addMinutes(now, enrolledHours * 60) }
  }

  private keepCookie(context: AppContext, name: string, value: string): void {
    setCookie(context, name, value, { ...cookieRules(context), maxAge: cookieSeconds })
  }

  /** Compares the PIN of whoever sits here once more; guessing is slowed as at the sign-in. */
  async proveAgain(actor: Actor, remoteAddress: string | undefined, pin: string): Promise<void> {
    if (actor.kind !== 'staff') throw notSignedIn({})
    const staff = (await activeStaff(this.center.db)).find(({ id }) => id === actor.staffId)
    await this.requirePin(staff, notSignedIn({}), remoteAddress, pin)
    this.proofs.prove(actor.sessionId)
  }

  /** Another lead consents to an act, at the desk where it waits. */
  async consent(
    context: AppContext,
    actor: Actor,
    { claim, pin, actId, device }: { claim: Claim; pin: string; actId: string; device: string },
    remoteAddress: string | undefined,
  ): Promise<void> {
    if (actor.kind !== 'staff') throw notSignedIn({})
    const { id: staffId } = await this.identify(context, remoteAddress, claim, pin)
    await this.secondPerson.consent(actor, staffId, { actId, device })
  }

  /** Nobody is there to consent now: the act is put down to wait, for whoever has just proved their PIN. */
  async defer(actor: Actor, waits: { actId: string; device: string }): Promise<void> {
    if (actor.kind !== 'staff') throw notSignedIn({})
    this.requireProof(actor)
    await this.secondPerson.defer(actor, waits)
  }

  /** Refuses an act that takes two until another lead has consented to this very one. */
  async requireSecond(actor: Actor, sent: Envelope): Promise<void> {
    if (actor.kind === 'staff') await this.secondPerson.require(actor, sent)
  }

  /** Refuses a desk whose PIN was not proved lately; whoever has no desk is asked for other rights elsewhere. */
  requireProof(actor: Actor): void {
    if (actor.kind === 'staff' && !this.isProved(actor)) throw stepUpNeeded({})
  }

  private isProved({ sessionId }: StaffActor): boolean {
    return this.proofs.isFresh(sessionId)
  }

  async signOut(context: AppContext, actor: Actor, device: string): Promise<void> {
    setCookie(context, this.cookieName(cameEncrypted(context)), '', { ...cookieRules(context), maxAge: 0 })
    await this.close(actor, device)
  }

  /** Whoever sat here before has left: pages of theirs that are still open must not go on in their name. */
  private async closeSessionOf(cookie: string, device: string): Promise<void> {
    const actor = await this.staffOf(cookie)
    if (actor) await this.close(actor, device)
  }

  private async close(actor: Actor, device: string): Promise<void> {
    if (actor.kind !== 'staff') return
    const input = { sessionId: actor.sessionId }
    await this.center.execute(actor, { id: newId(), type: 'access.closeSession', input, device })
  }

  /** Names to tap at a switch: those that are enough here with a PIN, and none for a stranger. */
  async namesFor(context: AppContext, remoteAddress: string | undefined): Promise<string[]> {
    const everyone = await activeStaff(this.center.db)
    if (await this.asksBadge(remoteAddress)) {
      const known = await this.enrolled(context)
      return everyone.filter(({ id }) => known.includes(id)).map(({ name }) => name)
    }
    const cookie = this.cookieOf(context)
    const knownDevice = cookie !== undefined && (await findSession(this.center.db, cookie)) !== undefined
    return knownDevice || isThisMachine(remoteAddress) ? everyone.map(({ name }) => name) : []
  }

  cookieOf(context: AppContext): string | undefined {
    return getCookie(context, this.cookieName(cameEncrypted(context)))
  }
}
