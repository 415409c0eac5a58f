import type { Drill } from '#drills/core/drill.ts'
import type { DrillDevice } from '#drills/core/drill-device.ts'
import { ringIdOf } from '#drills/core/named-ids.ts'
import { lateBy } from '#drills/players/overdue.ts'
import { ring } from '#drills/players/ring.ts'
import type { JournalEntry } from '#shared/center/center.ts'
import type { Team } from '#shared/teams/team.ts'

const deskName = 'return'

/** Whom a call was made to, as people write it: 「7班のリーダー」. */
const calledTeam = ({ toWhom, text }: JournalEntry) =>
  /(\d+)班/.exec(toWhom.normalize('NFKC') || text.normalize('NFKC'))

const lateKey = ({ id, departedAt }: Team) => `late-${id}-${departedAt}`

/**
 * Where people sit at the return desk, nobody carries the telephone of a simulated leader. What people write of their call
 * in the chronology is the call, and what they hear comes to their desk; whoever is overdue is said there, with how to call.
 */
export class CalledLeaders {
  private readonly drill: Drill
  private readonly eye: DrillDevice
  /** Entries that were there before, or have been answered. */
  private readonly heard: Set<string>

  constructor(drill: Drill, eye: DrillDevice) {
    this.drill = drill
    this.eye = eye
    this.heard = new Set(eye.all('journalEntry').map(({ id }) => id))
  }

  /** Once a minute. */
  async lookAround(): Promise<void> {
    const fresh = this.eye.all('journalEntry').filter(({ id }) => !this.heard.has(id))
    for (const { id } of fresh) this.heard.add(id)
    if (!this.drill.isHuman(deskName)) return
    for (const entry of fresh) await this.answer(entry)
    for (const team of this.out()) await this.tellOfLate(team)
  }

  /** Whoever stands at the door needs no call. */
  private out(): Team[] {
    return this.eye.all('team').filter(({ id, status }) => status === 'out' && !this.drill.atTheDoor.has(id))
  }

  private async tellOfLate(team: Team): Promise<void> {
    const late = lateBy(this.drill, this.eye, team)
    const key = lateKey(team)
    if (late === 0 || this.eye.get('inject', ringIdOf(key))) return
    const script = [
      `${team.number}班が、戻る時刻を${late}分すぎても戻りません。リーダーに電話してください。`,
      `訓練では相手の電話は鳴りません。経過記録に「${team.number}班のリーダー」あてで電話したことを書くと、相手のようすがここに出ます。`,
    ].join('\n')
    await ring(this.drill, { key, deskName, title: `${team.number}班が戻りません`, script })
  }

  private async answer(entry: JournalEntry): Promise<void> {
    const called = calledTeam(entry)?.[1]
    const team = this.out().find(({ number }) => number === Number(called))
    const leader = team && this.drill.leaders.get(team.id)
    if (!team || !leader) return
    const isLate = lateBy(this.drill, this.eye, team) > 0
    const words = isLate
      ? '「すみません、長引きました。片づけて、これから戻ります。」'
      : '「順調です。時刻までに戻ります。」'
    const script = leader.pickUp() ? words : '（呼び出し音がつづき、だれも出ません。）'
    await ring(this.drill, { key: `call-${entry.id}`, deskName, title: `${team.number}班のリーダーへの電話`, script })
    const injectId = ringIdOf(lateKey(team))
    if (this.eye.get('inject', injectId)?.state === 'fired')
      await this.drill.send({ kind: 'system' }, 'practice.answerInject', { injectId, answer: '電話した。' })
  }
}
