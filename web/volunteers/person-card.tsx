import { useState } from 'preact/hooks'
import { formatDate, parseDate } from '#shared/core/japanese-date.ts'
import { formatPhone } from '#shared/core/phone-number.ts'
import { attendanceStatusTexts } from '#shared/texts/attendance-status.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { actProblem, insuranceGap, letInProblem, type ReceptionAct } from '#shared/volunteers/rules.ts'
import { RecordButtons } from '#web/center/record-buttons.tsx'
import { openDay } from '#web/center/selectors.ts'
import { SuspectButton } from '#web/center/suspect-button.tsx'
import { send } from '#web/core/send.ts'
import { may } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import {
  ageBandWords,
  conditionWords,
  consentWords,
  gapWords,
  planWords,
  reassignWords,
  receptionWords,
  vehicleWords,
  cardWords as words,
} from '#web/texts/reception.ts'
import { Button } from '#web/ui/button.tsx'
import { ChoiceField } from '#web/ui/choice-field.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useDraft } from '#web/ui/use-draft.ts'
import { CorrectForm } from './correct-form.tsx'
import { act, tell } from './desk-acts.ts'
import { NewLink } from './new-link.tsx'
import { ReassignForm } from './reassign-form.tsx'
import { otherNumbersSentence, placesKept, placesTaken, todaysAttendances } from './selectors.ts'
import { openTags } from './tags.ts'

type Of = { attendance: Attendance }

const because = (problem: { code: string; details: object } | null) =>
  problem && problemSentence({ code: problem.code, details: { ...problem.details } }, 'ja')

const allowed = (name: ReceptionAct, attendance: Attendance) => actProblem(name, attendance) === null

function LetIn({ attendance }: Of) {
  const all = todaysAttendances()
  const listed = all.filter(({ status }) => status === 'waitingListed').map(({ number }) => number)
  const problem = letInProblem(attendance, {
    admitted: placesTaken(all),
    kept: placesKept(),
    capacity: openDay()?.capacity ?? 0,
    firstWaiting: listed.length > 0 ? Math.min(...listed) : null,
  })
  const letIn = () => act('volunteers.letIn', { attendanceId: attendance.id })
  return (
    <Button variant="next" onPress={letIn} disabledBecause={because(problem)}>
      {words.letIn}
    </Button>
  )
}

/** The acts that this person's status allows; what it does not allow is not offered. */
function Acts({ attendance }: Of) {
  const attendanceId = attendance.id
  const { number } = attendance
  const { undone } = receptionWords
  const doing =
    (type: Parameters<typeof act>[0] & `volunteers.${ReceptionAct}`, message?: string, back?: () => Promise<unknown>) =>
    () =>
      act(type, { attendanceId }, message && back ? { message, run: back } : undefined)
  const sendHome = () =>
    act(
      'reports.sendHome',
      { attendanceIds: [attendanceId] },
      { message: undone.left(number), run: doing('volunteers.comeBack') },
    )
  const settle = doing('volunteers.settleConsultation', undone.settled(number), doing('volunteers.startConsultation'))
  const consult = doing(
    'volunteers.startConsultation',
    undone.consulting(number),
    doing('volunteers.settleConsultation'),
  )
  const toWork = doing('volunteers.toCenterWork', undone.centerWork(number), doing('volunteers.waitAgain'))
  const waitAgain = doing('volunteers.waitAgain', undone.waiting(number), doing('volunteers.toCenterWork'))
  const cancel = doing('volunteers.cancelCheckIn', undone.cancelled(number), doing('volunteers.restoreCheckIn'))
  const goesHome = ['waiting', 'consulting', 'centerWork', 'returned'].includes(attendance.status)
  const busy = because(actProblem('cancelCheckIn', attendance))
  return (
    <div class="actions">
      {attendance.status === 'waitingListed' && <LetIn attendance={attendance} />}
      {allowed('settleConsultation', attendance) && (
        <Button variant="next" onPress={settle}>
          {words.settle}
        </Button>
      )}
      <Button onPress={() => openTags([attendance])}>{words.tag}</Button>
      {allowed('startConsultation', attendance) && <Button onPress={consult}>{words.consult}</Button>}
      {allowed('toCenterWork', attendance) && <Button onPress={toWork}>{words.centerWork}</Button>}
      {allowed('waitAgain', attendance) && <Button onPress={waitAgain}>{words.waitAgain}</Button>}
      {goesHome && <Button onPress={sendHome}>{words.leave}</Button>}
      {allowed('comeBack', attendance) && <Button onPress={doing('volunteers.comeBack')}>{words.comeBack}</Button>}
      {allowed('restoreCheckIn', attendance) ? (
        <Button onPress={doing('volunteers.restoreCheckIn')}>{words.restore}</Button>
      ) : (
        <Button onPress={cancel} disabledBecause={busy}>
          {words.cancel}
        </Button>
      )}
    </div>
  )
}

