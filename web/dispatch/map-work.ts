import type { Panel } from '#shared/center/profile.ts'
import { waitsForTeam } from '#shared/needs/rules.ts'
import { store } from '#web/core/store.ts'
import type { DrawnWork } from '#web/dispatch/need-markers.ts'
import { passes } from '#web/dispatch/selectors.ts'
import { mapFilter, selectedNeed, selectNeed } from '#web/dispatch/wall-view.ts'
import { surveyList } from '#web/needs/selectors.ts'
import { openSurvey } from '#web/needs/surveys-panel.tsx'
import { dispatchTexts as t } from '#web/texts/dispatch.ts'

/** What a desk's map is about: the work of the panels beside it. */
interface MapWork extends DrawnWork {
  readonly label: string
  selectedId(): string | null
  choose(needId: string | null): void
}

/** The wall's needs and the teams at them, with the wall's filter and its selection. */
const wallWork: MapWork = {
  label: t.mapLabel,
  needs: () => store.all('need').filter(({ status }) => waitsForTeam(status)),
  inView: (need) => passes(need, mapFilter.value),
  withTeams: true,
  selectedId: () => selectedNeed()?.id ?? null,
  choose: selectNeed,
}

/** The needs that wait for a visit, with or without a date. */
const surveyWork: MapWork = {
  label: t.surveyMapLabel,
  needs: () => surveyList(store.all('need')),
  inView: () => true,
  withTeams: false,
  selectedId: () => openSurvey.value,
  choose: (needId) => (openSurvey.value = needId),
}

/** Which work the map shows beside these panels. */
export function mapWorkBeside(panels: readonly Panel[]): MapWork {
  return panels.includes('surveys') && !panels.includes('dispatch') ? surveyWork : wallWork
}
