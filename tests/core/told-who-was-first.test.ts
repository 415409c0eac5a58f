import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { capabilities } from '#shared/access/capabilities.ts'
import { type CommandName, commands } from '#shared/commands.ts'
import { newId } from '#shared/core/ids.ts'
import { records } from '#shared/records.ts'
import { Sender, testCenter } from '#tests/support/center.ts'
import { races } from '#tests/support/races.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'

/** Whoever was second reads in one sentence what is so now, who did it, and when. */
describe('two people at two desks do it at once, and the second is told who was first, and when', () => {
  test.each(Object.entries(races))('%s', async (_, arrange) => {
    const desks = await testCenter()
    const at = (name: string) =>
      new Sender(desks.center, { kind: 'staff', staffId: newId(), sessionId: newId(), name, capabilities })
    const { first, second } = await arrange(desks)
    desks.clock.pass(3)
    const clock = desks.clock.now()
    await first(at('鈴木'))
    desks.clock.pass(2)
    const refusal = await second(at('高橋')).catch((error: unknown) => error)
    const sentence = problemSentence(refusal as never, 'ja')
    expect(sentence, JSON.stringify(refusal)).toContain('鈴木さん')
    const time = new Date(Date.parse(clock) + 9 * 3_600_000).toISOString().slice(11, 16)
    expect(sentence).toContain(time)
  })
})

/** Where the second is refused by a text that changed meanwhile, shown beside what they typed; see the tests of each. */
const bothTextsAreShown: readonly CommandName[] = [
  'needs.changeNeed',
  'volunteers.correctDetails',
  'groups.changeGroupVisit',
  'roster.changePerson',
  'roster.changeGroup',
  'reports.correctReport',
  'keeping.setSecondFolder',
  ...(['readiness.writeItem', 'readiness.writeStock', 'readiness.planEvent', 'readiness.changeIssue'] as const),
]

/** Of a drill, and so not of these desks: `tests/practice/{drill-acts,two-at-once}.test.ts` show who is told. */
const toldInADrill: readonly CommandName[] = [
  ...([
    'practice.fireInject',
    'practice.delayInject',
    'practice.skipInject',
    'practice.putBackInject',
    'practice.answerInject',
  ] as const),
  ...(['practice.startDevicesOff', 'practice.endDevicesOff', 'practice.handSeat', 'practice.endDrill'] as const),
]

/** What can be done twice: it adds something of its own, says the same again, or stands as the last one said it. */
const nobodyIsSecond: readonly CommandName[] = [
  ...(['access.addStaff', 'access.assignDesks', 'access.changePin', 'access.retireStaff'] as const),
  ...(['access.openSession', 'access.closeSession', 'access.issueBadge', 'access.countHour'] as const),
  ...(['center.recordPosterPrinted', 'center.writeJournalEntry', 'center.acknowledgeHandOver'] as const),
  ...(['keeping.answerClock', 'keeping.noteClock', 'keeping.noteRecovery', 'keeping.noteSleep'] as const),
  ...(['keeping.makeBackup', 'keeping.printRecoverySheet', 'keeping.lockKey', 'keeping.unlockKey'] as const),
  ...([
    'messages.acknowledge',
    'photos.storePicture',
    'photos.removePhoto',
    'photos.restorePhoto',
    'photos.changeKind',
  ] as const),
  ...(['needs.addPhoto', 'needs.addToNeed', 'needs.closeGate', 'needs.receiveNeed'] as const),
  ...(['needs.revealPhone', 'needs.revealPlace', 'volunteers.recordInsurance', 'volunteers.reissueLink'] as const),
  ...(['volunteers.recordGuardianConsent', 'volunteers.writeNote', 'reservations.setReservationsOpen'] as const),
  ...(['groups.agreeToMix', 'groups.confirmGuardians', 'groups.confirmInsurance', 'groups.addToGroup'] as const),
  ...(['groups.addListPicture', 'groups.eraseListPicture', 'groups.nameMembers'] as const),
  ...(['dispatch.recordCallOut', 'dispatch.answerHelp', 'reports.recordIncident', 'reports.exportSummary'] as const),
  ...(['doubles.sayTheyAreTwo', 'doubles.takeBackTwo', 'doubles.takeBackReassignment'] as const),
  ...(['access.openSheet', 'photos.lookAtPhoto', 'needs.revealNotes'] as const),
  // Each row is planned anew: what another desk has written of the same list meanwhile is found to be so.
  'roster.applyImport',
  ...(['privacy.export', 'privacy.showRecord', 'reservations.releaseNoShows'] as const),
  ...(['readiness.moveItem', 'readiness.recordDecision', 'readiness.checkStock', 'readiness.addIssue'] as const),
  // What another lead took over meanwhile is not taken over twice.
  'readiness.takeOverIssues',
  'readiness.startListsOver',
  ...(['practice.setClock', 'practice.jumpClock', 'practice.joinDrill'] as const),
  ...(['practice.leaveDrill', 'practice.writeObservation', 'practice.observe'] as const),
  ...(['practice.finishRound'] as const),
]

/** Whose doer is no desk, or who stand beside each other and ask the other lead: what is told is another sentence. */
const notFromTwoDesks: readonly CommandName[] = [
  ...(['practice.startDrill', 'practice.reachJump', 'practice.recordOutcome', 'practice.recordFacts'] as const),
  ...(['practice.addInject', 'practice.answerAsParticipant', 'practice.seeAsParticipant'] as const),
  ...(['practice.answerAsLeader', 'practice.seeAsLeader'] as const),
  ...(['access.consentToAct', 'access.deferAct', 'access.approveAct', 'access.refuseAct', 'access.endAct'] as const),
  ...(['center.setUpCenter', 'keeping.handOverCenter', 'keeping.takeBackCenter'] as const),
  ...(['keeping.takeOverCenter', 'keeping.restoreCopy', 'volunteers.bindLink', 'volunteers.checkIn'] as const),
  ...(['volunteers.checkInAgain', 'reservations.cancelOwn', 'reservations.reserve', 'roster.withdrawSelf'] as const),
  ...(['roster.registerSelf', 'roster.registerGroupSelf', 'roster.renewSelf', 'roster.renewGroupSelf'] as const),
  ...(['dispatch.signal', 'reports.addPhoto', 'reports.sendReport', 'privacy.erase', 'privacy.eraseAgain'] as const),
  ...(['privacy.eraseDayOnly', 'privacy.eraseDue', 'privacy.forgetLooks', 'privacy.postponeErasure'] as const),
  'privacy.stepErasure',
]

test('every act has been thought of: who is second is told, or nobody can be', () => {
  const thought = [...Object.keys(races), ...bothTextsAreShown, ...toldInADrill, ...nobodyIsSecond, ...notFromTwoDesks]
  expect(thought.toSorted()).toEqual(
    Object.values(commands)
      .map(({ name }) => name)
      .toSorted(),
  )
})

test('what a refusal says to be about is a kind of record', () => {
  const root = resolve(import.meta.dirname, '../..')
  const files = globSync('{shared,server}/*/*.ts', { cwd: root }).map((file) =>
    readFileSync(resolve(root, file), 'utf8'),
  )
  const named = files.flatMap((text) => [...text.matchAll(/\}, (?:\w+ && )?\['(\w+)', \w+(?:\.\w+)*\]\)/g)])
  expect(named.length).toBeGreaterThan(50)
  expect(named.map(([, kind = '']) => kind).filter((kind) => !Object.hasOwn(records, kind))).toEqual([])
})
