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
import { FormActs, fieldsOf, textIn } from '#web/core/form-acts.ts'
import type { Kept } from '#web/core/kept-database.ts'
import { keepDraft, keptDraft } from '#web/core/kept-draft.ts'
import { keptNotice } from '#web/core/kept-notice.ts'
import { startPulse } from '#web/core/page-pulse.ts'
import { authorOf, forgetPersonalLink, keepPersonalLink, keptPersonalLink, ownPhone } from '#web/core/personal-link.ts'
import { typedIn } from '#web/core/typed-in.ts'

/** What the server wrote into the page for this script. */
interface PageData {
  language: Language
  /** The center's time when it wrote the page, and its date. */
  now: string
  today: string
  mistakes: Record<MistakeReason, string>
  fixThese: string
  sending: string
  againKnown: string
  /** The code of the refusal that this page came back with. */
  refused: string | null
}

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

interface Draft {
  [form: string]: Typed
}

function readDraft(): Draft {
  try {
    return readOwnJson<Draft>(keptDraft() ?? '{}')
  } catch {
    return {}
  }
}

function writeDraft(form: HTMLFormElement | null): void {
  keepDraft(form && JSON.stringify({ ...readDraft(), [form.id]: typedIn(form) }))
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

type FormAct = Pick<Kept, 'id' | 'type' | 'input' | 'author'>

function actOf(one: ReceptionForm, said: object, data: PageData): FormAct {
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
  // As the personal page names its owner, who sends it from there where this page was closed too soon.
  return { id: of('commandId'), type: one.type, input, author: authorOf(input.linkToken) }
}

/** The page as it stands: its forms, its acts and what it says of them. */
interface Page {
  data: PageData
  forms: readonly ReceptionForm[]
  acts: FormActs
  say: ReturnType<typeof keptNotice>
}

const tokenOf = ({ input }: Kept) => textIn(input, 'linkToken')

/** Sends what is kept until the server has said something about it. */
async function sendKept(kept: Kept, page: Page): Promise<void> {
  const outcome = await page.acts.send(kept)
  if (outcome === 'waits') {
    show('forms', false)
    page.say('waits')
    setTimeout(() => void sendKept(kept, page), retryMs)
  } else if (outcome === 'done') {
    const token = tokenOf(kept)
    keepPersonalLink({ token, date: page.data.today, bound: 'ownPhone' in fieldsOf(kept.input) })
    writeDraft(null)
    // Somebody else of the family may wait on the same phone.
    if (!(await resume(page))) location.replace(`/me#${token}`)
  } else showRefused(kept, page)
}

/** Whether the form still holds what an act says: in another tab, or days later, it does not. */
function stillHolds(one: ReceptionForm, { input }: Kept, today: string): boolean {
  const sent = fieldsOf(input)
  return Object.entries(one.read(typedIn(one.form), today).said).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(sent[name]),
  )
}

/** The server says why, on the same page, with everything that was typed; it has the sentences. */
function showRefused(kept: Kept, { forms, say, data }: Page): void {
  const one = forms.find(({ type }) => type === kept.type)
  if (one && stillHolds(one, kept, data.today)) one.form.submit()
  else {
    show('forms', true)
    say('refused')
  }
}

async function onSubmit(event: SubmitEvent, one: ReceptionForm, page: Page): Promise<void> {
  event.preventDefault()
  const button = one.form.querySelector('button:not([type])')
  if (button?.getAttribute('aria-busy') === 'true') return
  const { said, mistakes } = one.read(typedIn(one.form), page.data.today)
  showMistakes(one, mistakes, page.data)
  if (mistakes.length > 0 || !button) return
  button.setAttribute('aria-busy', 'true')
  button.textContent = page.data.sending
  await sendKept(await page.acts.keep(actOf(one, said, page.data)), page)
}

/** Ids and the token are made on this phone, anew for each page. */
function renewIds(form: HTMLFormElement): void {
  const made = { commandId: newId(), attendanceId: newId(), personId: newId(), linkToken: newSecret() }
  for (const [name, value] of Object.entries(made)) hidden(form, name)?.setAttribute('value', value)
}

function prepare(one: ReceptionForm, page: Page): void {
  const { form } = one
  const { data } = page
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
  form.addEventListener('submit', (event) => void onSubmit(event, one, page))
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

const readers = [
  { id: 'first', prefix: '', type: 'volunteers.checkIn', read: readReceptionForm },
  { id: 'again-form', prefix: 'again-', type: 'volunteers.checkInAgain', read: readAgainForm },
]

/** Brings the reception page to life; while reception is closed it has no forms, and still sends what waits. */
export function startReception(): void {
  const data = readOwnJson<PageData>(byId('data')?.textContent ?? '{}')
  const forms = readers.flatMap(({ id, ...rest }): ReceptionForm[] => {
    const form = byId(id)
    return form instanceof HTMLFormElement ? [{ form, ...rest }] : []
  })
  const acts = new FormActs({ types: readers.map(({ type }) => type), writtenAt: data.now })
  const page: Page = { data, forms, acts, say: keptNotice() }
  for (const one of forms) prepare(one, page)
  startPulse({ keepsTyped: true })
  const again = forms.find(({ type }) => type === 'volunteers.checkInAgain')
  if (again) greet(again, data)
  void resume(page)
}

/** Goes on with what was kept before a reload; false where nothing was. */
async function resume(page: Page): Promise<boolean> {
  const kept = await page.acts.waiting()
  if (!kept) return false
  show('forms', false)
  page.say('waits')
  void sendKept(kept, page)
  return true
}
