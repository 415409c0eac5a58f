import { newId, newSecret } from '#shared/core/ids.ts'
import { formatDate, parseDate } from '#shared/core/japanese-date.ts'
import { toHalfWidthDigits } from '#shared/core/japanese-text.ts'
import { readOwnJson } from '#shared/core/json.ts'
import type { Language } from '#shared/core/language.ts'
import {
  isMinor,
  type Mistake,
  type MistakeReason,
  readAgainForm,
  readReceptionForm,
  type Typed,
  typedValue,
} from '#shared/volunteers/reception-form.ts'
import { leaveAcceptedForm } from '#web/core/accepted-form.ts'
import { deviceId } from '#web/core/device.ts'
import { startPulse } from '#web/core/page-pulse.ts'
import { authorOf, forgetPersonalLink, keepPersonalLink, keptPersonalLink, ownPhone } from '#web/core/personal-link.ts'
import { request } from '#web/core/request.ts'
import { forgetForm, type KeptForm, keepForm, keptForm } from './kept-form.ts'

/** What the server wrote into the page for this script. */
interface PageData {
  language: Language
  /** The center's date. */
  today: string
  mistakes: Record<MistakeReason, string>
  fixThese: string
  sending: string
  againKnown: string
  /** The code of the refusal that this page came back with. */
  refused: string | null
}

const draftKey = 'reception-draft'
const retryMs = 3000

const byId = (id: string) => document.getElementById(id)
const show = (id: string, shown: boolean) => byId(id)?.toggleAttribute('hidden', !shown)

type Control = HTMLInputElement | HTMLTextAreaElement

/** The fields that people fill in, without the hidden ones. */
function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.querySelectorAll<Control>('input:not([type=hidden]), textarea')]
}

const hidden = (form: HTMLFormElement, name: string) =>
  form.querySelector<HTMLInputElement>(`input[type=hidden][name=${name}]`)

function typedIn(form: HTMLFormElement): Typed {
  const typed: Record<string, string[]> = {}
  for (const [name, value] of new FormData(form)) {
    const values = typed[name] ?? []
    if (typeof value === 'string') typed[name] = [...values, value]
  }
  return typed
}

interface Draft {
  [form: string]: Typed
}

function readDraft(): Draft {
  try {
    return readOwnJson<Draft>(sessionStorage.getItem(draftKey) ?? '{}')
  } catch {
    return {}
  }
}

function writeDraft(form: HTMLFormElement | null): void {
  try {
    if (form) sessionStorage.setItem(draftKey, JSON.stringify({ ...readDraft(), [form.id]: typedIn(form) }))
    else sessionStorage.removeItem(draftKey)
  } catch {
    // Private browsing: the form itself still holds what was typed.
  }
}

/** Puts back what was typed before a reload or a change of language; what the server sent back has precedence. */
function restoreDraft(form: HTMLFormElement): void {
  const typed = readDraft()[form.id]
  if (!typed) return
  for (const control of controlsOf(form)) {
    const values = typed[control.name] ?? []
    if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox'))
      control.checked = values.includes(control.value)
    else if (control.value === '') control.value = values[0] ?? ''
  }
}

/** One of the two forms of the page. */
interface ReceptionForm {
  form: HTMLFormElement
  prefix: string
  type: string
  read: (typed: Typed, today: string) => { said: object; mistakes: readonly Mistake[] }
}

function markField({ form, prefix }: ReceptionForm, field: string, sentence: string): void {
  const line = byId(`${prefix}${field}-error`)
  if (line) {
    line.textContent = sentence
    line.hidden = sentence === ''
  }
  for (const control of controlsOf(form))
    if (control.name === field) {
      if (sentence === '') control.removeAttribute('aria-invalid')
      else control.setAttribute('aria-invalid', 'true')
    }
}

