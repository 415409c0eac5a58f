import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { registrationCode } from '#shared/core/check-digit.ts'
import type { findPeople } from '#shared/roster/reads.ts'
import { ask } from '#tests/support/asking.ts'
import { testCenter } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { registrationForm } from '#tests/support/given-roster.ts'

type Sought = z.input<typeof findPeople.input>

const anybody: Sought = { words: '', among: 'everyone', skills: [], area: '', days: [], vehicles: [] }

async function givenRoster() {
  const made = await testCenter()
  const { emi, phone, center, daigo } = made
  const suzuki = registrationForm({
    person: { name: '鈴木 一', nameKana: 'すずき はじめ', skills: ['力仕事', '看護・医療'], vehicle: 'keiTruck' },
    contact: { phone: '09011112222' },
    said: { areas: ['六浦'], days: ['sat.am'] },
  })
  const takahashi = registrationForm({
    person: { name: '髙橋 花', nameKana: 'たかはし はな', skills: ['力仕事'], affiliation: '関東学院大学' },
    contact: { phone: '08033334444' },
    said: { areas: ['釜利谷東'], days: ['sun.pm'] },
  })
  for (const form of [suzuki, takahashi]) await emi.send('roster.registerPerson', form)
  const walkIn = receptionForm({ name: '通りすがり 次郎', nameKana: 'とおりすがり じろう', phone: '07055556666' })
  await phone.send('volunteers.checkIn', walkIn)
  const find = async (wishes: Partial<Sought>, actor = emi.actor) => {
    const { people } = await ask(center, actor, 'roster.findPeople', { ...anybody, ...wishes })
    return people.map(({ name }) => name)
  }
  return { ...made, daigo, find, suzuki, takahashi, walkIn }
}

describe('finding somebody', () => {
  const ways = [
    ['kana', 'すずき', '鈴木 一'],
    ['katakana and a half-typed letter', 'スズk', '鈴木 一'],
    ['the everyday form of a character', '高橋', '髙橋 花'],
    ['a part of the affiliation and of the name', '関東学院 はな', '髙橋 花'],
    ['the QR of a registration', registrationCode('person', 1), '鈴木 一'],
    ['the number as it is read', 'T-0002', '髙橋 花'],
    ['the number as it is typed with an input method', 'ｔ２', '髙橋 花'],
    ['the bare number', '2', '髙橋 花'],
    ['a phone with hyphens', '090-1111-2222', '鈴木 一'],
    ['the end of a phone', '4444', '髙橋 花'],
    ['somebody who came without a registration', 'とおりすがり', '通りすがり 次郎'],
  ] as const

  test('by whatever they have at hand', async () => {
    const { find } = await givenRoster()
    for (const [way, words, name] of ways) expect(await find({ words }), way).toEqual([name])
  })

  test('by nothing that is there: nobody', async () => {
    const { find } = await givenRoster()
    for (const words of ['T-0001-X', '%', '_', "' or 1=1 --", 'いない人', '999999999'])
      expect(await find({ words }), words).toEqual([])
  })
})

describe('what people can do, where and when', () => {
  test('narrows the search; who said nothing of days or places can be asked for any', async () => {
    const { find, emi } = await givenRoster()
    const anywhere = registrationForm({ person: { name: '柳 どこでも', nameKana: 'やなぎ' } })
    await emi.send('roster.registerPerson', anywhere)
    expect(await find({ among: 'active', skills: ['力仕事', '看護・医療'] })).toEqual(['鈴木 一'])
    expect(await find({ among: 'active', area: '六浦' })).toEqual(['鈴木 一', '柳 どこでも'])
    expect(await find({ among: 'active', days: ['sun.pm', 'sun.am'] })).toEqual(['髙橋 花', '柳 どこでも'])
    expect(await find({ among: 'active', vehicles: ['keiTruck', 'van'] })).toEqual(['鈴木 一'])
    expect(await find({ among: 'due' })).toEqual([])
    expect(await find({ among: 'active' })).not.toContain('通りすがり 次郎')
  })

  test('phones are neither shown to, nor found by, desks that may not see them', async () => {
    const { center, lead, find } = await givenRoster()
    const affairs = { ...lead.actor, capabilities: ['affairs.manage', 'roster.manage'] } as typeof lead.actor
    expect(await find({ words: '09011112222' }, affairs)).toEqual([])
    const { people } = await ask(center, affairs, 'roster.findPeople', { ...anybody, words: 'すずき' })
    expect(people).toMatchObject([{ name: '鈴木 一', phone: '' }])
    const [found] = people
    const whole = await ask(center, affairs, 'roster.registrationOf', { personId: found?.personId ?? '' })
    expect(whole).toMatchObject({ contact: null, emergency: null })
  })

  test('whoever is here today is shown with their number', async () => {
    const { center, emi } = await givenRoster()
    const { people } = await ask(center, emi.actor, 'roster.findPeople', { ...anybody, words: 'とおりすがり' })
    expect(people).toMatchObject([{ number: null, standing: null, today: { number: 1, status: 'waiting' } }])
  })
})
