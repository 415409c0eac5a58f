import { newId, newSecret } from '#shared/core/ids.ts'
import type { Language } from '#shared/core/language.ts'
import { readReservationForm } from '#shared/reservations/reservation-form.ts'
import { FormActs, textIn } from '#web/core/form-acts.ts'
import type { Kept } from '#web/core/kept-database.ts'
import { keptNotice } from '#web/core/kept-notice.ts'
import { authorOf } from '#web/core/personal-link.ts'
import { typedIn } from '#web/core/typed-in.ts'
import { formById, openOwn } from './own-form.ts'

/** What the forms need of the page that the server wrote. */
export interface ActPageData {
  language: Language
  /** The center's time when it wrote the page, and its date. */
  now: string
  today: string
}

const retryMs = 3000

/** A form whose act is kept on the phone before it is sent. */
interface ActForm {
  form: HTMLFormElement
  type: string
  /** What the form says; null where the server has to say what is wrong with it. */
  read: () => object | null
}

const fieldOf = (form: HTMLFormElement, name: string) => form.querySelector<HTMLInputElement>(`[name=${name}]`)

const tokenOf = ({ input }: Kept) => textIn(input, 'ownToken')

/** Both forms of these pages: to reserve, and to give a place back. */
function actForms({ language, today }: ActPageData): ActForm[] {
  const found: ActForm[] = []
  const reserve = formById('reserve')
  const cancel = formById('cancel')
  const ids = (form: HTMLFormElement) => {
    const of = (name: string) => fieldOf(form, name)?.value ?? ''
    return { reservationId: of('reservationId'), ownToken: of('ownToken') }
  }
  const readReserve = (form: HTMLFormElement) => {
    const typed = typedIn(form)
    const { said, mistakes } = readReservationForm(typed, today)
    return mistakes.length > 0 ? null : { ...said, ...ids(form), reservationDayId: typed.day?.[0] ?? '', language }
  }
  if (reserve) found.push({ form: reserve, type: 'reservations.reserve', read: () => readReserve(reserve) })
  if (cancel) found.push({ form: cancel, type: 'reservations.cancelOwn', read: () => ids(cancel) })
  return found
}

/** Keeps what these pages send until the center has it, and gives it back where a restored copy lacks it. */
export class ReservationActs {
  private readonly forms: readonly ActForm[]
  private readonly say = keptNotice()
  private readonly acts: FormActs

  constructor(data: ActPageData) {
    this.forms = actForms(data)
    // The page of a reservation that a restored copy lost asks for it again once it is there.
    const isAsked = (kept: Kept) => formById('open-own')?.querySelector('input')?.value === tokenOf(kept)
    this.acts = new FormActs({
      types: ['reservations.reserve', 'reservations.cancelOwn'],
      writtenAt: data.now,
      onGivenBack: (kept) => isAsked(kept) && openOwn(tokenOf(kept)),
    })
  }

  /** Takes the forms over from the browser, and goes on with what was kept before a reload. */
  start(): void {
    for (const one of this.forms) one.form.addEventListener('submit', (event) => void this.onSubmit(event, one))
    addEventListener('pageshow', ({ persisted }) => persisted && this.renew())
    void this.resume()
  }

  /** A page that comes back out of the browser's memory still holds the ids of what was done on it. */
  private renew(): void {
    const made = { commandId: newId(), reservationId: newId(), ownToken: newSecret() }
    for (const { form, type } of this.forms) {
      if (type !== 'reservations.reserve' || !form.hasAttribute('aria-busy')) continue
      form.removeAttribute('aria-busy')
      for (const [name, value] of Object.entries(made)) fieldOf(form, name)?.setAttribute('value', value)
    }
  }

  private async onSubmit(event: SubmitEvent, { form, type, read }: ActForm): Promise<void> {
    const input = read()
    if (!input) return
    event.preventDefault()
    // Tapped twice, it is one act.
    if (form.getAttribute('aria-busy') === 'true') return
    form.setAttribute('aria-busy', 'true')
    const token = textIn(input, 'ownToken')
    const id = fieldOf(form, 'commandId')?.value ?? newId()
    await this.send(await this.acts.keep({ id, type, input, author: authorOf(token) }))
  }

  private async send(kept: Kept): Promise<void> {
    const outcome = await this.acts.send(kept)
    const form = this.forms.find(({ type }) => type === kept.type)?.form
    if (outcome === 'waits') {
      form?.toggleAttribute('hidden', true)
      this.say('waits')
      setTimeout(() => void this.send(kept), retryMs)
    } else if (outcome === 'done') {
      if (!(await this.resume())) openOwn(tokenOf(kept))
    }
    // The server says why, on the same page, with everything that was typed; it has the sentences.
    else if (form && fieldOf(form, 'commandId')?.value === kept.id) form.submit()
    else {
      form?.toggleAttribute('hidden', false)
      this.say('refused')
    }
  }

  /** Goes on with what was kept before a reload; false where nothing was. */
  private async resume(): Promise<boolean> {
    const kept = await this.acts.waiting()
    if (!kept) return false
    this.forms.find(({ type }) => type === kept.type)?.form.toggleAttribute('hidden', true)
    this.say('waits')
    void this.send(kept)
    return true
  }
}
