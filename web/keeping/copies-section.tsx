import { useEffect, useRef, useState } from 'preact/hooks'
import type { CopiesShown, ShownCopy } from '#shared/keeping/reads.ts'
import { BothTexts } from '#web/center/both-texts.tsx'
import { wasSecond } from '#web/center/differences.ts'
import { HandOverPart } from '#web/keeping/hand-over-part.tsx'
import { RestoreDialog, when } from '#web/keeping/restore-dialog.tsx'
import { useCopies } from '#web/keeping/use-copies.ts'
import { copiesTexts as texts } from '#web/texts/keeping-copies.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { TextField } from '#web/ui/text-field.tsx'

type Act = ReturnType<typeof useCopies>['act']

const columnsWith = (restore: (copy: ShownCopy) => void): Column<ShownCopy>[] => [
  { key: 'at', header: texts.columns.at, cell: ({ at }) => when(at) },
  { key: 'seq', header: texts.columns.seq, cell: ({ seq }) => seq, numeric: true },
  { key: 'reason', header: texts.columns.reason, cell: ({ reason }) => texts.reasons[reason] },
  { key: 'place', header: texts.columns.place, cell: ({ place }) => texts.places[place] },
  { key: 'size', header: texts.columns.size, cell: ({ bytes }) => texts.megabytes(bytes), numeric: true },
  {
    key: 'restore',
    header: texts.columns.restore,
    cell: (copy) => <Button onPress={() => restore(copy)}>{texts.restore}</Button>,
  },
]

function CopiesPart({ shown, act }: { shown: CopiesShown; act: Act }) {
  const [chosen, setChosen] = useState<ShownCopy | null>(null)
  const { copies, problem, busy } = shown
  const [newest] = copies
  const isEmptier = problem?.code === 'keeping.emptierThanCopies'
  const make = (emptierIsMeant: boolean) => act('keeping.makeBackup', { emptierIsMeant })
  return (
    <section class="form-part">
      <h3>{texts.copies}</h3>
      <p>{texts.copiesWords}</p>
      <p role="status">
        {busy ? texts.making : null}
        {!busy && newest ? texts.latest(when(newest.at)) : null}
      </p>
      {problem && !busy ? <NoticeBanner tone="warning">{problemSentence(problem, 'ja')}</NoticeBanner> : null}
      <p class="actions">
        <Button variant="next" onPress={() => make(false)}>
          {texts.makeNow}
        </Button>
        {isEmptier ? <Button onPress={() => make(true)}>{texts.makeAnyway}</Button> : null}
      </p>
      <DataTable
        caption={texts.copies}
        hideCaption
        columns={columnsWith(setChosen)}
        rows={copies}
        rowKey={({ place, name }) => `${place} ${name}`}
        empty={texts.none}
      />
      {chosen ? (
        <RestoreDialog
          copy={chosen}
          onClose={() => setChosen(null)}
          onRestore={async () => {
            setChosen(null)
            await act('keeping.restoreCopy', { name: chosen.name, place: chosen.place })
          }}
        />
      ) : null}
    </section>
  )
}

function stateOf({ folder, present, last }: CopiesShown['second']): string {
  if (folder === '') return texts.secondStates.unset
  if (!present) return texts.secondStates.missing
  return last === 'failed' ? texts.secondStates.failed : texts.secondStates.present
}

export function SecondPart({ shown, act }: { shown: CopiesShown; act: Act }) {
  const [typed, setTyped] = useState<{ folder: string; seen: string; second?: boolean } | null>(null)
  const now = shown.second.folder
  const folder = typed?.folder ?? now
  const setFolder = (to: string) => setTyped({ seen: now, ...typed, folder: to })
  const save = async (to: string) => {
    const seen = typed?.seen ?? now
    const { outcome, shown: after } = await act('keeping.setSecondFolder', { folder: to, basedOn: seen })
    const second = wasSecond(outcome)
    // Where another lead was quicker, theirs stands beside what was typed, and the next press answers it and no later one.
    const answered = second ? (after?.second.folder ?? seen) : seen
    setTyped(outcome.kind === 'refused' ? { folder: to, seen: answered, second } : null)
  }
  return (
    <form class="form-part" noValidate onSubmit={(event) => event.preventDefault()}>
      <h3>{texts.second}</h3>
      <p>{texts.secondWords}</p>
      <p>
        <strong>{stateOf(shown.second)}</strong> {shown.second.folder}
      </p>
      {shown.sticks.length > 0 ? (
        <p class="actions">
          {texts.plugged}:
          {shown.sticks.map((stick) => (
            <Button key={stick} onPress={() => setFolder(stick)}>
              {stick}
            </Button>
          ))}
        </p>
      ) : null}
      <TextField id="secondFolder" label={texts.folder} maxLength={300} value={folder} onInput={setFolder} />
      {typed?.second ? (
        <BothTexts
          mine={{ folder }}
          theirs={{ folder: now }}
          labels={{ folder: texts.folder }}
          take={(part) => setFolder(part.folder ?? now)}
        />
      ) : null}
      <p class="actions">
        <Button type="submit" onPress={() => save(folder.trim())}>
          {texts.saveFolder}
        </Button>
        {shown.second.folder === '' ? null : <Button onPress={() => save('')}>{texts.noFolder}</Button>}
      </p>
    </form>
  )
}

/** Why it was not done. The buttons stand far below; without being led here nobody would see it. */
function Refused({ said }: { said: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [said])
  return (
    <div ref={place}>
      <NoticeBanner tone="warning" live>
        {said}
      </NoticeBanner>
    </div>
  )
}

/** The lead's copies: how old they are, where they lie, restoring one, and the way to another laptop. */
export function CopiesSection() {
  const { shown, said, act } = useCopies()
  const warning = said === '' ? null : <Refused said={said} />
  if (!shown) return warning ?? <p role="status">{texts.loading}</p>
  const { restored, met } = shown
  return (
    <div class="stack">
      {warning}
      {met === 'nothing' ? null : <NoticeBanner tone="stop">{texts.mets[met]}</NoticeBanner>}
      {restored ? (
        <NoticeBanner tone="information">
          {texts.restored(when(restored.at), restored.before?.seq ?? 0, restored.after.seq)}
        </NoticeBanner>
      ) : null}
      <CopiesPart shown={shown} act={act} />
      <SecondPart shown={shown} act={act} />
      <HandOverPart shown={shown} act={act} />
    </div>
  )
}