function InsuranceNow({ insurance }: Pick<Attendance, 'insurance'>) {
  const day = openDay()
  const [center] = store.all('center')
  const gap = day && center ? insuranceGap(insurance, day.date, center.hazard) : null
  return (
    <p>
      {planWords[insurance.plan]}
      {insurance.validUntil ? words.validUntil(formatDate(insurance.validUntil, 'ja')) : ''} {gap ? gapWords[gap] : ''}
      <br />
      <span class="quiet">
        {insurance.verifiedBy === null ? words.notVerified : words.verifiedBy(insurance.verifiedBy)}
      </span>
    </p>
  )
}

/** Records an insurance; what stood there before comes back with 元に戻す. */
async function recordInsurance(
  { id, number, insurance }: Attendance,
  plan: 'basic' | 'naturalDisaster',
  on: string | null,
) {
  const before = { plan: insurance.plan, joinedOn: insurance.joinedOn }
  const back = { attendanceId: id, insurance: before, verified: insurance.verifiedBy !== null }
  const input = { attendanceId: id, insurance: { plan, joinedOn: on }, verified: true }
  await act('volunteers.recordInsurance', input, {
    message: receptionWords.undone.insurance(number),
    run: () => act('volunteers.recordInsurance', back),
  })
}

function InsuranceAct({ attendance }: Of) {
  const { insurance } = attendance
  const day = openDay()
  const [center] = store.all('center')
  const hazardPlan = center?.hazard === 'earthquake' ? 'naturalDisaster' : 'basic'
  const draft = useDraft(`insurance.${attendance.id}`, {
    plan: insurance.plan === 'none' ? hazardPlan : insurance.plan,
    joinedOn: insurance.joinedOn ?? '',
  })
  const { plan, joinedOn } = draft.value
  const typed = parseDate(joinedOn, day?.date)
  const wrong = typed.reason !== null && typed.reason !== 'empty'
  const record = async (on: string | null) => {
    await recordInsurance(attendance, plan, on)
    draft.clear()
  }
  return (
    <section class="stack">
      <h3>{words.insurance}</h3>
      <InsuranceNow insurance={insurance} />
      <p class="field-hint">{words.insuranceHelp}</p>
      <ChoiceField
        label={words.plan}
        id="card-plan"
        value={plan}
        onChange={(value) => draft.change({ plan: value === 'basic' ? 'basic' : 'naturalDisaster' })}
        options={(['naturalDisaster', 'basic'] as const).map((value) => ({ value, label: planWords[value] }))}
      />
      <DateField
        label={words.joinedOn}
        id="card-joined"
        value={joinedOn}
        onInput={(value) => draft.change({ joinedOn: value })}
      />
      <div class="actions">
        <Button onPress={() => record(typed.date)} disabledBecause={wrong ? words.dateUnfit : null}>
          {words.seen}
        </Button>
        <Button onPress={() => record(day?.date ?? null)}>{words.enrolled}</Button>
      </div>
    </section>
  )
}

function GuardianAct({ attendance }: Of) {
  const { id: attendanceId, number, guardianConsent } = attendance
  if (guardianConsent === 'notNeeded') return null
  const record = (consent: 'missing' | 'given' | 'accompanied') =>
    act(
      'volunteers.recordGuardianConsent',
      { attendanceId, consent },
      {
        message: receptionWords.undone.consent(number),
        run: () => act('volunteers.recordGuardianConsent', { attendanceId, consent: guardianConsent }),
      },
    )
  return (
    <section class="stack">
      <h3>{words.guardian}</h3>
      <p>{consentWords[guardianConsent]}</p>
      <div class="actions">
        <Button pressed={guardianConsent === 'given'} onPress={() => record('given')}>
          {words.guardianGiven}
        </Button>
        <Button pressed={guardianConsent === 'accompanied'} onPress={() => record('accompanied')}>
          {words.guardianAccompanied}
        </Button>
        <Button pressed={guardianConsent === 'missing'} onPress={() => record('missing')}>
          {words.guardianMissing}
        </Button>
      </div>
    </section>
  )
}

/** Health and whom to call: behind a press, never in the list that everybody at the desk looks at. */
function Care({ attendance }: Of) {
  const [shown, setShown] = useState(false)
  if (!may('care.read')) return null
  const health = store.get('attendanceHealth', attendance.id)
  const emergency = store.get('emergencyContact', attendance.personId)
  return (
    <section class="stack">
      <Button pressed={shown} onPress={() => setShown(!shown)}>
        {shown ? words.careHide : words.care}
      </Button>
      {shown && (
        <dl class="facts">
          <dt>{words.health}</dt>
          <dd>{health ? conditionWords[health.condition] : ''}</dd>
          {health?.note ? (
            <>
              <dt>{words.healthNote}</dt>
              <dd>{health.note}</dd>
            </>
          ) : null}
          {health?.talkedWith ? <dd>{words.talkedWith(health.talkedWith)}</dd> : null}
          <dt>{words.emergency}</dt>
          <dd>
            {emergency?.name} {emergency?.relation} {emergency ? formatPhone(emergency.phone) : ''}
          </dd>
        </dl>
      )}
    </section>
  )
}

