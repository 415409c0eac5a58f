import type { Drill } from '#drills/core/drill.ts'
import type { DrillDevice } from '#drills/core/drill-device.ts'

/** Volunteers' phones say わかりました to a notice, most within a quarter of an hour; one in twelve never does. */
export function playPhones(drill: Drill, eye: DrillDevice): void {
  const seen = new Set<string>()
  drill.every(1, drill.scenario.startsAt, async () => {
    for (const notice of eye.all('notice').filter(({ id }) => !seen.has(id))) {
      seen.add(notice.id)
      const answers = eye.all('noticeAcknowledgement').filter(({ noticeId }) => noticeId === notice.id)
      const answered = new Set(answers.map(({ attendanceId }) => attendanceId))
      const phones = eye
        .all('attendance')
        .filter(({ id, channel, status }) => channel === 'phone' && status !== 'left' && !answered.has(id))
      for (const { id } of phones.toSorted((a, b) => a.number - b.number)) {
        if (drill.random.whole(1, 12) > 1)
          drill.after(drill.random.whole(1, 15), () => acknowledge(drill, notice.id, id))
      }
    }
  })
}

async function acknowledge(drill: Drill, noticeId: string, attendanceId: string): Promise<void> {
  const input = { acknowledgementId: drill.random.id(), noticeId, attendanceId }
  await drill.work.byPhone(async () => {
    await drill.send({ kind: 'volunteer', attendanceId }, 'messages.acknowledge', input)
  })
}
