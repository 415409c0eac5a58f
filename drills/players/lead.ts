import { type Drill, type StaffActor, wasRefused } from '#drills/core/drill.ts'
import type { DrillDevice } from '#drills/core/drill-device.ts'
import type { PartOf } from '#drills/core/scenario.ts'
import { type OpenItem, openItems } from '#shared/reports/close-of-day.ts'

/** Closes the day once nobody is out and nobody waits; what stays open is explained with a word. */
export async function playLead(drill: Drill, parts: readonly PartOf<'lead'>[]): Promise<void> {
  const [part] = parts
  if (!part) return
  const actor = drill.atDesk(part.staff)
  const device = await drill.device(actor)
  drill.every(
    5,
    part.closesFrom,
    async () => {
      // On the second morning nobody is out either.
      if (drill.clockNow >= part.closesFrom && !drill.work.hasPapers) await tryToClose(drill, actor, device)
    },
    { deskName: 'lead', needsScreen: true },
  )
}

async function tryToClose(drill: Drill, actor: StaffActor, device: DrillDevice): Promise<void> {
  const day = device.all('day').find(({ status }) => status === 'open')
  if (!day) return
  const [teams, attendances] = [device.all('team'), device.all('attendance')]
  const records = { teams, attendances, reports: device.all('report'), needs: device.all('need') }
  const items = openItems(records)
  if (items.some(({ stops }) => stops) || items.some(({ matter }) => matter.startsWith('people'))) return
  const explanations = Object.fromEntries(items.map((item) => [item.matter, explain(item)]))
  wasRefused(await drill.send(actor, 'reports.closeDay', { dayId: day.id, explanations }))
}

function explain({ matter, entries }: OpenItem): string {
  if (matter === 'tomorrowDecided') return '明日は80人。朝いちばんに現地調査を3件。'
  return entries.length > 0 ? `${entries.length}件。明日の朝に引き継ぐ。` : '確かめた。'
}
