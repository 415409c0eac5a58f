import { useState } from 'preact/hooks'
import { newId } from '#shared/core/ids.ts'
import { tidyLines, tidyText, toHalfWidthDigits } from '#shared/core/japanese-text.ts'
import { readOwnJson } from '#shared/core/json.ts'
import { addDays } from '#shared/core/time.ts'
import { limits } from '#shared/needs/limits.ts'
import type { Need, NeedStatus, SiteSurvey } from '#shared/needs/need.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { dateProblem, surveyAnswerProblem, transitionProblem } from '#shared/needs/rules.ts'
import { statusMark } from '#shared/needs/status-marks.ts'
import { earlierTimeTexts } from '#shared/texts/earlier-time.ts'
import { choiceWords, surveyWords } from '#shared/texts/need-words.ts'
import { BothTexts } from '#web/center/both-texts.tsx'
import { wasSecond } from '#web/center/differences.ts'
import { EarlierTime, useEarlierTime } from '#web/center/earlier-time.tsx'
import { send } from '#web/core/send.ts'
import { session } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { saidOf, sentenceOf } from '#web/needs/desk-view.ts'
import { toolsOf } from '#web/needs/need-draft.ts'
import { optionsOf } from '#web/needs/need-fields.tsx'
import { centerToday } from '#web/needs/selectors.ts'
import { NeedPhotos } from '#web/photos/need-photos-panel.tsx'
import { needsWords } from '#web/texts/needs.ts'
import { Button } from '#web/ui/button.tsx'
import { CheckField } from '#web/ui/check-field.tsx'
import { ChoiceField } from '#web/ui/choice-field.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { NumberField } from '#web/ui/number-field.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

const words = surveyWords

const { headcount, work, tools, dangers, sticker, roofWork } = words
const labels = { headcount, work, tools, dangers, sticker, roofWork }

interface SurveyDraft {
  /** The visit's id from the beginning: its photos often come before its words. */
  surveyId: string
  surveyedBy: string
  mayEnter: SiteSurvey['mayEnter'] | ''
  headcount: string
  work: string
  tools: string
  dangers: string
  sticker: SiteSurvey['sticker']
  roofWork: boolean
  note: string
  reviewOn: string
  /** The need as it stood when the form was begun. */
  basedOnVersion: number
}

/** What the phone desk already heard stands in the form; the visit corrects it. */
function firstDraft(need: Need): SurveyDraft {
  const { work, dangers, sticker, roofWork } = need
  return {
    surveyId: newId(),
    surveyedBy: session.value?.staff?.name ?? '',
    mayEnter: '',
    headcount: need.headcount === 0 ? '' : String(need.headcount),
    tools: need.tools.join('、'),
    note: '',
    reviewOn: addDays(centerToday(), 1),
    basedOnVersion: need.version,
    work,
    dangers,
    sticker,
    roofWork,
  }
}

function answersOf(draft: SurveyDraft) {
  return {
    surveyedBy: tidyText(draft.surveyedBy),
    headcount: Number(toHalfWidthDigits(draft.headcount.trim()) || 0),
    work: tidyLines(draft.work),
    tools: toolsOf(draft.tools),
    dangers: tidyLines(draft.dangers),
    note: tidyLines(draft.note),
    sticker: draft.sticker,
    roofWork: draft.roofWork,
  }
}

function problemOf(need: Need, draft: SurveyDraft): string | null {
  if (draft.mayEnter === '') return surveyWords.chooseMayEnter
  const answers = answersOf(draft)
  if (answers.surveyedBy === '') return surveyWords.whoMissing
  if (!(answers.headcount >= 0 && answers.headcount <= limits.headcount)) return needsWords.mistakes.headcount
  const to: NeedStatus = draft.mayEnter === 'no' ? 'onHold' : 'ready'
  return sentenceOf(
    transitionProblem(need, to) ??
      surveyAnswerProblem(need.number, { ...answers, mayEnter: draft.mayEnter }) ??
      (draft.mayEnter === 'no' ? dateProblem(draft.reviewOn || null, centerToday()) : null),
  )
}

interface PartProps {
  draft: SurveyDraft
  change: (part: Partial<SurveyDraft>) => void
}

