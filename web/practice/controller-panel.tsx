import './practice.css'
import { useEffect, useState } from 'preact/hooks'
import type { DrillState } from '#shared/practice/drill-state.ts'
import { act, said, takeBack, undoable } from '#web/practice/acts.ts'
import { ClockSection } from '#web/practice/clock-section.tsx'
import { controllerInSight } from '#web/practice/dark-screen.tsx'
import { DesksSection } from '#web/practice/desks-section.tsx'
import { DevicesOffSection } from '#web/practice/devices-off-section.tsx'
import { FromBeforeSection } from '#web/practice/from-before-section.tsx'
import { InjectsSection } from '#web/practice/injects-section.tsx'
import { NotesSection } from '#web/practice/notes-section.tsx'
import { OutcomesSection } from '#web/practice/outcomes-section.tsx'
import { OutsideSection } from '#web/practice/outside-section.tsx'
import { PeopleSection } from '#web/practice/people-section.tsx'
import { drillNow } from '#web/practice/selectors.ts'
import { useWaitingInjects } from '#web/practice/waiting-injects.ts'
import { practiceTexts as words } from '#web/texts/practice.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { UndoBar } from '#web/ui/undo-bar.tsx'

/** Ending stops everybody's drill: one of the few acts that ask first. */
function EndDrill() {
  const [asking, setAsking] = useState(false)
  const end = async () => {
    await act('practice.endDrill', {})
    setAsking(false)
  }
  return (
    <>
      <Button variant="danger" onPress={() => setAsking(true)}>
        {words.end}
      </Button>
      <Dialog open={asking} title={words.endTitle} onClose={() => setAsking(false)}>
        <div class="stack">
          <p>{words.endWords}</p>
          <div class="toolbar">
            <Button variant="danger" onPress={end}>
              {words.endYes}
            </Button>
            <Button onPress={() => setAsking(false)}>{words.cancel}</Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}

function Running({ drill }: { drill: DrillState }) {
  const asked = useWaitingInjects()
  return (
    <div class="controller">
      <ClockSection drill={drill} />
      <OutsideSection drill={drill} />
      <InjectsSection asked={asked} />
      <div>
        <DesksSection />
        <DevicesOffSection drill={drill} />
        <FromBeforeSection />
        <NotesSection />
        <PeopleSection />
        <OutcomesSection />
        <EndDrill />
      </div>
    </div>
  )
}

/** What is left to see and to write when the drill is over. */
function Over() {
  return (
    <div class="stack">
      <NoticeBanner tone="information" title={words.over}>
        {words.overNext}
      </NoticeBanner>
      <div class="controller">
        <div>
          <NotesSection />
        </div>
        <div>
          <OutcomesSection />
          <FromBeforeSection />
        </div>
      </div>
    </div>
  )
}

function Content({ drill }: { drill: DrillState | undefined }) {
  if (!drill) return <EmptyState title={words.notBegun}>{words.notBegunWords}</EmptyState>
  return drill.phase === 'over' ? <Over /> : <Running drill={drill} />
}

/** 進行: the clock, what is given next, how the desks stand, and what was noticed. It stays while others are dark. */
export function ControllerPanel() {
  const drill = drillNow()
  useEffect(() => {
    controllerInSight.value = true
    return () => {
      controllerInSight.value = false
    }
  }, [])
  return (
    <section class="panel" aria-labelledby="controller-title">
      <header class="panel-head">
        <h2 id="controller-title">{drill ? `${words.panel}: ${drill.title}` : words.panel}</h2>
      </header>
      <div class="panel-body">
        {said.value === '' ? null : (
          <NoticeBanner tone="warning" title={said.value} live onClose={() => (said.value = '')} />
        )}
        <Content drill={drill} />
      </div>
      <UndoBar undoable={undoable.value} onUndo={takeBack} onGone={() => (undoable.value = null)} />
    </section>
  )
}
