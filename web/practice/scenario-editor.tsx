import './scenario-editor.css'
import { useEffect, useState } from 'preact/hooks'
import type { OutlinedInject, ScenarioLook, ScenarioOutline } from '#shared/practice/scenario-desk.ts'
import { CardsPart } from '#web/practice/cards-part.tsx'
import { ComingPart } from '#web/practice/coming-part.tsx'
import { drills } from '#web/practice/drill-room.ts'
import { EditorBar } from '#web/practice/editor-bar.tsx'
import { EditorNotices } from '#web/practice/editor-notices.tsx'
import { ExpectationsPart } from '#web/practice/expectations-part.tsx'
import { InjectForm } from '#web/practice/inject-form.tsx'
import { InjectRows } from '#web/practice/inject-rows.tsx'
import { InjectTimeline } from '#web/practice/inject-timeline.tsx'
import { LoadPreview } from '#web/practice/load-preview.tsx'
import { useOpenForm } from '#web/practice/open-form.ts'
import { freeName, SaveScenario } from '#web/practice/save-scenario.tsx'
import {
  edit,
  isUnsaved,
  openScenario,
  type ScenarioWork,
  scenarioWork,
  workRefused,
} from '#web/practice/scenario-work.ts'
import { lastLook } from '#web/practice/steps.ts'
import { WholeText } from '#web/practice/whole-text.tsx'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { editorTexts as words } from '#web/texts/scenario-editor.ts'
import { Button } from '#web/ui/button.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { Progress } from '#web/ui/progress.tsx'

interface InjectsProps {
  outline: ScenarioOutline
  problems: ScenarioLook['problems']
  say: (words: string) => void
}

/** Injects along the day and as a list; each is changed in a form with every field of it. */
function Injects({ outline, problems, say }: InjectsProps) {
  const [open, show] = useOpenForm('inject')
  const formed = outline.injects.find(({ key }) => key !== '' && key === open)
  const move = async ({ key, title }: OutlinedInject, clock: string) => {
    if ((await edit([{ edit: 'moveInject', key, clock }])) === null) say(words.moved(title, clock))
  }
  const remove = async ({ key, title }: OutlinedInject) => {
    if ((await edit([{ edit: 'removeInject', key }])) === null) say(words.removed(title))
  }
  const changeIn = ({ key }: OutlinedInject) => show(key)
  return (
    <section class="form-part" aria-labelledby="scenario-injects">
      <div class="controller-row">
        <h3 id="scenario-injects">{words.injects(outline.injects.length)}</h3>
        <Button onPress={() => show('')}>{words.add}</Button>
      </div>
      <InjectTimeline outline={outline} onMove={move} onChange={changeIn} />
      <InjectRows injects={outline.injects} problems={problems} onMove={move} onChange={changeIn} onRemove={remove} />
      {open === '' || formed ? (
        <InjectForm
          inject={formed ?? null}
          outline={outline}
          onClose={() => {
            show(null)
            // What was refused was said in the form.
            workRefused.value = null
          }}
          onDone={async (inject) => {
            const key = formed?.key
            const refusal = await edit([
              key === undefined ? { edit: 'addInject', inject } : { edit: 'changeInject', key, inject },
            ])
            if (refusal === null) say(key === undefined ? words.added(inject.title) : words.changed(inject.title))
            return refusal
          }}
        />
      ) : null}
    </section>
  )
}

/** Whoever closes the tab is asked first. What is unsaved is kept on the device all the same. */
function useWarningOnLeaving(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [unsaved])
}

type Asked = { name: string; title: string }

/** A name of its own, beside the bank's and those that are taken. */
function proposedFor({ name, title }: ScenarioOutline): Asked {
  const isOfBank = drills.value?.scenarios.some((one) => one.name === name && one.from === 'bank')
  return { name: freeName(isOfBank ? `${name}-ours` : name), title }
}

function Editing({ work, look }: { work: ScenarioWork; look: ScenarioLook }) {
  const [said, say] = useState('')
  const [asked, ask] = useState<Asked | null>(null)
  const { outline, problems, quarters } = look
  useWarningOnLeaving(isUnsaved(work))
  const onSaved = (title: string) => say(words.saved(title))
  return (
    <>
      <div class="editor-top">
        <EditorBar
          work={work}
          look={look}
          said={said}
          say={say}
          onSaveAs={() => outline && ask(proposedFor(outline))}
        />
        <EditorNotices
          work={work}
          onOtherName={(name) => ask({ name: freeName(name), title: outline?.title ?? '' })}
          onRead={() => say(words.readOther)}
        />
      </div>
      {outline ? (
        <>
          <Injects outline={outline} problems={problems} say={say} />
          <ComingPart outline={outline} say={say} />
          <CardsPart outline={outline} problems={problems} say={say} />
          <ExpectationsPart outline={outline} problems={problems} say={say} />
        </>
      ) : (
        <NoticeBanner tone="warning" title={words.unreadable} />
      )}
      {quarters.length > 0 ? <LoadPreview quarters={quarters} /> : null}
      <WholeText text={work.steps.now.text} problems={problems} />
      {asked ? <SaveScenario {...asked} onClose={() => ask(null)} onSaved={onSaved} /> : null}
    </>
  )
}

/** A scenario under work: injects in forms and along the day, all else as text; saved under a name of its own. */
export function ScenarioEditor({ name }: { name: string }) {
  useEffect(() => void openScenario(name), [name])
  const work = scenarioWork.value
  const look = work && lastLook(work.steps)
  const refused = workRefused.value
  if (work && look)
    return (
      <div class="stack">
        <Editing work={work} look={look} />
      </div>
    )
  return refused ? (
    <NoticeBanner tone="warning" title={problemSentence(refused, 'ja')} live />
  ) : (
    <Progress word={words.loading} />
  )
}