function Note({ attendance }: Of) {
  const stored = store.get('attendanceNote', attendance.id)?.text ?? ''
  // What the sender saw when beginning to type; another desk's note is not written over unseen.
  const draft = useDraft(`note.${attendance.id}`, { text: stored, basedOnSeq: -1 })
  const begin = () => store.seqOf('attendanceNote', attendance.id)
  const change = (text: string) =>
    draft.change({ text, basedOnSeq: draft.value.basedOnSeq < 0 ? begin() : draft.value.basedOnSeq })
  const save = async () => {
    const { text, basedOnSeq } = draft.value
    const seen = Math.max(0, basedOnSeq)
    const outcome = await send('volunteers.writeNote', { attendanceId: attendance.id, text, basedOnSeq: seen })
    tell(outcome)
    // After a refusal the next press is made on what is now to be seen.
    if (outcome.kind === 'refused') draft.change({ basedOnSeq: begin() })
    else draft.clear()
  }
  const unchanged = draft.value.basedOnSeq < 0
  return (
    <section class="stack">
      {stored !== '' && <p>{stored}</p>}
      <TextField
        label={words.note}
        id="card-note"
        value={unchanged ? stored : draft.value.text}
        maxLength={200}
        onInput={change}
        onEnter={() => void save()}
      />
      {!unchanged && <Button onPress={save}>{words.saveNote}</Button>}
    </section>
  )
}

function Facts({ attendance }: Of) {
  const contact = store.get('personContact', attendance.personId)
  const { ageBand, skills, vehicle, cameBefore, channel, keyedBy } = attendance
  return (
    <dl class="facts">
      <dt>{words.phone}</dt>
      <dd class="number">{contact ? formatPhone(contact.phone) : ''}</dd>
      <dt>{words.birthDate}</dt>
      <dd>
        {contact?.birthDate ? formatDate(contact.birthDate, 'ja') : ''}（{ageBandWords[ageBand]}）
      </dd>
      <dt>{words.skills}</dt>
      <dd>{skills.join('、') || '—'}</dd>
      <dt>{words.vehicle}</dt>
      <dd>{vehicleWords[vehicle]}</dd>
      <dt>{words.channelTitle}</dt>
      <dd>
        {words.channel[channel]}
        {keyedBy ? `（${words.keyedBy(keyedBy)}）` : ''} {cameBefore ? words.cameBefore : ''}
      </dd>
    </dl>
  )
}

/** With which other numbers they may come to a desk. */
function OtherNumbers({ attendance }: Of) {
  const sentence = otherNumbersSentence(attendance)
  return sentence === null ? null : <NoticeBanner tone="information">{sentence}</NoticeBanner>
}

/** One person's day at reception: who they are, what is still to settle, and what can be done. */
export function PersonCard({ attendance }: Of) {
  const [mode, setMode] = useState<'card' | 'correct' | 'link' | 'reassign'>('card')
  if (mode === 'correct') return <CorrectForm attendance={attendance} onDone={() => setMode('card')} />
  if (mode === 'reassign') return <ReassignForm attendance={attendance} onDone={() => setMode('card')} />
  return (
    <article class="stack reception-card">
      <header>
        <p class="reception-kana">{attendance.nameKana}</p>
        <h3>
          <span class="number">{words.number(attendance.number)}</span> {attendance.name}
        </h3>
        <p>{attendanceStatusTexts[attendance.status].ja}</p>
      </header>
      <OtherNumbers attendance={attendance} />
      <Acts attendance={attendance} />
      <GuardianAct attendance={attendance} />
      <InsuranceAct attendance={attendance} />
      <Care attendance={attendance} />
      <Note attendance={attendance} />
      <Facts attendance={attendance} />
      <div class="actions">
        <Button onPress={() => setMode('correct')}>{words.correct}</Button>
        <Button onPress={() => setMode('link')}>{words.link}</Button>
        {may('reception.manage') ? <Button onPress={() => setMode('reassign')}>{reassignWords.open}</Button> : null}
        {attendance.nameToFollow ? null : (
          <>
            <SuspectButton of={{ kind: 'person', id: attendance.personId, label: attendance.name }} />
            <RecordButtons of={{ kind: 'person', id: attendance.personId, label: attendance.name }} />
          </>
        )}
      </div>
      {mode === 'link' && <NewLink attendance={attendance} onClose={() => setMode('card')} />}
    </article>
  )
}
