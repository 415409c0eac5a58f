import { useEffect, useState } from 'preact/hooks'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import type { RestorePreview, ShownCopy } from '#shared/keeping/reads.ts'
import { ask } from '#web/core/ask.ts'
import { copiesTexts as texts } from '#web/texts/keeping-copies.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'

type Facts = RestorePreview['copy']
const rows = ['seq', 'lastAt', 'head', 'persons', 'attendances', 'needs', 'teams'] as const

export const when = (at: string) => (at === '' ? '' : `${dateOf(at, timeZone)} ${clockOf(at, timeZone)}`)

function cell(facts: Facts | null, row: (typeof rows)[number]): string {
  if (!facts) return '−'
  return row === 'lastAt' ? when(facts.lastAt) : String(facts[row])
}

function Compared({ preview: { copy, now, relation } }: { preview: RestorePreview }) {
  return (
    <>
      <p>{texts.relations[relation]}</p>
      <table class="table">
        <thead>
          <tr>
            <td />
            <th scope="col">{texts.now}</th>
            <th scope="col">{texts.copy}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{texts.facts[row]}</th>
              <td>{cell(now, row)}</td>
              <td>{cell(copy, row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {now && now.seq > copy.seq ? <p>{texts.missing(now.seq - copy.seq)}</p> : null}
      <p class="quiet">{texts.asideWords}</p>
    </>
  )
}

/** Shows what would be there after restoring a copy, read whole, before anybody decides. */
export function RestoreDialog(props: { copy: ShownCopy; onClose: () => void; onRestore: () => Promise<void> }) {
  const { name, place } = props.copy
  const [preview, setPreview] = useState<RestorePreview | null>(null)
  const [problem, setProblem] = useState('')
  useEffect(() => {
    void ask('keeping.previewRestore', { name, place }).then((reply) => {
      if (reply.kind === 'done') setPreview(reply.body)
      if (reply.kind === 'refused') setProblem(problemSentence(reply.problem, 'ja'))
    })
  }, [name, place])
  const actions = preview ? (
    <Button variant="danger" onPress={props.onRestore}>
      {texts.restoreNow}
    </Button>
  ) : undefined
  return (
    <Dialog open title={texts.previewTitle} onClose={props.onClose} actions={actions}>
      {preview ? <Compared preview={preview} /> : <p role="status">{problem === '' ? texts.reading : problem}</p>}
    </Dialog>
  )
}
