import './needs.css'
import { send } from '#web/core/send.ts'
import { lastStep, openTab, showNeed } from '#web/needs/desk-view.ts'
import { IntakeForm } from '#web/needs/intake-form.tsx'
import { NeedList } from '#web/needs/need-list.tsx'
import { needShelves } from '#web/needs/older-needs.ts'
import { centerToday, needCounts } from '#web/needs/selectors.ts'
import { needsWords } from '#web/texts/needs.ts'
import { Tabs } from '#web/ui/tabs.tsx'
import { UndoBar } from '#web/ui/undo-bar.tsx'

/** Opens a need on the needs desk, from a list of another slice. */
export const showNeedAtDesk = (needId: string) => showNeed(needId)

/** The way back from the last step, shared by the needs and the survey desk. */
export function StepUndo() {
  const takeBack = async (needId: string) => {
    const need = needShelves().needs.find(({ id }) => id === needId)
    lastStep.value = null
    if (need) await send('needs.takeBackStep', { needId, from: need.status })
  }
  return <UndoBar undoable={lastStep.value} onUndo={takeBack} onGone={() => (lastStep.value = null)} />
}

/** The needs desk: taking down what people ask for, and seeing that nobody waits unanswered. */
export function NeedsPanel() {
  const counts = needCounts(needShelves().needs, centerToday())
  return (
    <section class="panel needs-panel" aria-label={needsWords.panel}>
      <h2 class="visually-hidden">{needsWords.panel}</h2>
      <Tabs
        label={needsWords.panel}
        tabs={[
          { key: 'intake', label: needsWords.tabs.intake },
          { key: 'list', label: needsWords.tabs.list, count: counts.open },
        ]}
        selected={openTab.value}
        onSelect={(key) => (openTab.value = key === 'list' ? 'list' : 'intake')}
      >
        {openTab.value === 'intake' ? <IntakeForm /> : <NeedList />}
      </Tabs>
      <StepUndo />
    </section>
  )
}
