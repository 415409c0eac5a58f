import { getNeed } from '#server/needs/needs.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import type { CommandName } from '#shared/commands.ts'
import { newId, newSecret } from '#shared/core/ids.ts'
import { usualRetention } from '#shared/privacy/usual-retention.ts'
import { openMatters } from '#shared/reports/limits.ts'
import { ids } from '#tests/support/center.ts'
import { needForm } from '#tests/support/given.ts'
import { givenNeed, givenTeam, givenWaiting } from '#tests/support/given-dispatch.ts'
import { givenMerge, twoOf } from '#tests/support/given-doubles.ts'
import { groupForm } from '#tests/support/given-groups.ts'
import { givenTeamBack, givenTeamOut, heardReport } from '#tests/support/given-reports.ts'
import { caps, reservationDayForm, reservationForm } from '#tests/support/given-reservations.ts'
import { registrationForm } from '#tests/support/given-roster.ts'
import { type Desks, type Press, press, type Race, same } from '#tests/support/race.ts'
import { racesAtDesks } from '#tests/support/races-at-desks.ts'
import { racesAtEntrance } from '#tests/support/races-at-entrance.ts'
import { racesInSetUpRoom } from '#tests/support/races-in-set-up-room.ts'
import type { InputOf } from '#web/core/send.ts'

const explanations = Object.fromEntries(openMatters.map((matter) => [matter, '確認した']))

const toSmall: Omit<InputOf<'center.changeProfile'>, 'changeId'> = {
  from: 'standard',
  to: 'small',
  seats: [],
  publicReception: null,
}

const refusedName: InputOf<'needs.answerConsent'>['consent'] = {
  version: 'needs-2026-12',
  answeredBy: 'self',
  surname: 'no',
  address: 'notAsked',
  work: 'notAsked',
  health: 'notAsked',
  careHint: '',
}

async function one(desks: Desks): Promise<string> {
  const [id = ''] = await givenWaiting(desks.phone, 1)
  return id
}

type Reception =
  | 'startConsultation'
  | 'settleConsultation'
  | 'cancelCheckIn'
  | 'restoreCheckIn'
  | 'comeBack'
  | 'toCenterWork'
  | 'waitAgain'

/** What reception does with one person, after what else it did with them. */
const withPerson =
  (act: Reception, ...before: CommandName[]): Race =>
  async (desks) => {
    const attendanceId = await one(desks)
    for (const type of before) {
      if (type === 'reports.sendHome') await desks.lead.send(type, { attendanceIds: [attendanceId] })
      else await desks.lead.send(type as 'volunteers.toCenterWork', { attendanceId })
    }
    return same(`volunteers.${act}`, { attendanceId })
  }

const onNeed =
  (act: (needId: string) => ReturnType<typeof same>): Race =>
  async (desks) =>
    act((await givenNeed(desks)).id)

const gone = { reason: '別の所に頼んだ', from: 'ready' } as const

/** A team that is formed, and dissolved by whoever is first. */
const dissolved =
  (act: (team: Awaited<ReturnType<typeof givenTeam>>, desks: Desks) => Press | Promise<Press>): Race =>
  async (desks) => {
    const team = await givenTeam(desks)
    return { first: press('dispatch.disbandTeam', { teamId: team.teamId }), second: await act(team, desks) }
  }

const group =
  (act: (groupVisitId: string) => ReturnType<typeof same>, ...before: ('checkOutGroup' | 'cancelGroup')[]): Race =>
  async ({ lead }) => {
    const form = groupForm()
    await lead.send('groups.checkInGroup', form)
    for (const type of before) await lead.send(`groups.${type}`, { groupVisitId: form.groupVisitId })
    return act(form.groupVisitId)
  }

type Reserved = 'cancel' | 'restore' | 'markCheckedIn' | 'undoCheckedIn'

const reservation =
  (act: Reserved, ...before: Reserved[]): Race =>
  async ({ lead, clock }) => {
    const day = reservationDayForm()
    await lead.send('reservations.openReservations', day)
    clock.pass(60 * 24)
    const form = reservationForm(day.reservationDayId)
    const { ownToken: _, ...byStaff } = form
    await lead.send('reservations.reserveByStaff', byStaff)
    const send = (type: Reserved): Press =>
      type === 'markCheckedIn'
        ? press(`reservations.${type}`, { reservationId: form.reservationId, attendanceId: null })
        : press(`reservations.${type}`, { reservationId: form.reservationId })
    for (const type of before) await send(type)(lead)
    return { first: send(act), second: send(act) }
  }

