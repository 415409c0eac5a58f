import { capabilities } from '#shared/access/capabilities.ts'
import type { CenterProfile } from '#shared/center/profile.ts'

/** One front desk with the very panels of the big center: the ordinary volunteer center in a small disaster. */
export const smallProfile: CenterProfile = {
  name: 'small',
  desks: [
    {
      name: 'frontDesk',
      capabilities: [...capabilities],
      panels: [
        'lead',
        'needs',
        'reception',
        'dispatch',
        'people',
        'map',
        'return',
        'allReturned',
        'affairs',
        'reservations',
        'groups',
        'surveys',
        'findPeople',
        'doubles',
        'roster',
        'privacy',
        'lookback',
        'readiness',
        'practice',
      ],
      lanes: 1,
    },
  ],
  reception: { opensWithDay: false, consentVersion: '2026-12' },
  insurance: { enrolmentOnTheSpot: true },
  needs: { form: 'short', surveyRequired: false, sameVisitMinutes: 30, livelihood: 'accept', answerWithinDays: 3 },
  dispatch: { minTeamSize: 1, briefingRequired: false },
  return: { overdueAfterMinutes: 15 },
}
