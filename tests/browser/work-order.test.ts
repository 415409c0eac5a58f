import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { readSheetCode, shortCodeOf } from '#shared/dispatch/sheet-code.ts'
import { expectAccessible } from '#tests/support/browser.ts'
import { givenNeed, givenTeam } from '#tests/support/given-dispatch.ts'
import { openRealDay } from '#tests/support/real-day.ts'

/** Chromium writes one page object for each page of paper. */
const pagesIn = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0

test('the fullest work order is one page, and its QR is read back by a real reader', async () => {
  const day = await openRealDay({ 愛子: ['dispatch'], 海: ['equipment'] })
  const need = await givenNeed(day, {
    asked: {
      headcount: 12,
      work: '床下と玄関の土砂を出し、土のうに詰めて道路わきに積む。畳と家財は庭に運び出して並べる。'
        .repeat(4)
        .slice(0, 200),
      tools: ['スコップ', '一輪車', '土のう袋', 'デッキブラシ', 'バケツ', '長靴', '手袋', 'ブルーシート'],
      electricity: 'no',
      water: 'no',
      parking: 'no',
      fallingObjectNotice: true,
      dangers: '裏の斜面に近づかない。床に釘が出ている。',
    },
    contact: { lat: 35.3375, lng: 139.6225, landmark: '青い屋根の向かい' },
  })
  const { workOrderId, teamId } = await givenTeam(day, { need, size: 12 })
  const page = await day.desk('愛子')
  await page.goto(`${day.address}/sheets/work-order/${workOrderId}`)
  await expectAccessible(page)
  expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
  // A drill's frame and strip take their room on the same page.
  await page.evaluate(() => (document.documentElement.dataset.kind = 'drill'))
  expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
  await page.evaluate(() => (document.documentElement.dataset.kind = 'live'))
  const words = await page.locator('.work-order').innerText()
  expect(words).toContain('045-780-0000')
  expect(words).not.toContain('太郎')
  const file = join(mkdtempSync(join(tmpdir(), 'sasae-sheet-')), 'qr.png')
  await page.locator('.qr-image').screenshot({ path: file, scale: 'device' })
  expect(readFileSync(file).length).toBeGreaterThan(0)
  const read = execFileSync('zbarimg', ['--quiet', '--raw', file], { encoding: 'utf8' }).trim()
  expect(readSheetCode(read)).toBe(shortCodeOf(workOrderId))

  await day.aiko.send('dispatch.issueWorkOrder', {
    workOrderId: newId(),
    teamId,
    basedOnId: workOrderId,
    reasonForTeam: '',
  })
  await page.reload()
  await page.locator('.sheet-void').waitFor()
  expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(1)

  // The send-off desk holds no addresses by the audience table, and so prints none.
  const gear = await day.desk('海')
  const answer = await gear.context().request.get(`${day.address}/sheets/work-order/${workOrderId}`)
  expect(answer.status()).toBe(403)
})
