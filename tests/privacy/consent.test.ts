import { expect, test } from 'vitest'
import { profileNamed } from '#shared/center/profiles.ts'
import { consentItems } from '#shared/needs/consent-rules.ts'
import { needsConsentVersion, needsConsentWordings } from '#shared/texts/needs-consent.ts'
import { consentWordings } from '#shared/texts/reception-consent.ts'
import { rosterConsentWordings } from '#shared/texts/roster-consent.ts'
import { problemCode, servedCenter } from '#tests/support/served.ts'

test('every wording that was ever agreed to stays readable in three languages, to anybody', async () => {
  const { address } = await servedCenter()
  const all = { ...consentWordings, ...rosterConsentWordings, ...needsConsentWordings }
  expect(Object.keys(all)).toContain('2026-11')
  for (const [version, wording] of Object.entries(all)) {
    const page = await (await fetch(`${address}/consent/${version}`)).text()
    for (const line of [...wording.ja, ...wording.easy, ...wording.en]) expect(page).toContain(line)
  }
  expect(await problemCode(await fetch(`${address}/consent/1999-01`))).toBe('core.notFound')
  expect(await problemCode(await fetch(`${address}/consent/__proto__`))).toBe('core.notFound')
})

test('what is read out to whoever asks for help has one question for each answer, in every language', () => {
  const wording = needsConsentWordings[needsConsentVersion]
  for (const lines of [wording?.ja, wording?.easy, wording?.en]) expect(lines).toHaveLength(consentItems.length + 2)
})

test('what is asked now says why, for how long, and that one may see, correct and erase', () => {
  for (const name of ['standard', 'small'] as const) {
    const wording = consentWordings[profileNamed(name).reception.consentVersion]
    expect(wording?.ja.join('')).toMatch(/90日.*見る・直す・消す/)
    expect(wording?.easy).toHaveLength(wording?.ja.length ?? 0)
    expect(wording?.en).toHaveLength(wording?.ja.length ?? 0)
  }
})
