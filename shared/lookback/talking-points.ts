import type { LogEntry } from '#shared/center/center.ts'
import type { Score } from '#shared/lookback/figure.ts'
import type { Story } from '#shared/lookback/story.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { figureWord } from '#shared/texts/figures.ts'

/** A moment that is worth a talk: when, what it is, and in which words it was written down. */
export interface TalkingPoint {
  at: string
  what: string
  words: string
}

/** So many fit on a page. */
const mostPoints = 24

const answerOf = ({ answer, state }: { answer: string; state: string }) =>
  state === 'answered' ? `答え: ${answer}` : '答えなし'

/** These say what they are about by themselves. */
const toldApart = ['expectations', 'injects']
const mostOfFigure = 3

/** What a line of the log was about, as far as it may stand on paper: numbers of needs and teams. */
function numbersIn({ details }: LogEntry): string {
  const { need, team, number } = details
  const said = [
    typeof need === 'number' ? needNumberText(need) : '',
    typeof team === 'number' ? `${team}班` : '',
    typeof number === 'number' ? `受付番号${number}` : '',
  ]
  return said.filter((part) => part !== '').join(' ')
}

/** Where points were lost: the first moments behind each figure. */
function lost(story: Story, { figures }: Score): TalkingPoint[] {
  const lines = new Map(story.of('logEntry').flatMap((all) => all.map(({ seq, record }) => [seq, record] as const)))
  const losing = figures.filter(({ key, points }) => points && points.got < points.of && !toldApart.includes(key))
  return losing.flatMap((figure) =>
    figure.seqs.slice(0, mostOfFigure).flatMap((seq) => {
      const line = lines.get(seq)
      return line ? [{ at: line.at, what: figureWord(figure), words: numbersIn(line) }] : []
    }),
  )
}

/** Where points were lost, what was decided late or not, what was given and answered, help that was asked for, and work that was stopped. */
export function talkingPoints(story: Story, score: Score): TalkingPoint[] {
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
  const all = [...outcomes, ...lost(story, score), ...injects, ...told].slice(0, mostPoints)
  return all.toSorted((one, other) => one.at.localeCompare(other.at))
}
