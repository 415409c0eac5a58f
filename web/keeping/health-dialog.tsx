import { useState } from 'preact/hooks'
import { type Check, lightOf } from '#shared/keeping/health.ts'
import type { HealthFacts } from '#shared/keeping/health-reads.ts'
import { cardOfCheck, checkSentence, checkTitles, healthTexts, lightWords } from '#shared/texts/health.ts'
import { troubleCards } from '#shared/texts/trouble-cards.ts'
import { type Refusal, request } from '#web/core/request.ts'
import { send } from '#web/core/send.ts'
import { may } from '#web/core/session.ts'
import { AutostartPart } from '#web/keeping/autostart-part.tsx'
import { EndOfDay } from '#web/keeping/end-of-day.tsx'
import { LightMark } from '#web/keeping/light-mark.tsx'
import { SecondFolder } from '#web/keeping/second-folder.tsx'
import { showCard } from '#web/keeping/shown-card.ts'
import { healthPageTexts } from '#web/texts/keeping-health.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { BlankFormsLink } from '#web/ui/blank-forms-link.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'

type Pressed = () => Promise<Refusal | null>

const refusalOf = (outcome: { kind: string; problem?: Refusal }) =>
  outcome.kind === 'refused' && outcome.problem ? outcome.problem : null

const post = (path: string) => async () => refusalOf(await request('POST', path))

const acts: Partial<Record<Check['name'], Partial<Record<string, { label: string; press: Pressed; lead?: boolean }>>>> =
  {
    writing: {
      ioError: { label: healthPageTexts.restart, press: post('/api/keeping/restart') },
      folderGone: { label: healthPageTexts.restart, press: post('/api/keeping/restart') },
      damaged: { label: healthPageTexts.restart, press: post('/api/keeping/restart') },
    },
    room: { full: { label: healthPageTexts.release, press: post('/api/keeping/release-reserve') } },
    clock: {
      jumped: {
        label: healthPageTexts.trustClock,
        press: async () => refusalOf(await send('keeping.answerClock', { trust: true })),
        lead: true,
      },
      kept: {
        label: healthPageTexts.trustClock,
        press: async () => refusalOf(await send('keeping.answerClock', { trust: true })),
        lead: true,
      },
    },
  }

const backUp = {
  label: healthPageTexts.backUp,
  press: async () => refusalOf(await send('keeping.makeBackup', { emptierIsMeant: false })),
  lead: true,
}

/** What can be done about a check from here; undefined where a card says what people have to do. */
function actOf({ name, word, light }: Check) {
  const act = name === 'backup' && light !== 'green' ? backUp : acts[name]?.[word]
  return act && (!act.lead || may('center.lead')) ? act : undefined
}

/** A disk that may lose the last acts is helped by a copy on another one. */
const asksSecond = ({ name, word }: Check) => name === 'second' || (name === 'disk' && word === 'doubtful')

/** A center that came up in good order may do so by itself the next time; what went wrong has its card. */
const asksAutostart = ({ name, light }: Check) => name === 'start' && light === 'green'

interface CheckButtonProps {
  check: Check
  onRefused: (refusal: Refusal | null) => void
  onMore: () => void
}

function CheckButton({ check, onRefused, onMore }: CheckButtonProps) {
  const act = actOf(check)
  if (check.name === 'version') return <Button onPress={() => location.reload()}>{healthPageTexts.reload}</Button>
  if (asksSecond(check) && may('center.lead')) return <Button onPress={onMore}>{healthPageTexts.second}</Button>
  if (asksAutostart(check) && may('center.lead')) return <Button onPress={onMore}>{healthPageTexts.autostart}</Button>
  if (act)
    return (
      <Button variant="next" onPress={async () => onRefused(await act.press())}>
        {act.label}
      </Button>
    )
  const card = cardOfCheck[check.name]
  return (
    <Button label={healthPageTexts.card(troubleCards[card].title)} onPress={() => showCard(card)}>
      {healthPageTexts.whatToDo}
    </Button>
  )
}

function Row({ check, facts }: { check: Check; facts: HealthFacts }) {
  const [refused, setRefused] = useState<Refusal | null>(null)
  const [more, setMore] = useState(false)
  return (
    <li class={`health-row health-row-${check.light}`}>
      <LightMark light={check.light} />
      <div class="health-words">
        <p>
          <strong>{checkTitles[check.name]}</strong> <span class="health-word">{lightWords[check.light]}</span>
        </p>
        <p>{checkSentence(check, facts)}</p>
        {refused ? <p role="alert">{problemSentence(refused, 'ja')}</p> : null}
        {more && asksSecond(check) ? <SecondFolder /> : null}
        {more && asksAutostart(check) ? <AutostartPart /> : null}
      </div>
      <CheckButton check={check} onRefused={setRefused} onMore={() => setMore(!more)} />
    </li>
  )
}

interface HealthDialogProps {
  now: { facts: HealthFacts; checks: readonly Check[] } | null
  onClose: () => void
}

/** 元気ですか: every check with its light, one sentence and one button; it stays true while it is read. */
export function HealthDialog({ now, onClose }: HealthDialogProps) {
  const light = now && lightOf(now.checks)
  return (
    <Dialog
      open
      wide
      title={healthTexts.title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => showCard('all')}>{healthPageTexts.allCards}</Button>
          <BlankFormsLink />
          {may('center.lead') ? <EndOfDay /> : null}
        </>
      }
    >
      {now && light ? (
        <>
          <p class="health-overall" role="status">
            <LightMark light={light} />
            <strong>{healthTexts.overall[light]}</strong>
            <span class="quiet">{healthTexts.asked(now.facts.now)}</span>
          </p>
          <ul class="health-list">
            {now.checks.map((check) => (
              <Row key={check.name} check={check} facts={now.facts} />
            ))}
          </ul>
        </>
      ) : (
        <p role="status">{healthPageTexts.noAnswer}</p>
      )}
    </Dialog>
  )
}
