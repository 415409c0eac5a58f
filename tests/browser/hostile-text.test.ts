import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { newDevice } from '#tests/support/browser.ts'
import { ids } from '#tests/support/center.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { heardReport } from '#tests/support/given-reports.ts'
import { servedCenter } from '#tests/support/served.ts'
import { walkDesk } from '#tests/support/walk-desk.ts'

/** Each would act, if any screen took text for markup; the last ones break lines, columns and directions. */
const hostile = `<img src=x onerror="globalThis.pwned=1">`
const closing = `"'></script><script>pwned=1</script>`
const turned = '\u202e逆\u2066さ'
const long = 'あ'.repeat(60)

async function hostileDay() {
  const made = await servedCenter()
  const { phone, ben, aiko, emi, lead, volunteer } = made
  const names = [hostile.slice(0, 60), closing.slice(0, 60), long, `${turned}=1+1`]
  const forms = names.map((name) =>
    receptionForm({
      name,
      nameKana: name,
      affiliation: closing,
      skills: ['<b>x'],
      email: closing,
      address: hostile,
      emergency: { name: hostile, relation: '<i>"', phone: '' },
      health: { condition: 'good', note: closing },
    }),
  )
  for (const form of forms) await phone.send('volunteers.checkIn', form)
  const need = needForm({
    asked: { work: hostile + closing, tools: ['<b>"', "'>x"], dangers: closing, wishedTime: '<u>"' },
    contact: {
      requesterName: hostile,
      requesterKana: closing,
      landmark: hostile,
      addressLine: closing,
      story: hostile,
    },
    household: { name: hostile, nameKana: closing, considerations: closing },
  })
  await ben.send('needs.receiveNeed', need)
  const teamId = newId()
  const people = forms.map(({ attendanceId }) => attendanceId)
  const [leaderId = ''] = people
  await aiko.send('teams.formTeam', { teamId, attendanceIds: people, leaderId, needId: need.needId, seenTeamIds: [] })
  await aiko.send('teams.briefTeam', { teamId })
  const workOrderId = newId()
  await aiko.send('dispatch.issueWorkOrder', { workOrderId, teamId, reasonForTeam: hostile, cautions: closing })
  await aiko.send('dispatch.dispatchTeam', { workOrderId, checked: [] })
  await volunteer(leaderId).send('dispatch.signal', { teamId, signal: 'helpNeeded', minutes: 0, note: hostile })
  const entry = { entryId: newId(), fromWhom: hostile, toWhom: closing, certainty: 'fact', text: hostile } as const
  await lead.send('center.writeJournalEntry', entry)
  await lead.send('messages.sendNotice', {
    noticeId: newId(),
    kind: 'message',
    reason: closing + hostile,
    returnBy: null,
  })
  const { source: _, safety: __, ...said } = heardReport(workOrderId)
  const words = { workDone: hostile, remainingWork: closing, observation: hostile }
  await volunteer(leaderId).send('reports.sendReport', { ...said, ...words })
  await emi.send('reports.recordIncident', {
    incidentId: newId(),
    teamId,
    attendanceId: leaderId,
    kind: 'injury',
    text: hostile,
  })
  const deskNames = ['lead', 'affairs', 'reception', 'needs', 'survey', 'dispatch', 'equipment', 'return']
  await lead.send('access.assignDesks', { staffId: ids.lead, deskNames })
  await lead.send('center.setWifi', { ssid: '<b>;:"', password: '"\';<i>x\\', basedOnSeq: 0 })
  return { ...made, forms, need, workOrderId }
}

/** What a page must never do: act on text, or break the rules of its own headers. */
async function watched(kind: 'desk' | 'phone') {
  const { page, context } = await newDevice(kind)
  onTestFinished(() => context.close())
  const wrongs: string[] = []
  page.on('console', (line) => {
    if (line.type() === 'error') wrongs.push(`${page.url()} ${line.text()}`)
  })
  page.on('dialog', (dialog) => {
    wrongs.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`violation ${event.violatedDirective} ${event.blockedURI}`)
    })
  })
  return { page, context, wrongs }
}

const sheets = [
  'poster',
  'desk-cards',
  'trouble-cards',
  'name-tags?numbers=1-10',
  'roll-call',
  `day-summary/${ids.day}`,
]

/** Opens the first rows of the lists that a panel shows. */
async function lookAtRows(page: Page, seen: string[]): Promise<void> {
  await lookAt(page, seen)
  const rows = (await page.locator('tbody tr, [role=listitem] button').all()).slice(0, 2)
  for (const one of rows) await one.click({ timeout: 500 }).catch(() => undefined)
  if (rows.length > 0) await lookAt(page, seen)
  await page.keyboard.press('Escape')
}

async function lookAt(page: Page, seen: string[]): Promise<void> {
  await page.waitForTimeout(100)
  const pwned = await page.evaluate(() => Reflect.get(globalThis, 'pwned') !== undefined)
  const injected = await page.locator('img[src="x"], b:text-is("x"), i:text-is("\\"")').count()
  seen.push(`${pwned} ${injected} ${new URL(page.url()).pathname}`)
}

test('whatever people type is text on every screen and sheet, and no page breaks its own rules', async () => {
  const { address, forms, workOrderId, center } = await hostileDay()
  const { page, context, wrongs } = await watched('desk')
  const data = { name: '佐藤', pin: '123456', device: 'test' }
  await context.request.post(`${address}/api/session`, { data, headers: { origin: address } })
  const seen: string[] = []
  await page.goto(`${address}/desk`)
  await walkDesk(page, () => lookAtRows(page, seen))
  for (const sheet of [...sheets, `work-order/${workOrderId}`]) {
    await page.goto(`${address}/sheets/${sheet}`)
    await lookAt(page, seen)
  }
  await page.goto(`${address}/board`)
  await lookAt(page, seen)
  await page.goto(`${address}/nothing?<script>pwned=1</script>`)
  await lookAt(page, seen)
  const phone = await watched('phone')
  for (const form of forms.slice(0, 2)) {
    await phone.page.goto('about:blank')
    await phone.page.goto(`${address}/me#${form.linkToken}`)
    await phone.page.locator('.phone-column').first().waitFor()
    await lookAt(phone.page, seen)
  }
  for (const lang of ['ja', 'easy', 'en', '"><script>']) {
    await phone.page.goto(`${address}/reception?lang=${encodeURIComponent(lang)}`)
    await lookAt(phone.page, seen)
  }
  expect(seen.filter((one) => !one.startsWith('false 0 '))).toEqual([])
  expect(seen.length).toBeGreaterThan(40)
  // A phone shakes only after it was touched, one of the pages does not exist, and a button pressed blindly is refused.
  const expected = /status of (404|409)|navigator\.vibrate/
  expect([...wrongs, ...phone.wrongs].filter((line) => !expected.test(line))).toEqual([])
  expect(center.health.writable).toBe(true)
})
