import { newId } from '#shared/core/ids.ts'
import { instantAt, timeZone } from '#shared/core/time.ts'
import { shownDay } from '#web/center/selectors.ts'
import { ActMessage } from '#web/reports/act-message.tsx'
import { useAct } from '#web/reports/use-act.ts'
import { affairsTexts as words } from '#web/texts/affairs.ts'
import { returnTexts } from '#web/texts/reports.ts'
import { Button } from '#web/ui/button.tsx'
import { ChoiceField } from '#web/ui/choice-field.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { readTypedTime } from '#web/ui/typed-time.ts'
import { useDraft } from '#web/ui/use-draft.ts'

const empty = { text: '', fromWhom: '', toWhom: '', certainty: 'fact', time: '' }

type Draft = ReturnType<typeof useDraft<typeof empty>>

function Details({ draft, timeError }: { draft: Draft; timeError: string | null }) {
  const { fromWhom, toWhom, certainty, time } = draft.value
  return (
    <div class="affairs-form-row">
      <TextField
        label={words.fromWhom}
        value={fromWhom}
        maxLength={40}
        onInput={(value) => draft.change({ fromWhom: value })}
      />
      <TextField
        label={words.toWhom}
        value={toWhom}
        maxLength={40}
        onInput={(value) => draft.change({ toWhom: value })}
      />
      <TextField
        label={words.happenedAt}
        hint={words.happenedHint}
        inputMode="numeric"
        value={time}
        error={timeError}
        onInput={(value) => draft.change({ time: value })}
      />
      <ChoiceField
        label={words.certainty}
        value={certainty}
        onChange={(value) => draft.change({ certainty: value })}
        options={[
          { value: 'fact', label: words.fact },
          { value: 'guess', label: words.guess },
        ]}
      />
    </div>
  )
}

/** A free entry: facts and guesses apart, from whom to whom, at its own time (field guide 2.9). */
export function JournalForm() {
  const draft = useDraft('journal', empty)
  const { act, refused, kept } = useAct()
  const { text, fromWhom, toWhom, certainty, time } = draft.value
  const typed = readTypedTime(time)
  const timeError = time.trim() !== '' && typed === null ? returnTexts.timeWrong : null
  const save = async () => {
    const date = shownDay()?.date
    const options = typed && date ? { happenedAt: instantAt(date, typed, timeZone) } : {}
    const said = certainty === 'guess' ? ('guess' as const) : ('fact' as const)
    const entry = { entryId: newId(), fromWhom, toWhom, certainty: said, text }
    if (await act('center.writeJournalEntry', entry, options)) draft.clear()
  }
  return (
    <section class="affairs-form no-print" aria-label={words.write}>
      <TextArea
        label={words.text}
        rows={1}
        value={text}
        maxLength={1000}
        onInput={(value) => draft.change({ text: value })}
      />
      <Details draft={draft} timeError={timeError} />
      <ActMessage refused={refused} kept={kept} />
      <Button
        variant="next"
        shortcut="Ctrl+Enter"
        onPress={save}
        disabledBecause={text.trim() === '' ? words.textMissing : timeError}
      >
        {words.save}
      </Button>
    </section>
  )
}
