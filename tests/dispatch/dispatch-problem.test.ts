import { describe, expect, test } from 'vitest'
import { smallProfile } from '#shared/center/profiles/small.ts'
import { standardProfile } from '#shared/center/profiles/standard.ts'
import { dispatchProblem, issueProblem, recallProblem, type Setting, type TeamInView } from '#shared/dispatch/rules.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { needOf, noticeOf, personOf, sheetOf, teamOf } from '#tests/support/dispatch-views.ts'

const setting: Setting = {
  hazard: 'earthquake',
  date: '2026-11-23',
  policy: standardProfile.dispatch,
  insurance: standardProfile.insurance,
  stop: undefined,
  zone: 'Asia/Tokyo',
  byLead: false,
}

/** A team of two with everything in order. */
function inOrder(people: Partial<Attendance>[] = [{}, {}]): TeamInView {
  const members = people.map((wishes, index) => personOf(index + 1, wishes))
  const team = teamOf(members)
  return { team, members, need: needOf({}), workOrder: sheetOf(team) }
}

const pupil = { ageBand: 'under18', guardianConsent: 'given' } as const
const uninsured = {
  insurance: { plan: 'none', joinedOn: null, effectiveFrom: null, validUntil: null, verifiedBy: null },
} as const
const basic = {
  insurance: {
    plan: 'basic',
    joinedOn: '2026-05-01',
    effectiveFrom: '2026-05-02',
    validUntil: '2027-03-31',
    verifiedBy: null,
  },
} as const
const closed = { closedBy: ['redSticker' as const], openedBy: null, openedAt: null }

const view = inOrder()
const rows: [string, TeamInView, Partial<Setting>, string | null][] = [
  ['a team with everything in order', view, {}, null],
  ['activity is stopped', view, { stop: noticeOf('stop') }, 'dispatch.stopped'],
  ['a team that is out', { ...view, team: { ...view.team, status: 'out' } }, {}, 'dispatch.notReady'],
  ['a team that was dissolved', { ...view, team: { ...view.team, status: 'disbanded' } }, {}, 'dispatch.notReady'],
  ['no need', { ...view, need: undefined }, {}, 'dispatch.noNeed'],
  ['a need that was cancelled', { ...view, need: needOf({ status: 'cancelled' }) }, {}, 'teams.needNotReady'],
  ['a closed gate', { ...view, need: needOf({ gate: closed }) }, {}, 'needs.gateClosed'],
  ['a gate opened by name', { ...view, need: needOf({ gate: { ...closed, openedBy: '佐藤' } }) }, {}, null],
  ['a team of one', inOrder([{}]), {}, 'dispatch.teamTooSmall'],
  ['a team of one in a small center', inOrder([{}]), { policy: smallProfile.dispatch }, null],
  ['nobody', inOrder([]), { policy: smallProfile.dispatch }, 'dispatch.teamTooSmall'],
  ['no leader', { ...view, team: { ...view.team, leaderId: null } }, {}, 'dispatch.noLeader'],
  ['a leader who is no member', { ...view, team: { ...view.team, leaderId: 'x' } }, {}, 'dispatch.noLeader'],
  ['minors alone', inOrder([pupil, pupil]), {}, 'dispatch.minorsAlone'],
  ['a minor with someone of age', inOrder([{}, pupil]), {}, null],
  ['a minor without consent', inOrder([{}, { ...pupil, guardianConsent: 'missing' }]), {}, 'dispatch.consentMissing'],
  ['no insurance', inOrder([{}, uninsured]), {}, 'dispatch.uninsured'],
  ['the basic plan after an earthquake', inOrder([{}, basic]), {}, 'dispatch.uninsured'],
  ['the basic plan after a flood', inOrder([{}, basic]), { hazard: 'floodOrWind' }, null],
  ['no briefing', { ...view, team: { ...view.team, briefedAt: null } }, {}, 'dispatch.notBriefed'],
  [
    'no briefing where none is required',
    { ...view, team: { ...view.team, briefedAt: null } },
    { policy: smallProfile.dispatch },
    null,
  ],
  ['no sheet', { ...view, workOrder: undefined }, {}, 'dispatch.noSheet'],
  ['a void sheet', { ...view, workOrder: sheetOf(view.team, { status: 'void' }) }, {}, 'dispatch.sheetVoid'],
  ['a sheet older than the need', { ...view, need: needOf({ version: 2 }) }, {}, 'dispatch.needRewritten'],
]

describe('why a team may not leave', () => {
  test.each(rows)('%s', (_name, one, part, code) => {
    expect(dispatchProblem(one, { ...setting, ...part })?.code ?? null).toBe(code)
  })

  test('insurance and briefing do not stop the sheet, an unresolved danger does', () => {
    const loose = { ...inOrder([{}, uninsured]), workOrder: undefined }
    expect(issueProblem({ ...loose, team: { ...loose.team, briefedAt: null } }, setting)).toBeNull()
    expect(issueProblem({ ...loose, need: needOf({ gate: closed }) }, setting)?.code).toBe('needs.gateClosed')
  })

  test('a departure is taken back until the leader’s first word', () => {
    const out = [{ status: 'out' }, { status: 'out' }] as const
    expect(recallProblem({ ...view.team, status: 'out' }, out)).toBeNull()
    expect(recallProblem({ ...view.team, status: 'out', signal: 'departed' }, out)?.code).toBe(
      'dispatch.alreadyOnTheWay',
    )
    expect(recallProblem(view.team, [])?.code).toBe('dispatch.notReady')
  })

  test('a departure from which somebody is home already, or in another team, is not taken back', () => {
    for (const status of ['returned', 'waiting', 'inTeam'] as const) {
      const problem = recallProblem({ ...view.team, status: 'out' }, [{ status: 'out' }, { status }])
      expect(problem?.code).toBe('dispatch.alreadyOnTheWay')
    }
  })
})
