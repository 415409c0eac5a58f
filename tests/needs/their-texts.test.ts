import { expect, test } from 'vitest'
import { smallProfile } from '#shared/center/profiles/small.ts'
import { emptyDraft, type NeedDraft } from '#web/needs/need-draft.ts'
import { theirTexts } from '#web/needs/their-texts.ts'

test('what another desk wrote of a need is laid beside each field in the words of the form, the town included', () => {
  const mine = emptyDraft(smallProfile.needs)
  const now: NeedDraft = {
    ...mine,
    relation: 'family',
    categories: ['mudRemoval', 'cleaning'],
    sticker: 'yellow',
    roofWork: true,
    townText: '泥亀二丁目',
    work: '',
  }
  expect(theirTexts({ ...mine, work: '庭の泥' }, now)).toEqual({
    relation: 'いまの記録: 家族',
    categories: 'いまの記録: 土砂撤去、清掃',
    sticker: 'いまの記録: 黄（要注意）',
    roofWork: 'いまの記録: はい',
    townText: 'いまの記録: 泥亀二丁目',
    work: 'いまの記録: （空）',
  })
})
