import { useState } from 'preact/hooks'
import { newId } from '#shared/core/ids.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type { Notice } from '#shared/messages/notice.ts'
import { noticeProblem } from '#shared/messages/rules.ts'
import { commonReasons } from '#shared/texts/notice-phone.ts'
import { openDay } from '#web/center/selectors.ts'
import { centerNow } from '#web/core/clock.ts'
import { send } from '#web/core/send.ts'
import { may } from '#web/core/session.ts'
import { noticesToday } from '#web/messages/selectors.ts'
import { messagesTexts } from '#web/texts/messages.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { ChoiceField } from '#web/ui/choice-field.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/text-field.tsx'

const other = 'other'

/** 活動中止: one press of the lead, then what and why; the one act that is confirmed, for it stops everyone. */
export function StopButton() {
  const [open, setOpen] = useState(false)
  if (!may('center.lead')) return null
  return (
    <>
      <Button variant="danger" onPress={() => setOpen(true)}>
        {messagesTexts.stopButton}
      </Button>
      {open ? <NoticeDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}

interface Said {
  kind: Notice['kind']
  chosen: string
  typed: string
  returnBy: string
}

function noticeOf({ kind, chosen, typed, returnBy }: Said) {
  const reason = (kind === 'message' || chosen === other ? typed : chosen).trim()
  return { kind, reason, returnBy: kind === 'shorten' && returnBy !== '' ? returnBy : null }
}

/** The sentence under the button, from the very rule that the center asks. */
function whyNot(said: Said): string | null {
  const day = openDay()
  if (!day) return messagesTexts.noDay
  const now = centerNow()
  const problem = noticeProblem(noticeOf(said), {
    clock: now === 0 ? '00:00' : clockOf(now, timeZone),
    latest: day.returnBy,
    zone: timeZone,
    notices: noticesToday(),
  })
  return problem && problemSentence({ code: problem.code, details: { ...problem.details } }, 'ja')
}

function NoticeDialog({ onClose }: { onClose: () => void }) {
  const [said, setSaid] = useState<Said>({ kind: 'stop', chosen: '', typed: '', returnBy: '' })
  const [answer, setAnswer] = useState<string | null>(null)
  const change = (part: Partial<Said>) => {
    setAnswer(null)
    setSaid({ ...said, ...part })
  }
  const sendIt = async () => {
    const outcome = await send('messages.sendNotice', { noticeId: newId(), ...noticeOf(said) })
    if (outcome.kind === 'done') return onClose()
    setAnswer(outcome.kind === 'kept' ? messagesTexts.kept : problemSentence(outcome.problem, 'ja'))
  }
  return (
    <Dialog
      open
      title={messagesTexts.dialogTitle}
      onClose={onClose}
      actions={
        <Button variant="danger" large onPress={sendIt} disabledBecause={answer ?? whyNot(said)}>
          {messagesTexts.kinds[said.kind]}: {messagesTexts.send}
        </Button>
      }
    >
      <NoticeFields said={said} change={change} />
    </Dialog>
  )
}

function NoticeFields({ said, change }: { said: Said; change: (part: Partial<Said>) => void }) {
  const reasons = [...Object.values(commonReasons), other].map((value) => ({
    value,
    label: value === other ? messagesTexts.otherReason : value,
  }))
  return (
    <>
      <ChoiceField
        label={messagesTexts.kind}
        name="notice-kind"
        value={said.kind}
        onChange={(kind) => change({ kind: kind === 'shorten' || kind === 'message' ? kind : 'stop' })}
        options={(['stop', 'shorten', 'message'] as const).map((kind) => ({
          value: kind,
          label: messagesTexts.kinds[kind],
          hint: messagesTexts.kindHints[kind],
        }))}
      />
      {said.kind === 'shorten' ? (
        <TextField
          kind="time"
          label={messagesTexts.returnBy}
          value={said.returnBy}
          onInput={(returnBy) => change({ returnBy })}
        />
      ) : null}
      {said.kind === 'message' ? null : (
        <ChoiceField
          label={messagesTexts.reason}
          name="notice-reason"
          value={said.chosen || null}
          onChange={(chosen) => change({ chosen })}
          options={reasons}
        />
      )}
      {said.kind === 'message' || said.chosen === other ? (
        <TextField
          label={said.kind === 'message' ? messagesTexts.message : messagesTexts.otherReason}
          value={said.typed}
          maxLength={200}
          onInput={(typed) => change({ typed })}
        />
      ) : null}
    </>
  )
}
