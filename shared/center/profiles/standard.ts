import { capabilities } from '#shared/access/capabilities.ts'
import type { CenterProfile } from '#shared/center/profile.ts'

/** Eight desks, as the staff reports of 2015 and 2019 describe them (field guide, section 1.1). */
export const standardProfile: CenterProfile = {
  name: 'standard',
  desks: [
    {
      name: 'lead',
      capabilities: [...capabilities],
      panels: [
        'lead',
        'allReturned',
        'affairs',
        'reservations',
        'roster',
        'privacy',
        'practice',
        'lookback',
        'readiness',
      ],
      lanes: 1,
    },
    {
      name: 'affairs',
      capabilities: ['affairs.manage', 'roster.manage'],
      panels: ['affairs', 'allReturned', 'reservations', 'roster', 'privacy', 'readiness'],
      lanes: 1,
    },
    {
      name: 'reception',
      capabilities: ['reception.manage', 'roster.manage', 'care.read'],
      panels: ['reception', 'reservations', 'groups', 'roster', 'doubles'],
      lanes: 3,
    },
    { name: 'needs', capabilities: ['needs.manage', 'contacts.read'], panels: ['needs', 'doubles'], lanes: 1 },
    {
      name: 'survey',
      capabilities: ['survey.manage', 'contacts.read'],
      panels: ['surveys', 'map'],
      lanes: 1,
    },
    {
      name: 'dispatch',
      capabilities: ['dispatch.manage', 'contacts.read'],
      panels: ['dispatch', 'map', 'people'],
      lanes: 1,
    },
    { name: 'equipment', capabilities: ['equipment.manage'], panels: ['sendOff'], lanes: 1 },
    {
      name: 'return',
      capabilities: ['return.manage', 'reception.manage', 'care.read'],
      panels: ['return', 'allReturned', 'groups'],
      lanes: 1,
    },
  ],
  reception: { opensWithDay: true, consentVersion: '2026-12' },
  insurance: { enrolmentOnTheSpot: true },
  needs: { form: 'full', surveyRequired: true, sameVisitMinutes: 30, livelihood: 'decline', answerWithinDays: 3 },
  // One can stay with an injured person while another fetches help.
  dispatch: { minTeamSize: 2, briefingRequired: true },
  return: { overdueAfterMinutes: 15 },
}
