import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/**
 * 登録 is the roster of ordinary times, 予約 a place on a day, 受付 the check-in of the day. Words that mix two of them
 * leave people at the entrance who believe that they need not come to the table.
 */
const mixed = /事前登録|事前受付|登録受付|受付登録|予約登録|登録予約|予約受付|受付予約|仮登録|仮受付|当日登録|当日予約/

/** What people read: the dictionaries of desks and phones, and the sheets that the server writes. */
const spoken = globSync(['web/texts/*.ts', 'shared/texts/*.ts', 'server/*/*-sheet.ts', 'server/*/*-page.ts'], {
  cwd: root,
})

const linesOf = (file: string) =>
  readFileSync(resolve(root, file), 'utf8')
    .split('\n')
    .map((line, index) => `${file}:${index + 1} ${line.trim()}`)

test('登録, 予約 and 受付 are never mixed in one word', () => {
  expect(spoken.length).toBeGreaterThan(30)
  expect(spoken.flatMap(linesOf).filter((line) => mixed.test(line))).toEqual([])
})

test('the roster’s own words speak of 登録, never of 受付 for registering', () => {
  const ownWords = ['web/texts/roster.ts', 'shared/texts/registration-phone.ts'].flatMap(linesOf)
  expect(ownWords.filter((line) => /受付する|受付しました|予約する|予約しました/.test(line))).toEqual([])
})
