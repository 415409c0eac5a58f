import './practice.css'
import { useEffect, useState } from 'preact/hooks'
import { formatDate } from '#shared/core/japanese-date.ts'
import { dateOf, timeZone } from '#shared/core/time.ts'
import type { DrillsShown, ScenarioHead } from '#shared/practice/drill-room.ts'
import { openDay } from '#web/center/selectors.ts'
import { later } from '#web/core/later.ts'
import { drills, drillsSaid, lookAtDrills, openKept, startDrill } from '#web/practice/drill-room.ts'
import { keptWork } from '#web/practice/kept-scenario.ts'
import { RunningDrill } from '#web/practice/running-drill.tsx'
import { editing, fromDisk, openFromDisk, openInEditor } from '#web/practice/scenario-work.ts'
import { drillsTexts as words } from '#web/texts/drills.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { editorTexts } from '#web/texts/scenario-editor.ts'
import { Button } from '#web/ui/button.tsx'
import { ChoiceField } from '#web/ui/choice-field.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { PartGone } from '#web/ui/part-gone.tsx'
import { Progress } from '#web/ui/progress.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

const speeds = ['1', '5', '10', '60']
const lookAgainMs = 5000

/** While people are at work for real, nobody practises on this laptop: said before anything is pressed. */
function dayInTheWay(): string | null {
  const day = openDay()
  return day ? problemSentence({ code: 'practice.dayIsOpen', details: { date: day.date } }, 'ja') : null
}

/** What the door takes, and a hundred times what a scenario has. */
const largestFile = 400_000

/** A scenario from the person's own disk is opened in the editor, where its faults are said. */
function Upload() {
  const [isTooLarge, setTooLarge] = useState(false)
  const take = async (file: File | undefined) => {
    if (!file) return
    setTooLarge(file.size > largestFile)
    if (file.size <= largestFile) openFromDisk(await file.text())
  }
  if (keptWork(fromDisk)) return <Button onPress={() => openInEditor(fromDisk)}>{editorTexts.goOnWithFile}</Button>
  return (
    <label class="field">
      <span class="field-label">{editorTexts.upload}</span>
      <input
        class="field-input"
        type="file"
        accept=".yaml,.yml"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          // The same file is chosen again once it was mended.
          event.currentTarget.value = ''
          void take(file)
        }}
      />
      {isTooLarge ? (
        <span class="field-error" role="alert">
          {editorTexts.uploadTooLarge}
        </span>
      ) : null}
    </label>
  )
}

/** Refused before anything starts, and before anybody presses: which file, which line, and why. */
const unfitWords = ({ title, unfit }: ScenarioHead): string | null =>
  unfit ? words.unfit(title, unfit.line, unfit.sentence) : null

function Starting({ scenarios }: Pick<DrillsShown, 'scenarios'>) {
  const draft = useDraft('drill.start', { name: '', speed: '1' })
  const { name, speed } = draft.value
  const chosen = scenarios.find((one) => one.name === name)
  const reason = dayInTheWay() ?? (chosen ? unfitWords(chosen) : words.chooseFirst)
  return (
    <section class="form-part">
      <div class="scenario-choice">
        <ChoiceField
          label={words.scenarios}
          hint={words.scenariosHint}
          name="scenario"
          value={name}
          onChange={(chosen) => draft.change({ name: chosen })}
          options={scenarios.map((one) => ({
            value: one.name,
            label: `${one.title}${one.size ? words.size(one.size) : ''}${words.from[one.from]}`,
            hint: unfitWords(one) ?? one.about,
          }))}
        />
      </div>
      <ChoiceField
        label={words.speed}
        hint={words.speedHint}
        name="speed"
        value={speed}
        onChange={(chosen) => draft.change({ speed: chosen })}
        options={speeds.map((value) => ({ value, label: words.times(Number(value)) }))}
      />
      <Button
        variant="next"
        large
        busyWord={words.starting}
        disabledBecause={reason}
        onPress={() => startDrill({ name, speed: Number(speed) })}
      >
        {words.start}
      </Button>
      <Button disabledBecause={chosen ? null : editorTexts.openFirst} onPress={() => openInEditor(name)}>
        {keptWork(name) ? editorTexts.goOn : editorTexts.open}
      </Button>
      <Upload />
    </section>
  )
}

function Kept({ kept }: Pick<DrillsShown, 'kept'>) {
  const reason = dayInTheWay()
  return (
    <section class="form-part" aria-labelledby="drills-kept">
      <h3 id="drills-kept">{words.kept}</h3>
      {kept.length === 0 ? <p class="quiet">{words.noneKept}</p> : null}
      <ul class="controller-list">
        {kept.map(({ drillId, title, heldOn, sealed }) => (
          <li key={drillId} class="controller-row controller-given">
            <span>
              <strong>{title}</strong>{' '}
              <span class="quiet">
                {words.keptOn(formatDate(heldOn.length > 10 ? dateOf(heldOn, timeZone) : heldOn, 'ja'), sealed)}
              </span>
            </span>
            <Button
              label={`${words.open} ${title}`}
              disabledBecause={reason}
              busyWord={words.starting}
              onPress={() => openKept(drillId)}
            >
              {words.open}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The editor is wanted once a year: it comes when it is opened. */
const editor = later(() => import('#web/practice/scenario-editor.tsx'))

function Content({ shown }: { shown: DrillsShown }) {
  const name = editing.value
  if (shown.running) return <RunningDrill drill={shown.running} />
  if (name !== null) {
    const Editor = editor.get()?.ScenarioEditor
    if (Editor) return <Editor name={name} />
    return editor.isGone.value ? <PartGone gone /> : <Progress word={editorTexts.loading} />
  }
  return (
    <>
      <Starting scenarios={shown.scenarios} />
      <Kept kept={shown.kept} />
    </>
  )
}

/** 訓練をはじめる: at the lead's desk of a live center. */
export function DrillsScreen() {
  useEffect(() => {
    void lookAtDrills()
    const timer = setInterval(() => void lookAtDrills(), lookAgainMs)
    return () => clearInterval(timer)
  }, [])
  const shown = drills.value
  return (
    <section class="panel" aria-labelledby="drills-title">
      <header class="panel-head">
        <h2 id="drills-title">{words.panel}</h2>
      </header>
      <div class={editing.value === null ? 'panel-body stack drills' : 'panel-body stack'}>
        {editing.value === null ? <p>{words.about}</p> : null}
        {drillsSaid.value === '' ? null : <NoticeBanner tone="warning" title={drillsSaid.value} live />}
        {shown ? <Content shown={shown} /> : drillsSaid.value === '' ? <Progress word={words.looking} /> : null}
      </div>
    </section>
  )
}
