import type { ComponentType } from 'preact'
import type { Panel } from '#shared/center/profile.ts'
import { MapPanel } from '#web/dispatch/map-panel.tsx'
import { PeoplePanel } from '#web/dispatch/people-panel.tsx'
import { SendOffPanel } from '#web/dispatch/send-off-panel.tsx'
import { WallPanel } from '#web/dispatch/wall-panel.tsx'
import { NeedsPanel } from '#web/needs/needs-panel.tsx'
import { SurveysPanel } from '#web/needs/surveys-panel.tsx'
import { AffairsPanel } from '#web/reports/affairs-panel.tsx'
import { AllReturnedPanel } from '#web/reports/all-returned-panel.tsx'
import { ReturnPanel } from '#web/reports/return-panel.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { ReceptionPanel } from '#web/volunteers/reception-panel.tsx'

const Unfinished = () => <EmptyState title="準備中" />

/** Which component shows which panel of the profile. */
export const panelComponents: Record<Panel, ComponentType> = {
  lead: Unfinished,
  reception: ReceptionPanel,
  needs: NeedsPanel,
  surveys: SurveysPanel,
  people: PeoplePanel,
  dispatch: WallPanel,
  map: MapPanel,
  sendOff: SendOffPanel,
  return: ReturnPanel,
  allReturned: AllReturnedPanel,
  affairs: AffairsPanel,
}
