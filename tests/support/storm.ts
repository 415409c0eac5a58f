import type { Drill } from '#drills/core/drill.ts'
import type { DrillDevice } from '#drills/core/drill-device.ts'
import type { SeededRandom } from '#drills/core/seeded-random.ts'
import type { Actor } from '#server/core/actor.ts'
import { capabilities } from '#shared/access/capabilities.ts'
import type { CommandName, CommandNamed } from '#shared/commands.ts'
import { newId } from '#shared/core/ids.ts'
import { Problem } from '#shared/core/problem.ts'
import type { InputOf } from '#web/core/send.ts'

/** What a random act may look at. */
interface View {
  see: DrillDevice
  random: SeededRandom
}

type Acts = { [N in CommandName]?: (view: View) => InputOf<N> | undefined }

/** One of a list, or undefined where there is none. */
const any = <T>({ random }: View, list: readonly T[]): T | undefined =>
  list.length === 0 ? undefined : random.pick(list)

const anyone = (view: View) => any(view, view.see.all('attendance'))
const anyTeam = (view: View) => any(view, view.see.all('team'))
const anyNeed = (view: View) => any(view, view.see.all('need'))
const anyReport = (view: View) => any(view, view.see.all('report'))
const ofOne = (view: View) => {
  const one = anyone(view)
  return one && { attendanceId: one.id }
}
const ofTeam = (view: View) => {
  const team = anyTeam(view)
  return team && { teamId: team.id }
}
const ofNeed = (view: View) => {
  const need = anyNeed(view)
  return need && { needId: need.id, from: need.status }
}
const some = (view: View, count: number) =>
  view.random.shuffled(view.see.all('attendance').filter(({ status }) => status === 'waiting')).slice(0, count)

