import { findCenter } from '#server/center/centers.ts'
import { answerRead, type Reader } from '#server/core/reads.ts'
import { drillFacts, findDrill, injects, participantOf, roleCards } from '#server/practice/drill-tables.ts'
import { beforeReception, stillThere } from '#shared/practice/before-reception.ts'
import { findBeforeReception, findFacts, findMyPart, findNext, findWaiting, showDrill } from '#shared/practice/reads.ts'
import { worksOf } from '#shared/practice/who-plays.ts'
import { deskTitle } from '#shared/texts/desk-names.ts'

const findWaitingReader = answerRead(findWaiting, async ({ tx }) => ({
  injects: await injects.where(tx, { state: ['waiting', 'skipped'] }),
  cards: await roleCards.where(tx, {}),
}))

const findNextReader = answerRead(findNext, async ({ tx, now, next = null }) => {
  const waiting = await injects.where(tx, { state: 'waiting' })
  const [due] = waiting
    .flatMap(({ dueAt, title }) => (dueAt !== null && dueAt > now ? [{ at: dueAt, title }] : []))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
  if (next === null || (due && due.at <= next)) return due ?? { at: null, title: '' }
  return { at: next, title: '' }
})

const findFactsReader = answerRead(findFacts, async ({ tx }) => ({ facts: await drillFacts.where(tx, {}) }))

const findBeforeReceptionReader = answerRead(findBeforeReception, async ({ tx }) => {
  const { line, fillingIn } = beforeReception(await drillFacts.where(tx, { kind: ['arrival', 'line', 'served'] }))
  return { line: stillThere(line), fillingIn: stillThere(fillingIn) }
})

const showDrillReader = answerRead(showDrill, async ({ tx, now, profile }) => {
  const center = await findCenter(tx)
  const desks = profile.desks.filter(({ capabilities }) => !capabilities.includes('center.lead'))
  return {
    centerName: center?.name ?? '',
    centerPhone: center?.phone ?? '',
    now,
    drill: (await findDrill(tx)) ?? null,
    desks: desks.map((desk) => ({ name: desk.name, title: deskTitle(desk), work: [...worksOf(desk)] })),
  }
})

const findMyPartReader = answerRead(findMyPart, async ({ tx }, { ownToken }) => {
  const participant = await participantOf(tx, ownToken)
  const given = await injects.where(tx, { state: ['fired', 'answered'] })
  return {
    participant,
    card: participant.cardId === null ? null : ((await roleCards.find(tx, participant.cardId)) ?? null),
    injects: given.filter(({ recipient }) => recipient.kind === 'phone' && recipient.role === participant.role),
  }
})

export const practiceReaders: readonly Reader[] = [
  findWaitingReader,
  findNextReader,
  findMyPartReader,
  findFactsReader,
  findBeforeReceptionReader,
  showDrillReader,
]
