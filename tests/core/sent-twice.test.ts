import { afterAll, expect, test } from 'vitest'
import { playHeadless } from '#drills/play-headless.ts'
import { bankData } from '#drills/scenarios/bank.ts'
import type { Actor } from '#server/core/actor.ts'
import type { Center } from '#server/core/center.ts'
import { commands } from '#shared/commands.ts'
import type { CommandAnswer, Envelope } from '#shared/core/command.ts'
import { stormCommands } from '#tests/support/storm.ts'

const firstDay = bankData('first-day')

interface Accepted {
  actor: Actor
  envelope: Envelope
  answer: CommandAnswer
}

/** Writes down whatever the center accepts. */
function listenAt(center: Center): Accepted[] {
  const accepted: Accepted[] = []
  const execute = center.execute.bind(center)
  center.execute = async (actor, envelope) => {
    const answer = await execute(actor, envelope)
    accepted.push({ actor, envelope, answer })
    return answer
  }
  return accepted
}

let center: Center | undefined
let accepted: Accepted[] = []

async function wholeDay(): Promise<{ center: Center; accepted: readonly Accepted[] }> {
  if (!center) {
    const { after } = await playHeadless(firstDay, (drill) => {
      accepted = listenAt(drill.center)
    })
    center = after.drill.center
  }
  return { center, accepted }
}

afterAll(() => center?.close())

test('whatever a whole day sent is harmless when it is sent again', { timeout: 60_000 }, async () => {
  const day = await wholeDay()
  const seqBefore = day.center.health.seq
  const patches: unknown[] = []
  const stop = day.center.onPatch((heard) => patches.push(...heard))
  const all = [...day.accepted]
  expect(all.length).toBeGreaterThan(300)
  for (const { actor, envelope, answer } of all)
    expect(await day.center.execute(actor, envelope), envelope.type).toEqual(answer)
  expect(day.center.health.seq).toBe(seqBefore)
  expect(patches).toEqual([])
  stop()
})

test('another body under an id that was seen is refused', async () => {
  const day = await wholeDay()
  const [first] = day.accepted.filter(({ envelope }) => envelope.type === 'center.writeJournalEntry')
  if (!first) throw new Error('the day has no entry in its chronology')
  const seqBefore = day.center.health.seq
  await expect(
    day.center.execute(first.actor, { ...first.envelope, input: { ...(first.envelope.input as object), text: '別' } }),
  ).rejects.toMatchObject({ code: 'core.otherBodySameId' })
  expect(day.center.health.seq).toBe(seqBefore)
})

/** What neither a good day nor second thoughts send: acts that end something, and those of leads and of the server itself. */
const named = [
  'access.approveAct',
  'access.closeSession',
  'access.consentToAct',
  'access.countHour',
  'access.countPapers',
  'access.deferAct',
  'access.endAct',
  'access.issueBadge',
  'access.openSheet',
  'access.refuseAct',
  'access.retireStaff',
  'access.setLookRule',
  'access.setSignInRule',
  'center.acknowledgeHandOver',
  'center.addDesk',
  'center.changeProfile',
  'center.handOverDesk',
  'center.mergeDesks',
  'center.recordPosterPrinted',
  'center.splitDesk',
  'center.undoProfileChange',
  'dispatch.correctNeedOfTeam',
  'dispatch.putToWork',
  'dispatch.recordCallOut',
  'needs.addPhoto',
  'needs.answerConsent',
  'needs.revealNotes',
  'needs.revealPhone',
  'needs.revealPlace',
  'reports.addPhoto',
  'reports.reopenDay',
  'teams.formTeamsOfGroup',
  'volunteers.bindLink',
  'volunteers.checkInAgain',
  'volunteers.checkInKnown',
  'volunteers.correctDetails',
]

/** The plain day has none of these; the tests of each send every act of theirs twice. */
const besideThePlainDay = [
  'keeping',
  'roster',
  'reservations',
  'groups',
  'photos',
  'doubles',
  'privacy',
  'practice',
  'readiness',
]
const isBeside = (name: string) => besideThePlainDay.some((slice) => name.startsWith(`${slice}.`))

test('a day and its second thoughts know every command but these', async () => {
  const { accepted: all } = await wholeDay()
  const sent = new Set<string>([...all.map(({ envelope }) => envelope.type), ...stormCommands])
  const missing = Object.values(commands)
    .map(({ name }) => name)
    .filter((name) => !sent.has(name))
  expect(missing.filter((name) => !named.includes(name) && !isBeside(name))).toEqual([])
})
