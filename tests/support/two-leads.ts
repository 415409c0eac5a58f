import type { Handler } from '#server/core/handlers.ts'
import { newId } from '#shared/core/ids.ts'
import { Sender } from '#tests/support/center.ts'
import { servedCenter, Visitor } from '#tests/support/served.ts'

/**
 * A center where taking somebody from the staff takes two, and where 鈴木 is a lead as well, for more than a day unless
 * told otherwise; 高橋 is none. 佐藤 sits at the laptop.
 */
export async function withTwoLeads({ longAgo = true } = {}) {
  const parts = await servedCenter()
  const { center, clock, lead, served } = parts
  const handlers = center.handlers as Map<string, Handler>
  const one = handlers.get('access.retireStaff')
  if (one) handlers.set('access.retireStaff', { ...one, command: { ...one.command, twoPeople: true } })
  const [suzuki, takahashi] = [newId(), newId()]
  await lead.send('access.addStaff', { staffId: suzuki, name: '鈴木', pin: '222222', deskNames: ['lead'] })
  await lead.send('access.addStaff', { staffId: takahashi, name: '高橋', pin: '333333', deskNames: ['reception'] })
  const system = new Sender(center, { kind: 'system' })
  const runs = async (hours: number) => {
    for (let hour = 0; hour < hours; hour += 1) await system.send('access.countHour', {})
  }
  const dayPasses = async () => {
    clock.pass(24 * 60)
    await runs(6)
  }
  if (longAgo) await dayPasses()
  const desk = Visitor.onTheLaptop(served.port)
  await desk.signIn({ name: '佐藤' }, '123456')
  const consent = (actId: string, name: string, pin: string) =>
    desk.code('POST', '/api/session/consent', { actId, name, pin, device: 'test' })
  return { ...parts, desk, consent, suzuki, takahashi, runs, dayPasses }
}
