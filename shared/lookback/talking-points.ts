import type { Story } from '#shared/lookback/story.ts'

/** A moment that is worth a talk: when, what it is, and in which words it was written down. */
export interface TalkingPoint {
  at: string
  what: string
  words: string
}

const answerOf = ({ answer, state }: { answer: string; state: string }) =>
  state === 'answered' ? `答え: ${answer}` : '答えなし'

/** What was decided late or not, what was given and answered, help that was asked for, and work that was stopped. */
export function talkingPoints(story: Story): TalkingPoint[] {
  const outcomes = story
    .last('drillOutcome')
    .filter(({ record }) => record.state === 'late' || record.state === 'missed')
    .map(({ at, record }) => ({
      at: record.at ?? at,
      what: record.state === 'late' ? '遅れてできた' : 'できなかった',
      words: `${record.title} ${record.why}`.trim(),
    }))
  const injects = story
    .last('inject')
    .filter(({ record }) => record.firedAt !== null && record.answerWithin !== null)
    .map(({ at, record }) => ({
      at: record.firedAt ?? at,
      what: '状況付与',
      words: `${record.title}（${answerOf(record)}）`,
    }))
  const help = story.acts('dispatch.signal').filter(({ details }) => details.signal === 'helpNeeded')
  const stops = story
    .acts('messages.sendNotice')
    .filter(({ details }) => details.kind === 'stop' || details.kind === 'shorten')
  const incidents = story.acts('reports.recordIncident')
  const gates = story.acts('needs.openGate')
  const told = [
    ...help.map(({ at, details }) => ({ at, what: '応援の求め', words: `${details.team ?? ''}班` })),
    ...stops.map(({ at, details }) => ({ at, what: details.kind === 'stop' ? '活動中止' : '活動短縮', words: '' })),
    ...incidents.map(({ at }) => ({ at, what: 'けが・ヒヤリハット', words: '記録を見てください' })),
    ...gates.map(({ at, details }) => ({
      at,
      what: '派遣の許可',
      words: `N-${String(details.need ?? '').padStart(3, '0')}`,
    })),
  ]
  return [...outcomes, ...injects, ...told].toSorted((one, other) => one.at.localeCompare(other.at)).slice(0, 16)
}
