import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { pinFits } from '#server/access/credentials.ts'
import { findPinHash, findSession, sessionHours, staffActor } from '#server/access/sessions.ts'
import { activeStaff } from '#server/access/staff.ts'
import type { Actor } from '#server/core/actor.ts'
import type { Center } from '#server/core/center.ts'
import { hashToken, newToken } from '#server/core/secret.ts'
import { Attempts } from '#server/transport/attempts.ts'
import { isThisMachine } from '#server/transport/doors.ts'
import { unknownStaff, wrongPin } from '#shared/access/problems.ts'
import type { Staff } from '#shared/access/staff.ts'
import { newId } from '#shared/core/ids.ts'
import { tooManyTries } from '#shared/core/problems.ts'
import { addMinutes } from '#shared/core/time.ts'

/** Says who speaks: a desk by its cookie, a volunteer's phone by its personal link, anyone else as the public. */
export class Sessions {
  private readonly center: Center
  private readonly setUpCode: string
  private readonly attempts = new Attempts()
  /** Ports share cookies and drills run beside the live center, so each process has a name of its own. */
  readonly cookieName: string

  constructor(center: Center, setUpCode: string, port: number) {
    this.center = center
    this.setUpCode = setUpCode
    this.cookieName = `sasae-${center.kind}-${port}`
  }

  async actorOf(credentials: {
    cookie: string | undefined
    link: string | undefined
    setUpCode: string | undefined
    remoteAddress: string | undefined
  }): Promise<Actor> {
    const { cookie, link, setUpCode, remoteAddress } = credentials
    // A personal link that is shown decides: on a desk's own browser it must open the volunteer's page, not the desk's.
    if (link) return (await this.center.volunteerOf(link)) ?? { kind: 'public', onThisMachine: false }
    const staff = cookie ? await this.staffOf(cookie) : undefined
    if (staff) return staff
    if (setUpCode !== undefined && setUpCode === this.setUpCode) return { kind: 'setUp' }
    return { kind: 'public', onThisMachine: isThisMachine(remoteAddress) }
  }

  private staffOf(cookie: string): Promise<Actor | undefined> {
    return this.center.read((tx, profile) => staffActor(tx, cookie, this.center.clock.now(), profile))
  }

  /** Signs a person in at a device: name and PIN, under five seconds. */
  async signIn(
    context: Context,
    remoteAddress: string | undefined,
    body: { name: string; pin: string; device: string },
  ): Promise<{ staffId: string }> {
    const staff = await this.identify(remoteAddress, body)
    const before = this.cookieOf(context)
    await this.open(context, staff.id, body.device)
    if (before) await this.closeSessionOf(before, body.device)
    return { staffId: staff.id }
  }

  /** Who the name and the PIN say; how many tries are left where they say nobody. */
  private async identify(remoteAddress: string | undefined, body: { name: string; pin: string }): Promise<Staff> {
    const staff = (await activeStaff(this.center.db)).find(({ name }) => name === body.name)
    // Not by the device's own id: whoever guesses could name another one each time; nor by names that nobody has.
    const key = `${staff?.id ?? ''} ${remoteAddress ?? ''}`
    const seconds = this.attempts.waitSeconds(key)
    if (seconds > 0) throw tooManyTries({ seconds })
    const { left } = this.attempts.begin(key)
    if (!staff) throw unknownStaff({})
    const hash = await findPinHash(this.center.db, staff.id)
    if (!hash || !(await pinFits(body.pin, hash))) throw wrongPin({ left })
    this.attempts.succeeded(key)
    return staff
  }

  private async open(context: Context, staffId: string, device: string): Promise<void> {
    const token = newToken()
    const expiresAt = addMinutes(this.center.clock.now(), sessionHours * 60)
    const input = { sessionId: newId(), staffId, tokenHash: hashToken(token), device, expiresAt }
    await this.center.execute({ kind: 'system' }, { id: newId(), type: 'access.openSession', input, device })
    setCookie(context, this.cookieName, token, {
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      maxAge: sessionHours * 3600,
    })
  }

  async signOut(context: Context, actor: Actor, device: string): Promise<void> {
    setCookie(context, this.cookieName, '', { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 0 })
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

  /** Names to tap at a switch: only where someone of the center sits already, or on the laptop itself. */
  async namesFor(cookie: string | undefined, remoteAddress: string | undefined): Promise<string[]> {
    const knownDevice =
      cookie !== undefined && cookie !== '' && (await findSession(this.center.db, cookie)) !== undefined
    if (!knownDevice && !isThisMachine(remoteAddress)) return []
    return (await activeStaff(this.center.db)).map(({ name }) => name)
  }

  cookieOf(context: Context): string | undefined {
    return getCookie(context, this.cookieName)
  }
}
