import type { ComponentType } from 'preact'
import type { Panel } from '#shared/center/profile.ts'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { ReceptionPanel } from '#web/volunteers/reception-panel.tsx'

const Unfinished = () => <EmptyState title="準備中" />

/** Which component shows which panel of the profile. */
export const panelComponents: Record<Panel, ComponentType> = {
  lead: Unfinished,
  reception: ReceptionPanel,
  needs: Unfinished,
  surveys: Unfinished,
  people: Unfinished,
  dispatch: Unfinished,
  map: Unfinished,
  sendOff: Unfinished,
  return: Unfinished,
  allReturned: Unfinished,
  affairs: Unfinished,
}