/** Second thoughts of every kind: what a day that goes well never sends. Most are refused; that is part of it. */
const acts: Acts = {
  'access.assignDesks': (view) => {
    const one = any(view, view.see.all('staff').slice(1))
    return one && { staffId: one.id, deskNames: [view.random.pick(['reception', 'needs', 'dispatch', 'return'])] }
  },
  'access.changePin': (view) => {
    const one = any(view, view.see.all('staff').slice(1))
    return one && { staffId: one.id, pin: '654321' }
  },
  'center.changeDay': (view) => {
    const [day] = view.see.all('day')
    const capacity = view.random.whole(60, 120)
    const hours = { receptionOpensAt: '08:30', receptionClosesAt: '11:30', capacity, returnBy: '15:30' }
    return day && { dayId: day.id, basedOnSeq: Number.MAX_SAFE_INTEGER, ...hours }
  },
  'center.setPublicReception': (view) => {
    const [day] = view.see.all('day')
    return day && { dayId: day.id, open: view.random.fraction() < 0.7 }
  },
  'center.writeJournalEntry': ({ random }) => ({
    entryId: newId(),
    fromWhom: '区本部',
    toWhom: '総務',
    certainty: random.pick(['fact', 'guess']),
    text: '道が混んでいる',
  }),
  'messages.sendNotice': ({ random }) => ({
    noticeId: newId(),
    kind: random.pick(['stop', 'message', 'shorten']),
    reason: '風が強い',
    returnBy: random.fraction() < 0.5 ? '14:30' : null,
  }),
  'messages.liftNotice': (view) => {
    const notice = any(view, view.see.all('notice'))
    return notice && { noticeId: notice.id }
  },
  'messages.acknowledge': (view) => {
    const [notice, one] = [any(view, view.see.all('notice')), anyone(view)]
    return notice && one && { acknowledgementId: newId(), noticeId: notice.id, attendanceId: one.id }
  },
  'needs.addToNeed': (view) => {
    const need = anyNeed(view)
    return need && { needId: need.id, words: '近所の人からも電話があった。' }
  },
  'needs.decideSurvey': (view) => {
    const need = ofNeed(view)
    return need && { ...need, decision: view.random.pick(['needed', 'notNeeded', 'unsure']) }
  },
  'needs.putOnHold': (view) => {
    const need = ofNeed(view)
    return need && { ...need, reason: '家族と相談', reviewOn: '2026-12-08' }
  },
  'needs.cancelNeed': (view) => {
    const need = ofNeed(view)
    return need && { ...need, reason: '親戚が片づけた' }
  },
  'needs.declineNeed': (view) => {
    const need = ofNeed(view)
    return need && { ...need, reason: '対象の外', referredTo: '', answerBy: null }
  },
  'needs.reopenNeed': (view) => {
    const need = ofNeed(view)
    return need && { ...need, reason: 'まだ残っていた' }
  },
  'needs.takeBackStep': (view) => ofNeed(view),
  'needs.closeGate': (view) => {
    const need = anyNeed(view)
    return need && { needId: need.id }
  },
  'needs.openGate': (view) => {
    const need = anyNeed(view)
    return need && { needId: need.id, reasons: need.gate.closedBy, decidedBy: '汐見 統', because: '道路側だけ' }
  },
  'needs.changeNeed': (view) => {
    const need = anyNeed(view)
    const contact = view.see.get('needContact', need?.id ?? null)
    const household = view.see.get('household', need?.householdId ?? null)
    if (!need || !contact || !household) return undefined
    const { id: _, hasPhone: __, hasStory: ___, withheld: ____, ...said } = contact
    const { name, nameKana, addressWithheld } = household
    return {
      needId: need.id,
      basedOnVersion: need.version,
      asked: { ...need, headcount: view.random.whole(1, 8), work: `${need.work}。急がない` },
      contact: { ...said, requesterPhone: null, story: null },
      household: { name, nameKana, phone: null, considerations: null, addressWithheld },
    }
  },
  'teams.formTeam': (view) => {
    const [people, need] = [some(view, view.random.whole(1, 5)), anyNeed(view)]
    const [first] = people
    const attendanceIds = people.map(({ id }) => id)
    return (
      first &&
      need && { teamId: newId(), attendanceIds, leaderId: first.id, needId: need.id, seenTeamIds: need.teamIds }
    )
  },
  'teams.briefTeam': (view) => ofTeam(view),
  'dispatch.addMembers': (view) => {
    const [team, people] = [anyTeam(view), some(view, 2)]
    return team && people.length > 0 ? { teamId: team.id, attendanceIds: people.map(({ id }) => id) } : undefined
  },
  'dispatch.removeMember': (view) => {
    const team = anyTeam(view)
    const member = team && any(view, team.members)
    return team && member && { teamId: team.id, attendanceId: member.attendanceId }
  },
  'dispatch.chooseLeader': (view) => {
    const team = anyTeam(view)
    const member = team && any(view, team.members)
    return team && member && { teamId: team.id, attendanceId: member.attendanceId }
  },
  'dispatch.assignNeed': (view) => {
    const [team, need] = [anyTeam(view), anyNeed(view)]
    return team && need && { teamId: team.id, needId: need.id, seenTeamIds: need.teamIds }
  },
  'dispatch.disbandTeam': ofTeam,
  'dispatch.issueWorkOrder': (view) => {
    const team = anyTeam(view)
    const reasonForTeam = '道が狭いので軽トラックの人を入れた'
    return team && { workOrderId: newId(), teamId: team.id, basedOnId: team.workOrderId, reasonForTeam }
  },
  'dispatch.dispatchTeam': (view) => {
    const order = any(view, view.see.all('workOrder'))
    return order && { workOrderId: order.id, checked: [] }
  },
  'dispatch.recallFromDispatch': (view) => {
    const order = any(view, view.see.all('workOrder'))
    return order && { workOrderId: order.id }
  },
  'dispatch.answerHelp': ofTeam,
  'reports.receiveTeam': (view) => {
    const team = anyTeam(view)
    const missing = team && view.random.fraction() < 0.3 ? team.members.slice(0, 1) : []
    return team && { teamId: team.id, missingIds: missing.map(({ attendanceId }) => attendanceId) }
  },
  'reports.undoReceiveTeam': ofTeam,
  'reports.receivePerson': ofOne,
  'reports.backToWaiting': (view) => {
    const one = anyone(view)
    return one && { attendanceIds: [one.id] }
  },
  'reports.sendHome': (view) => {
    const one = anyone(view)
    return one && { attendanceIds: [one.id] }
  },
  'reports.recordIncident': (view) => {
    const team = anyTeam(view)
    return team && { incidentId: newId(), teamId: team.id, attendanceId: null, kind: 'nearMiss', text: 'つまずいた' }
  },
  'reports.correctReport': (view) => {
    const report = anyReport(view)
    if (!report) return undefined
    const { workOrderId, outcome, workDone, remainingWork, nextHeadcount, headcount } = report
    const said = { workOrderId, outcome, workDone, remainingWork, nextHeadcount, headcount }
    const observation = { text: '', watch: false }
    const basedOnSeq = Number.MAX_SAFE_INTEGER
    return {
      reportId: report.id,
      basedOnSeq,
      ...said,
      startedAt: null,
      endedAt: null,
      observation,
      reason: '書きまちがい',
    }
  },
  'volunteers.startConsultation': ofOne,
  'volunteers.settleConsultation': ofOne,
  'volunteers.cancelCheckIn': ofOne,
  'volunteers.restoreCheckIn': ofOne,
  'volunteers.letIn': ofOne,
  'volunteers.comeBack': ofOne,
  'volunteers.toCenterWork': ofOne,
  'volunteers.waitAgain': ofOne,
  'volunteers.recordGuardianConsent': (view) => {
    const one = ofOne(view)
    return one && { ...one, consent: view.random.pick(['missing', 'given', 'accompanied']) }
  },
  'volunteers.reissueLink': (view) => {
    const one = ofOne(view)
    return one && { ...one, linkToken: view.random.secret() }
  },
  'volunteers.writeNote': (view) => {
    const one = ofOne(view)
    return one && { ...one, text: '午後は早めに帰る', basedOnSeq: 0 }
  },
}

const names = Object.keys(acts) as (keyof Acts)[]

/** The names of the commands that a storm may send. */
export const stormCommands: readonly CommandName[] = names

/** Sends one random act as somebody who may do everything; true where the center accepted it. */
export async function randomAct({ center, random }: Pick<Drill, 'center' | 'random'>, see: DrillDevice, actor: Actor) {
  const name = random.pick(names)
  const make = acts[name] as ((view: View) => InputOf<CommandNamed<CommandName>['name']> | undefined) | undefined
  const input = make?.({ see, random })
  if (!input) return false
  try {
    await center.execute(actor, { id: newId(), type: name, input, device: 'storm' })
    return true
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}

/** Somebody with every capability. */
export function everyRight(staffId: string): Actor {
  return { kind: 'staff', staffId, sessionId: newId(), name: '汐見 統', capabilities }
}