/** Opens the folds that a field lies in, and leads there. */
function leadTo(id: string): void {
  const place = byId(id)
  for (let fold = place?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true
  const control = place?.matches('fieldset') ? place.querySelector('input') : place
  control?.focus()
  place?.scrollIntoView({ block: 'center' })
}

function showMistakes(one: ReceptionForm, mistakes: readonly Mistake[], data: PageData): void {
  for (const { name } of controlsOf(one.form)) markField(one, name, '')
  const list = byId(`${one.prefix}errors`)
  const items = mistakes.map(({ field, reason }) => {
    markField(one, field, data.mistakes[reason])
    const link = document.createElement('a')
    link.href = `#${one.prefix}${field}`
    link.textContent = data.mistakes[reason]
    link.addEventListener('click', (event) => {
      event.preventDefault()
      leadTo(one.prefix + field)
    })
    const item = document.createElement('li')
    item.append(link)
    return item
  })
  list?.querySelector('ul')?.replaceChildren(...items)
  list?.querySelector('h2')?.replaceChildren(data.fixThese)
  list?.toggleAttribute('hidden', items.length === 0)
  if (items.length > 0) list?.focus()
}

/** Reads a date back as it was understood, and asks minors for their guardian's consent. */
function echoDates({ form, prefix }: ReceptionForm, data: PageData): void {
  for (const control of controlsOf(form)) {
    const echo = byId(`${prefix}${control.name}-echo`)
    if (!echo) continue
    const { date } = parseDate(control.value, data.today)
    echo.textContent = date ? formatDate(date, data.language) : ''
    if (form.id !== 'first' || control.name !== 'birthDate') continue
    const minor = isMinor(date ?? '', data.today)
    show('guardian', minor)
    byId('guardian')?.toggleAttribute('open', minor)
  }
}

/** Fields that belong to an answer stay out of the way of everybody else; what was typed into one keeps it there. */
function showDependents({ form, prefix }: ReceptionForm): void {
  const typed = typedIn(form)
  const said = (name: string, value: string) => typed[name]?.includes(value) ?? false
  const showField = (name: string, shown: boolean) =>
    byId(prefix + name)
      ?.closest('.field')
      ?.toggleAttribute('hidden', !shown && typedValue(typed, name) === '')
  showField('healthNote', said('health', 'concern'))
  showField('joinedOn', said('insurance', 'basic') || said('insurance', 'naturalDisaster'))
}

function onFieldLeft(one: ReceptionForm, control: Control, data: PageData): void {
  if (control.type !== 'radio' && control.type !== 'checkbox') control.value = toHalfWidthDigits(control.value)
  const mistake = one.read(typedIn(one.form), data.today).mistakes.find(({ field }) => field === control.name)
  // What is still empty is not wrong yet.
  const wasWrong = control.hasAttribute('aria-invalid')
  if (control.value !== '' || wasWrong) markField(one, control.name, mistake ? data.mistakes[mistake.reason] : '')
}

function envelopeOf(one: ReceptionForm, said: object, data: PageData): KeptForm {
  const of = (name: string) => hidden(one.form, name)?.value ?? ''
  const input = {
    ...said,
    attendanceId: of('attendanceId'),
    linkToken: of('linkToken'),
    ownPhone: ownPhone(),
    consentVersion: of('consentVersion'),
    language: data.language,
    ...(one.type === 'volunteers.checkIn' ? { personId: of('personId') } : {}),
  }
  return { id: of('commandId'), type: one.type, input, device: deviceId() }
}

const tokenOf = ({ input }: KeptForm) => ('linkToken' in input ? String(input.linkToken) : '')

const busyCodes = ['core.internal', 'core.readOnly']

/** Sends what is kept until the server has said something about it. */
async function sendKept(kept: KeptForm, one: ReceptionForm, data: PageData): Promise<void> {
  const reply = await request<{ seq: number }>('POST', '/api/commands', kept)
  if (reply.kind === 'done') {
    leaveAcceptedForm({ ...kept, author: authorOf(tokenOf(kept)) }, reply.body.seq)
    keepPersonalLink({ token: tokenOf(kept), date: data.today, bound: 'ownPhone' in kept.input })
    writeDraft(null)
    forgetForm()
    location.replace(`/me#${tokenOf(kept)}`)
  } else if (reply.kind === 'refused' && !busyCodes.includes(reply.problem.code)) {
    forgetForm()
    // The server says why, on the same page, with everything that was typed; it has the sentences.
    one.form.submit()
  } else {
    show('forms', false)
    show('unsent', true)
    setTimeout(() => void sendKept(kept, one, data), retryMs)
  }
}

async function onSubmit(event: SubmitEvent, one: ReceptionForm, data: PageData): Promise<void> {
  event.preventDefault()
  const button = one.form.querySelector('button:not([type])')
  if (button?.getAttribute('aria-busy') === 'true') return
  const { said, mistakes } = one.read(typedIn(one.form), data.today)
  showMistakes(one, mistakes, data)
  if (mistakes.length > 0 || !button) return
  button.setAttribute('aria-busy', 'true')
  button.textContent = data.sending
  const kept = envelopeOf(one, said, data)
  keepForm(kept)
  await sendKept(kept, one, data)
}

/** Ids and the token are made on this phone, anew for each page. */
function renewIds(form: HTMLFormElement): void {
  const made = { commandId: newId(), attendanceId: newId(), personId: newId(), linkToken: newSecret() }
  for (const [name, value] of Object.entries(made)) hidden(form, name)?.setAttribute('value', value)
}

function prepare(one: ReceptionForm, data: PageData): void {
  const { form } = one
  renewIds(form)
  restoreDraft(form)
  echoDates(one, data)
  showDependents(one)
  form.addEventListener('input', () => {
    writeDraft(form)
    echoDates(one, data)
    showDependents(one)
  })
  form.addEventListener('change', ({ target }) => {
    const control = controlsOf(form).find((each) => each === target)
    if (control) onFieldLeft(one, control, data)
  })
  form.addEventListener('submit', (event) => void onSubmit(event, one, data))
}

/** Offers the short form at once to the owner of an earlier page, and today's page to who has one. */
function greet(again: ReceptionForm, data: PageData): void {
  if (data.refused === 'volunteers.notRecognised') forgetPersonalLink()
  const link = keptPersonalLink()
  if (!link) return
  if (link.date === data.today) {
    byId('own')?.querySelector('a')?.setAttribute('href', `/me#${link.token}`)
    show('own', true)
    return
  }
  const token = hidden(again.form, 'earlierToken')
  const know = (known: boolean) => {
    token?.setAttribute('value', known ? link.token : '')
    show('again-who', !known)
    show('again-other', known)
  }
  know(true)
  byId('again-hint')?.append(` ${data.againKnown}`)
  byId('again')?.setAttribute('open', '')
  byId('again-other')?.addEventListener('click', () => know(false))
}

/** Brings the reception page to life. */
export function startReception(): void {
  const data = readOwnJson<PageData>(byId('data')?.textContent ?? '{}')
  const first = byId('first')
  const second = byId('again-form')
  if (!(first instanceof HTMLFormElement) || !(second instanceof HTMLFormElement)) return
  const forms: ReceptionForm[] = [
    { form: first, prefix: '', type: 'volunteers.checkIn', read: readReceptionForm },
    { form: second, prefix: 'again-', type: 'volunteers.checkInAgain', read: readAgainForm },
  ]
  for (const one of forms) prepare(one, data)
  startPulse({ keepsTyped: true })
  greet({ form: second, prefix: 'again-', type: 'volunteers.checkInAgain', read: readAgainForm }, data)
  resume(forms, data)
}

/** Goes on with what was kept before a reload. */
function resume(forms: readonly ReceptionForm[], data: PageData): void {
  const kept = keptForm()
  const one = forms.find(({ type }) => type === kept?.type)
  if (!kept || !one) return
  show('forms', false)
  show('unsent', true)
  void sendKept(kept, one, data)
}
