import { expect, test } from 'vitest'
import { blankFormTexts } from '#shared/texts/blank-forms.ts'
import { choiceWords, fieldWords, surveyWords } from '#shared/texts/need-words.ts'
import { needsConsentVersion, needsConsentWordings } from '#shared/texts/needs-consent.ts'
import { consentWordings } from '#shared/texts/reception-consent.ts'
import { receptionTexts } from '#shared/texts/reception-phone.ts'
import { sheetTexts } from '#shared/texts/work-order.ts'
import { givenEverything } from '#tests/support/given-everything.ts'
import { servedCenter } from '#tests/support/served.ts'

/** The set-up laptop of a center in which everything is written, and the forms that it prints. */
async function openPapers() {
  const given = await givenEverything()
  const printed = async (form = '', copies = '') => {
    const answer = await given.desk.fetch('GET', `/sheets/blank-forms?form=${form}&copies=${copies}`)
    expect(answer.status).toBe(200)
    return answer.text()
  }
  return { ...given, printed }
}

const pages = (html: string) => html.split('<section').length - 1

/** What a blank form lacks of these words. */
const lacking = (html: string, words: readonly string[]) => words.filter((word) => !html.includes(word))

test('every form has its number, a date, the time of writing and who wrote it', async () => {
  const { printed } = await openPapers()
  const { date, time, writer, names } = blankFormTexts
  for (const form of Object.keys(names)) expect(lacking(await printed(form), [date, time, writer])).toEqual([])
})

test('the sheet of reception asks all that the page on a phone asks, and ends with its promises', async () => {
  const { address, center, printed } = await openPapers()
  const page = await (await fetch(`${address}/reception?lang=ja`)).text()
  const [first = ''] = page.split('id="again"').toSorted((one, other) => other.length - one.length)
  const asked = [...first.matchAll(/<(?:label|legend) class="field-label"[^>]*>([^<]+)/g)].map(
    ([, label]) => label ?? '',
  )
  expect(asked.length).toBeGreaterThan(15)
  const profile = await center.read(async (_, held) => held)
  const promises = consentWordings[profile.reception.consentVersion]?.ja ?? []
  expect(promises.length).toBeGreaterThan(5)
  const paper = await printed('reception')
  expect(lacking(paper, [...asked, receptionTexts.experience.ja, receptionTexts.consent.ja, ...promises])).toEqual([])
})

test('the sheet of a need has every field of the screen, and the questions that are read out', async () => {
  const { printed } = await openPapers()
  const ofKeyingIn: readonly string[] = [fieldWords.fromPaper, fieldWords.writtenAt]
  const fields = Object.values(fieldWords).filter((label) => !ofKeyingIn.includes(label))
  const read = needsConsentWordings[needsConsentVersion]?.ja ?? []
  const choices = Object.values(choiceWords).flatMap((words) => Object.values(words))
  expect(read.length).toBeGreaterThan(4)
  expect(lacking(await printed('need'), [...fields, ...choices, ...read])).toEqual([])
})

test('the sheets of a survey, of a job and of who is out have what is keyed in of them', async () => {
  const { printed } = await openPapers()
  const { surveyedBy, mayEnter, headcount, work, tools, dangers, sticker, roofWork, note, reviewOn, notMet } =
    surveyWords
  const ofSurvey = [surveyedBy, mayEnter, headcount, work, tools, dangers, sticker, roofWork, note, reviewOn, notMet]
  expect(lacking(await printed('survey'), ofSurvey)).toEqual([])
  const { place, leader, work: job, cautions, contact, standing, report } = sheetTexts
  const ofJob = [place, leader, job, cautions, contact, standing, report.workDone, report.remaining, report.timeLine]
  expect(lacking(await printed('workOrder'), ofJob)).toEqual([])
  const { team, people, leaderPhone, missing } = blankFormTexts
  expect(
    lacking(await printed('sendOff'), [team, people, leaderPhone, '出発した時刻', '帰着した時刻', missing]),
  ).toEqual([])
})

test('a bundle has as many copies of each form as were asked for, and none for a number nobody offers', async () => {
  const { printed } = await openPapers()
  const one = pages(await printed())
  expect(one).toBe(6)
  expect(pages(await printed('', '3'))).toBe(3 * one)
  expect(pages(await printed('need', '2'))).toBe(4)
  expect(pages(await printed('', '100000'))).toBe(one)
  expect(pages(await printed('nothing', '-1'))).toBe(one)
})

test('nothing that anybody told the center stands on a blank form', async () => {
  const { printed } = await openPapers()
  expect(await printed()).not.toMatch(/カナリア|08012340|0451234003/)
})

test('a stranger with a phone prints no blank forms', async () => {
  const { address } = await servedCenter()
  expect((await fetch(`${address}/sheets/blank-forms`, { headers: { authorization: 'Personal nobody' } })).status).toBe(
    401,
  )
})
