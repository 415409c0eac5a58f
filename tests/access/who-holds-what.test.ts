import { expect, test } from 'vitest'
import { type Audience, audiencesOf, mayHold } from '#shared/access/audiences.ts'
import type { ReadDefinition } from '#shared/core/read.ts'
import { reads } from '#shared/reads.ts'
import { type RecordKind, records } from '#shared/records.ts'

const desks = {
  everyone: '全員',
  staff: 'すべてのデスク',
  care: '受付・帰着・救護',
  contacts: 'ニーズ・現地調査・派遣',
  needs: 'ニーズ',
  photos: 'ニーズ・現地調査・派遣・帰着',
  lists: '受付・登録',
} as const satisfies Record<Exclude<Audience, `person:${string}`>, string>

const isDesk = (name: string): name is keyof typeof desks => name in desks

/** The kinds of which no device holds any: a list, a team and a place make no difference to them. */
const isOnDevices = (kind: RecordKind) =>
  // A record of nobody's in particular, as far as these rows ask.
  audiencesOf(kind, { members: [], memberIds: [], shownTo: [], sentBy: null } as never).length > 0

function line(kind: RecordKind): string {
  const held = Object.keys(desks)
    .filter(isDesk)
    .filter((audience) => mayHold(kind, [audience]))
  const phone = mayHold(kind, ['person:x']) ? '本人・班（状態による）' : '–'
  const how = isOnDevices(kind) ? '持つ' : '問い合わせたときだけ'
  return `| \`${kind}\` | ${held.map((audience) => desks[audience]).join('、')} | ${how} | ${phone} |`
}

const readLine = ({ name, holds, revealed }: ReadDefinition) =>
  `| \`${name}\` | ${holds.map((kind) => `\`${kind}\``).join(', ') || '–'}${revealed ? '（見たことを書いた人に）' : ''} |`

/** `npx vitest run --project fast tests/access/who-holds-what.test.ts -u` writes the page anew. */
test('the page that says who holds what is what the table of audiences says', async () => {
  const kinds = Object.keys(records) as RecordKind[]
  const page = [
    '# Who holds what',
    '',
    'Written from `shared/access/audiences.ts` by `tests/access/who-holds-what.test.ts`, which fails where they differ.',
    'States (from departure to return, 住所非開示) stand in the table itself; `tests/access/canaries.test.ts` holds each role',
    'against them. Numbers, notes and withheld places are shown by acts that are written down (decision 0026). Routes over HTTP',
    'and commands carry their own rows (`may`), and do not build without.',
    '',
    '| kind | desks | how | phones |',
    '|---|---|---|---|',
    ...kinds.map(line),
    '',
    'Reads answer with these kinds, each to whoever may have it by the table above (`server/core/shown.ts`);',
    '`tests/access/every-read.test.ts` holds what they say against what they answer.',
    '',
    '| read | kinds |',
    '|---|---|',
    ...Object.values<ReadDefinition>(reads).map(readLine),
    '',
  ].join('\n')
  await expect(page).toMatchFileSnapshot('../../docs/access.md')
})
