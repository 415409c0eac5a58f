import type { ComponentType } from 'preact'
import type { Panel } from '#shared/center/profile.ts'
import { LeadPanel } from '#web/center/lead-panel.tsx'
import { FindPeoplePanel } from '#web/dispatch/find-people-panel.tsx'
import { MapPanel } from '#web/dispatch/map-panel.tsx'
import { PeoplePanel } from '#web/dispatch/people-panel.tsx'
import { SendOffPanel } from '#web/dispatch/send-off-panel.tsx'
import { WallPanel } from '#web/dispatch/wall-panel.tsx'
import { DoublesPanel } from '#web/doubles/doubles-panel.tsx'
import { GroupsPanel } from '#web/groups/groups-panel.tsx'
import { LookbackPanel } from '#web/lookback/lookback-panel.tsx'
import { NeedsPanel } from '#web/needs/needs-panel.tsx'
import { SurveysPanel } from '#web/needs/surveys-panel.tsx'
import { PracticePanel } from '#web/practice/practice-panel.tsx'
import { PrivacyPanel } from '#web/privacy/privacy-panel.tsx'
import { ReadinessPanel } from '#web/readiness/readiness-panel.tsx'
import { AffairsPanel } from '#web/reports/affairs-panel.tsx'
import { AllReturnedPanel } from '#web/reports/all-returned-panel.tsx'
import { ReturnPanel } from '#web/reports/return-panel.tsx'
import { ReservationsPanel } from '#web/reservations/reservations-panel.tsx'
import { RosterPanel } from '#web/roster/roster-panel.tsx'
import { ReceptionPanel } from '#web/volunteers/reception-panel.tsx'

/** Which component shows which panel of the profile; each is told which panels stand on the same screen. */
export const panelComponents: Record<Panel, ComponentType<{ beside: readonly Panel[] }>> = {
  lead: LeadPanel,
  privacy: PrivacyPanel,
  reception: ReceptionPanel,
  reservations: ReservationsPanel,
  roster: RosterPanel,
  groups: GroupsPanel,
  doubles: DoublesPanel,
  needs: NeedsPanel,
  surveys: SurveysPanel,
  people: PeoplePanel,
  dispatch: WallPanel,
  findPeople: FindPeoplePanel,
  map: MapPanel,
  sendOff: SendOffPanel,
  return: ReturnPanel,
  allReturned: AllReturnedPanel,
  affairs: AffairsPanel,
  practice: PracticePanel,
  lookback: LookbackPanel,
  readiness: ReadinessPanel,
}
