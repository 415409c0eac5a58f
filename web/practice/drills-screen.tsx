import './practice.css'
import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { formatDate } from '#shared/core/japanese-date.ts'
import { dateOf, timeZone } from '#shared/core/time.ts'
import type { DrillsShown } from '#shared/practice/drill-room.ts'
import { openDay } from '#web/center/selectors.ts'
import { later } from '#web/core/later.ts'
import { drills, drillsSaid, lookAtDrills, openKept, startDrill } from '#web/practice/drill-room.ts'
import { RunningDrill } from '#web/practice/running-drill.tsx'
import { drillsTexts as words } from '#web/texts/drills.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { editorTexts } from '#web/texts/scenario-editor.ts'
import { Button } from '#web/ui/button.tsx'
import { ChoiceField } from '#web/ui/choice-field.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { Progress } from '#web/ui/progress.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

/** The scenario under work; kept while another part of the desk is looked at. */
const edited = signal<string | null>(null)

const speeds = ['1', '5', '10', '60']
const lookAgainMs = 5000

/** While people are at work for real, nobody practises on this laptop: said before anything is pressed. */
function dayInTheWay(): string | null {
  const day = openDay()
  return day ? problemSentence({ code: 'practice.dayIsOpen', details: { date: day.date } }, 'ja') : null
}

function Starting({ scenarios }: Pick<DrillsShown, 'scenarios'>) {
  const draft = useDraft('drill.start', { name: '', speed: '1' })
  const { name, speed } = draft.value
  const reason = dayInTheWay() ?? (name === '' ? words.chooseFirst : null)
  return (
    <section class="form-part">
      <div class="scenario-choice">
        <ChoiceField
          label={words.scenarios}
          name="scenario"
          value={name}
          onChange={(chosen) => draft.change({ name: chosen })}
          options={scenarios.map((one) => ({
            value: one.name,
            label: `${one.title}${words.from[one.from]}`,
            hint: one.about,
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
      <Button
        disabledBecause={name === '' ? editorTexts.openFirst : null}
        onPress={() => {
          edited.value = name
        }}
      >
        {editorTexts.open}
      </Button>
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

/** The editor brings a reader of YAML with it, which no other desk needs. */
const editor = later(() => import('#web/practice/scenario-editor.tsx'))

function Content({ shown }: { shown: DrillsShown }) {
  const editing = edited.value
  if (shown.running) return <RunningDrill drill={shown.running} />
  if (editing !== null) {
    const Editor = editor()?.ScenarioEditor
    return Editor ? (
      <Editor key={editing} name={editing} onBack={() => (edited.value = null)} />
    ) : (
      <Progress word={editorTexts.loading} />
    )
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
      <div class={edited.value === null ? 'panel-body stack drills' : 'panel-body stack'}>
        <p>{words.about}</p>
        {drillsSaid.value === '' ? null : <NoticeBanner tone="warning" title={drillsSaid.value} live />}
        {shown ? <Content shown={shown} /> : drillsSaid.value === '' ? <Progress word={words.looking} /> : null}
      </div>
    </section>
  )
}