function ThreeQuestions({ draft, change }: PartProps) {
  return (
    <>
      <ChoiceField
        name="mayEnter"
        label={words.mayEnter}
        value={draft.mayEnter}
        options={optionsOf(words.mayEnterWords)}
        onChange={(mayEnter) => change({ mayEnter: mayEnter as SurveyDraft['mayEnter'] })}
        required
      />
      <NumberField
        label={words.headcount}
        value={draft.headcount}
        onInput={(headcount) => change({ headcount })}
        unit={needsWords.unit}
      />
      <TextArea
        label={words.work}
        value={draft.work}
        onInput={(work) => change({ work })}
        maxLength={limits.work}
        rows={2}
      />
    </>
  )
}

function Details({ draft, change }: PartProps) {
  return (
    <>
      <div class="form-grid">
        <TextField label={words.tools} value={draft.tools} onInput={(tools) => change({ tools })} />
        <TextField
          label={words.dangers}
          value={draft.dangers}
          onInput={(dangers) => change({ dangers })}
          maxLength={limits.dangers}
        />
      </div>
      <ChoiceField
        name="surveySticker"
        label={words.sticker}
        value={draft.sticker}
        options={optionsOf(choiceWords.sticker)}
        onChange={(sticker) => change({ sticker: sticker as SurveyDraft['sticker'] })}
      />
      <CheckField label={words.roofWork} checked={draft.roofWork} onChange={(roofWork) => change({ roofWork })} />
      <TextArea
        label={words.note}
        value={draft.note}
        onInput={(note) => change({ note })}
        maxLength={draft.mayEnter === 'no' ? limits.reason : limits.note}
        rows={2}
      />
      <TextField label={words.surveyedBy} value={draft.surveyedBy} onInput={(surveyedBy) => change({ surveyedBy })} />
      {draft.mayEnter === 'no' ? (
        <DateField
          label={words.reviewOn}
          value={draft.reviewOn}
          onInput={(reviewOn) => change({ reviewOn })}
          calendar
          min={centerToday()}
        />
      ) : null}
    </>
  )
}

/** The record of a visit: three questions first, and the need becomes one that teams can take. */
export function SurveyForm({ need, onSaved }: { need: Need; onSaved: (sentence: string) => void }) {
  const { value: draft, change, clear } = useDraft(`needs.survey.${need.id}`, firstDraft(need))
  const earlier = useEarlierTime(`survey.${need.id}`)
  const [said, setSaid] = useState<string | null>(null)
  const [second, setSecond] = useState(false)
  const save = async () => {
    if (draft.mayEnter === '') return
    const input = {
      needId: need.id,
      from: need.status,
      surveyId: draft.surveyId,
      basedOnVersion: draft.basedOnVersion,
      mayEnter: draft.mayEnter,
      ...answersOf(draft),
      reviewOn: draft.mayEnter === 'no' && draft.reviewOn !== '' ? draft.reviewOn : null,
    }
    const outcome = await send('needs.recordSurvey', input, earlier.options)
    setSecond(wasSecond(outcome))
    // The next press is made on what stands beside it now, and on nothing that comes later.
    if (wasSecond(outcome)) change({ basedOnVersion: store.get('need', need.id)?.version ?? need.version })
    if (outcome.kind === 'refused') return setSaid(saidOf(outcome))
    clear()
    earlier.clear()
    // Another visit is another record.
    change({ surveyId: newId() })
    if (outcome.kind === 'kept') return onSaved(needsWords.kept)
    const { status }: { status: NeedStatus } = readOwnJson(JSON.stringify(outcome.answer))
    onSaved(words.saved(needNumberText(need.number), statusMark(status).word))
  }
  return (
    <section class="form-part">
      <h4>{words.record}</h4>
      <ThreeQuestions draft={draft} change={change} />
      <Details draft={draft} change={change} />
      <EarlierTime earlier={earlier} label={earlierTimeTexts.visited} />
      <strong>{words.photos}</strong>
      <NeedPhotos needId={need.id} siteSurveyId={draft.surveyId} />
      {said ? (
        <NoticeBanner tone="warning" live>
          {said}
        </NoticeBanner>
      ) : null}
      {second && (
        <BothTexts mine={draft} theirs={firstDraft(need)} labels={labels} values={choiceWords.sticker} take={change} />
      )}
      <Button
        variant="next"
        shortcut="Ctrl+Enter"
        onPress={save}
        disabledBecause={problemOf(need, draft) ?? earlier.problem}
      >
        {words.save}
      </Button>
    </section>
  )
}
