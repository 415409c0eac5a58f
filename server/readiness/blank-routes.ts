import { html } from 'hono/html'
import { findCenter } from '#server/center/centers.ts'
import { type Markup, sheetPage } from '#server/core/sheet-page.ts'
import type { RouteContext } from '#server/core/slice.ts'
import { blankForms } from '#server/readiness/blank-forms.ts'
import { notSetUp } from '#shared/center/problems.ts'
import { type BlankForm, blankFormTexts as words } from '#shared/texts/blank-forms.ts'

const forms = Object.keys(blankForms) as BlankForm[]
const copyChoices = [1, 2, 3, 5, 10, 20, 30, 50] as const

interface Wish {
  copies: number
  form: BlankForm | undefined
}

const selected = (is: boolean) => (is ? html` selected` : '')

function controls({ copies, form }: Wish): Markup {
  return html`<form method="get"><label>${words.which}
    <select name="form"><option value="">${words.all}</option>${forms.map(
      (one) => html`<option value="${one}"${selected(one === form)}>${words.names[one]}</option>`,
    )}</select></label>
    <label>${words.copies} <select name="copies">${copyChoices.map(
      (one) => html`<option${selected(one === copies)}>${one}</option>`,
    )}</select></label><button class="button">${words.choose}</button></form>`
}

/** Blank forms for when no device works: nothing on them was asked of anybody, so whoever sets up prints them too. */
export function blankRoutes({ center, routes, files }: RouteContext): void {
  routes.open({ method: 'get', path: '/sheets/blank-forms', may: ['staff', 'setUp'] }, async (context) => {
    const [found, consentVersion] = await center.read(
      async (tx, profile) => [await findCenter(tx), profile.reception.consentVersion] as const,
    )
    if (!found) throw notSetUp({})
    const copies = copyChoices.find((one) => String(one) === context.req.query('copies')) ?? 1
    const form = forms.find((one) => one === context.req.query('form'))
    const of = { centerName: found.name, phone: found.phone, consentVersion }
    // Copies of one form lie together: each desk takes its own pile.
    const sheets = (form ? [form] : forms).flatMap((one) =>
      Array.from({ length: copies }, () => blankForms[one](of)).flat(),
    )
    const page = { title: words.title, kind: found.kind, files, sheets, controls: controls({ copies, form }) }
    return context.html(sheetPage(page))
  })
}