const registered =
  (
    act: (one: { kind: 'person'; id: string }) => ReturnType<typeof same>,
    ...before: ('withdraw' | 'takeBackRenewal')[]
  ): Race =>
  async ({ lead }) => {
    const form = registrationForm()
    await lead.send('roster.registerPerson', form)
    const who = { kind: 'person', id: form.personId } as const
    for (const type of before) {
      if (type === 'withdraw') await lead.send('roster.withdraw', who)
      else await lead.send('roster.takeBackRenewal', { ...who, fiscalYear: 2026, before: 2025 })
    }
    return act(who)
  }

/** Each act that may come too late because somebody else was quicker, and how that comes about. */
export const races: Partial<Record<CommandName, Race>> = {
  ...racesAtDesks,
  ...racesAtEntrance,
  ...racesInSetUpRoom,
  'center.openDay': async ({ lead }) => {
    await lead.send('reports.closeDay', { dayId: ids.day, explanations })
    const day = { date: '2026-11-24', receptionOpensAt: '09:00', receptionClosesAt: '11:00' }
    const input = () => ({ dayId: newId(), ...day, capacity: 50, returnBy: '15:00' })
    return { first: press('center.openDay', input()), second: press('center.openDay', input()) }
  },
  'center.changeDay': async () => {
    const hours = { receptionOpensAt: '09:00', receptionClosesAt: '11:00', returnBy: '15:00' }
    return same('center.changeDay', { dayId: ids.day, ...hours, capacity: 50, basedOnSeq: 2 })
  },
  'center.setPublicReception': async () => ({
    first: press('reports.closeDay', { dayId: ids.day, explanations }),
    second: press('center.setPublicReception', { dayId: ids.day, open: true }),
  }),
  'center.changeProfile': async () => {
    return {
      first: press('center.changeProfile', { changeId: newId(), ...toSmall }),
      second: press('center.changeProfile', { changeId: newId(), ...toSmall }),
    }
  },
  'center.undoProfileChange': async ({ lead }) => {
    const changeId = newId()
    await lead.send('center.changeProfile', { changeId, ...toSmall })
    return same('center.undoProfileChange', { changeId })
  },
  'center.setWifi': async () => ({
    first: press('center.setWifi', { ssid: 'vc', password: 'himitsu1', basedOnSeq: 0 }),
    second: press('center.setWifi', { ssid: 'vc2', password: 'himitsu2', basedOnSeq: 0 }),
  }),
  'access.setSignInRule': async () =>
    same('access.setSignInRule', { badge: 'pinOnly', lockAfterMinutes: 3, basedOnSeq: 0 }),
  'privacy.setRetention': async () => same('privacy.setRetention', { ...usualRetention, basedOnSeq: 0 }),
  'messages.sendNotice': async () => {
    const stop = () => press('messages.sendNotice', { noticeId: newId(), kind: 'stop', reason: '暑さ', returnBy: null })
    return { first: stop(), second: stop() }
  },
  'messages.liftNotice': async ({ lead }) => {
    const noticeId = newId()
    await lead.send('messages.sendNotice', { noticeId, kind: 'stop', reason: '暑さ', returnBy: null })
    return same('messages.liftNotice', { noticeId })
  },
  'needs.putOnHold': onNeed((needId) => same('needs.putOnHold', { needId, ...gone, reviewOn: '2026-11-25' })),
  'needs.declineNeed': onNeed((needId) =>
    same('needs.declineNeed', { needId, ...gone, referredTo: '', answerBy: null }),
  ),
  'needs.referNeed': onNeed((needId) =>
    same('needs.referNeed', { needId, ...gone, referredTo: '社協', answerBy: null }),
  ),
  'needs.cancelNeed': onNeed((needId) => same('needs.cancelNeed', { needId, ...gone })),
  'needs.reopenNeed': async (desks) => {
    const { id: needId } = await givenNeed(desks)
    await desks.lead.send('needs.cancelNeed', { needId, ...gone })
    return same('needs.reopenNeed', { needId, from: 'cancelled', reason: 'もう一度頼まれた' })
  },
  'needs.takeBackStep': async (desks) => {
    const { id: needId } = await givenNeed(desks)
    await desks.lead.send('needs.cancelNeed', { needId, ...gone })
    return same('needs.takeBackStep', { needId, from: 'cancelled' })
  },
  'needs.answerRequester': async (desks) => {
    const { id: needId } = await givenNeed(desks)
    await desks.lead.send('needs.declineNeed', { needId, ...gone, referredTo: '', answerBy: '2026-11-24' })
    return same('needs.answerRequester', { needId })
  },
  'needs.decideSurvey': onNeed((needId) => same('needs.decideSurvey', { needId, from: 'ready', decision: 'needed' })),
  'needs.answerConsent': async (desks) => {
    const { id: needId } = await givenNeed(desks, { consent: null })
    return same('needs.answerConsent', { needId, seenAskedAt: null, consent: refusedName })
  },
  'needs.recordSurvey': async (desks) => {
    const form = needForm()
    await desks.lead.send('needs.receiveNeed', form)
    const { id: needId, version: basedOnVersion } = await getNeed(desks.center.db, form.needId)
    await desks.lead.send('needs.decideSurvey', { needId, from: 'ready', decision: 'needed' })
    const { channel: _, survey: __, ...asked } = form.asked
    const household = form.household ?? {
      name: '',
      nameKana: '',
      addressWithheld: false,
      phone: '',
      considerations: '',
    }
    const rest = { contact: form.contact, household }
    const visit = { surveyId: newId(), surveyedBy: '勉', mayEnter: 'yes', note: '', reviewOn: null } as const
    const found = {
      headcount: 4,
      work: '床板を上げる',
      tools: [],
      dangers: '',
      sticker: 'green',
      roofWork: false,
    } as const
    return {
      first: press('needs.changeNeed', {
        needId,
        basedOnVersion,
        asked: { ...asked, work: '二階の片付けも' },
        ...rest,
      }),
      second: press('needs.recordSurvey', {
        ...visit,
        ...found,
        tools: [],
        needId,
        from: 'surveyPending',
        basedOnVersion,
      }),
    }
  },
  'needs.recordNotMet': async (desks) => {
    const { id: needId } = await givenNeed(desks)
    await desks.lead.send('needs.decideSurvey', { needId, from: 'ready', decision: 'needed' })
    const on = { needId, from: 'surveyPending', on: '2026-11-24', time: '' } as const
    await desks.lead.send('needs.scheduleSurvey', on)
    const visit = { from: 'surveyScheduled', seenNotMet: 0, note: '' } as const
    const nobody = () => press('needs.recordNotMet', { needId, surveyId: newId(), ...visit })
    return { first: nobody(), second: nobody() }
  },
  'needs.openGate': async (desks) => {
    const { id: needId } = await givenNeed(desks, { asked: { sticker: 'yellow' } })
    return same('needs.openGate', { needId, reasons: ['yellowSticker'], decidedBy: '佐藤', because: '片付けだけ' })
  },
  'needs.scheduleSurvey': async (desks) => {
    const { id: needId } = await givenNeed(desks)
    await desks.lead.send('needs.decideSurvey', { needId, from: 'ready', decision: 'needed' })
    return same('needs.scheduleSurvey', { needId, from: 'surveyPending', on: '2026-11-24', time: '' })
  },
  'volunteers.startConsultation': withPerson('startConsultation'),
  'volunteers.settleConsultation': withPerson('settleConsultation', 'volunteers.startConsultation'),
  'volunteers.cancelCheckIn': withPerson('cancelCheckIn'),
  'volunteers.restoreCheckIn': withPerson('restoreCheckIn', 'volunteers.cancelCheckIn'),
  'volunteers.comeBack': withPerson('comeBack', 'reports.sendHome'),
  'volunteers.toCenterWork': withPerson('toCenterWork'),
  'volunteers.waitAgain': withPerson('waitAgain', 'volunteers.toCenterWork'),
  'reservations.changeCaps': async ({ lead }) => {
    const day = reservationDayForm()
    await lead.send('reservations.openReservations', day)
    const to = (places: number) => {
      const { reservationDayId, opensAt, keepsPlaces } = day
      return press('reservations.changeCaps', {
        reservationDayId,
        opensAt,
        keepsPlaces,
        caps: caps(places),
        basedOn: day.caps,
      })
    }
    return { first: to(31), second: to(32) }
  },
  'reservations.cancel': reservation('cancel'),
  'reservations.restore': reservation('restore', 'cancel'),
  'reservations.markCheckedIn': reservation('markCheckedIn'),
  'reservations.undoCheckedIn': reservation('undoCheckedIn', 'markCheckedIn'),
  'groups.checkOutGroup': group((groupVisitId) => same('groups.checkOutGroup', { groupVisitId })),
  'groups.undoCheckOutGroup': group(
    (groupVisitId) => same('groups.undoCheckOutGroup', { groupVisitId }),
    'checkOutGroup',
  ),
  'groups.cancelGroup': group((groupVisitId) => same('groups.cancelGroup', { groupVisitId })),
  'groups.restoreGroup': group((groupVisitId) => same('groups.restoreGroup', { groupVisitId }), 'cancelGroup'),
  'groups.cancelUnnamed': group((groupVisitId) => same('groups.cancelUnnamed', { groupVisitId, count: 22 })),
  'groups.letInGroup': group((groupVisitId) => ({
    first: press('groups.cancelGroup', { groupVisitId }),
    second: press('groups.letInGroup', { groupVisitId }),
  })),
  'roster.renew': registered((who) => same('roster.renew', { ...who, fiscalYear: 2026 }), 'takeBackRenewal'),
  'roster.takeBackRenewal': registered((who) =>
    same('roster.takeBackRenewal', { ...who, fiscalYear: 2026, before: 2025 }),
  ),
  'roster.withdraw': registered((who) => same('roster.withdraw', who)),
  'roster.restore': registered((who) => same('roster.restore', who), 'withdraw'),
  'roster.reissueLink': registered((who) => ({
    first: press('roster.withdraw', who),
    second: press('roster.reissueLink', { ...who, linkToken: newSecret() }),
  })),
  'teams.formTeam': async (desks) => {
    const id = await one(desks)
    const form = () =>
      press('teams.formTeam', {
        teamId: newId(),
        attendanceIds: [id],
        leaderId: id,
        needId: null,
        seenTeamIds: [],
      })
    return { first: press('reports.sendHome', { attendanceIds: [id] }), second: form() }
  },
  'teams.briefTeam': dissolved(({ teamId }) => press('teams.briefTeam', { teamId })),
  'dispatch.addMembers': dissolved(async ({ teamId }, desks) =>
    press('dispatch.addMembers', { teamId, attendanceIds: [await one(desks)] }),
  ),
  'dispatch.removeMember': async (desks) => {
    const { teamId, people } = await givenTeam(desks)
    return same('dispatch.removeMember', { teamId, attendanceId: people[1] ?? '' })
  },
  'dispatch.chooseLeader': async (desks) => {
    const { teamId, people } = await givenTeam(desks)
    const chosen = { teamId, attendanceId: people[1] ?? '' }
    return { first: press('dispatch.removeMember', chosen), second: press('dispatch.chooseLeader', chosen) }
  },
  'dispatch.assignNeed': async (desks) => {
    const { teamId } = await givenTeam(desks, { sheet: false })
    const { id: needId } = await givenNeed(desks)
    return {
      first: press('needs.cancelNeed', { needId, ...gone }),
      second: press('dispatch.assignNeed', { teamId, needId, seenTeamIds: [] }),
    }
  },
  'dispatch.disbandTeam': dissolved(({ teamId }) => press('dispatch.disbandTeam', { teamId })),
  'dispatch.issueWorkOrder': dissolved(({ teamId }) =>
    press('dispatch.issueWorkOrder', { workOrderId: newId(), teamId, reasonForTeam: '' }),
  ),
  'dispatch.dispatchTeam': async (desks) => {
    const { workOrderId } = await givenTeam(desks)
    return same('dispatch.dispatchTeam', { workOrderId })
  },
  'dispatch.recallFromDispatch': async (desks) => {
    const { workOrderId } = await givenTeamOut(desks)
    return same('dispatch.recallFromDispatch', { workOrderId })
  },
  'dispatch.correctNeedOfTeam': async (desks) => {
    const { teamId, need } = await givenTeamOut(desks)
    const { id: needId } = await givenNeed(desks)
    const to = () =>
      press('dispatch.correctNeedOfTeam', {
        workOrderId: newId(),
        teamId,
        fromNeedId: need.id,
        needId,
        seenTeamIds: [],
        reason: '聞き違い',
      })
    return { first: to(), second: to() }
  },
  'dispatch.putToWork': async (desks) => {
    const { personId } = registrationForm()
    await desks.lead.send('roster.registerPerson', registrationForm({ personId }))
    const { id: needId } = await givenNeed(desks)
    const call = () =>
      press('dispatch.putToWork', {
        teamId: newId(),
        needId,
        seenTeamIds: [],
        consentVersion: '2026-11',
        people: [{ personId, attendanceId: newId() }],
      })
    return { first: call(), second: call() }
  },
  'reports.receiveTeam': async (desks) => {
    const { teamId } = await givenTeamOut(desks)
    return same('reports.receiveTeam', { teamId, missingIds: [] })
  },
  'reports.receivePerson': async (desks) => {
    const { people } = await givenTeamOut(desks)
    return same('reports.receivePerson', { attendanceId: people[1] ?? '' })
  },
  'reports.undoReceiveTeam': async (desks) => {
    const { teamId } = await givenTeamBack(desks)
    return same('reports.undoReceiveTeam', { teamId })
  },
  'reports.acceptReport': async (desks) => {
    const { workOrderId } = await givenTeamBack(desks)
    const heard = () => press('reports.acceptReport', heardReport(workOrderId))
    return { first: heard(), second: heard() }
  },
  'reports.sendHome': async (desks) => same('reports.sendHome', { attendanceIds: [await one(desks)] }),
  'reports.backToWaiting': async (desks) => {
    const { people } = await givenTeamBack(desks)
    return same('reports.backToWaiting', { attendanceIds: [people[1] ?? ''] })
  },
  'reports.closeDay': async () => same('reports.closeDay', { dayId: ids.day, explanations }),
  'reports.reopenDay': async ({ lead }) => {
    await lead.send('reports.closeDay', { dayId: ids.day, explanations })
    return same('reports.reopenDay', { dayId: ids.day, reason: '帰っていない人がいた' })
  },
  'doubles.mergeNeeds': async (desks) => {
    const [kept, merged] = [await givenNeed(desks), await givenNeed(desks)]
    const two = await twoOf(desks.center, kept.id, merged.id)
    const again = { ...two, mergeId: newId() }
    return { first: press('doubles.mergeNeeds', two), second: press('doubles.mergeNeeds', again) }
  },
  'doubles.mergeHouseholds': async (desks) => {
    const [kept, merged] = [await givenNeed(desks), await givenNeed(desks)]
    const two = await twoOf(desks.center, kept.householdId, merged.householdId)
    const again = { ...two, mergeId: newId() }
    return { first: press('doubles.mergeHouseholds', two), second: press('doubles.mergeHouseholds', again) }
  },
  'doubles.mergePersons': async (desks) => {
    const here = await givenWaiting(desks.phone, 2)
    const [kept = '', merged = ''] = (await attendances.where(desks.center.db, { id: here })).map(
      ({ personId }) => personId,
    )
    const two = await twoOf(desks.center, kept, merged)
    const again = { ...two, mergeId: newId() }
    return { first: press('doubles.mergePersons', two), second: press('doubles.mergePersons', again) }
  },
  'doubles.reassignCheckIn': async (desks) => {
    const here = await givenWaiting(desks.phone, 3)
    const [wrong, ...others] = await attendances.where(desks.center.db, { id: here })
    const to = (right: (typeof others)[number] | undefined) =>
      press('doubles.reassignCheckIn', {
        reassignmentId: newId(),
        attendanceId: wrong?.id ?? '',
        fromPersonId: wrong?.personId ?? '',
        personId: right?.personId ?? '',
        newcomer: null,
      })
    for (const { id } of others) await desks.lead.send('volunteers.cancelCheckIn', { attendanceId: id })
    return { first: to(others[0]), second: to(others[1]) }
  },
  'doubles.unmerge': async (desks) => {
    const [kept, merged] = [await givenNeed(desks), await givenNeed(desks)]
    const mergeId = await givenMerge(desks.ben, desks.center, 'doubles.mergeNeeds', [kept.id, merged.id])
    return same('doubles.unmerge', { mergeId })
  },
  'privacy.closeActivation': async ({ lead }) => {
    await lead.send('reports.closeDay', { dayId: ids.day, explanations })
    return same('privacy.closeActivation', { activationId: ids.activation })
  },
  'privacy.reopenActivation': async ({ lead }) => {
    await lead.send('reports.closeDay', { dayId: ids.day, explanations })
    await lead.send('privacy.closeActivation', { activationId: ids.activation })
    return same('privacy.reopenActivation', { activationId: ids.activation })
  },
}
