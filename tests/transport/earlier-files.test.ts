import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { expect, onTestFinished, test } from 'vitest'
import { keepsEarlierFiles } from '#server/transport/earlier-files.ts'
import { StaticFiles } from '#server/transport/static-files.ts'

/** Pages with a part that is loaded later, built anew for each version as the real ones are. */
function pagesOfVersions() {
  const root = mkdtempSync(join(tmpdir(), 'sasae-versions-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const built = join(root, 'dist/web')
  mkdirSync(join(root, 'web'))
  writeFileSync(join(root, 'web/page.html'), '<html lang="ja"><script type="module" src="/page.js"></script></html>')
  writeFileSync(join(root, 'web/page.js'), "addEventListener('click', () => import('./part.js'))")
  const buildVersion = async (version: string, outDir = built) => {
    writeFileSync(join(root, 'web/part.js'), `document.title = ${JSON.stringify(version)}`)
    const input = join(root, 'web/page.html')
    const plugins = [keepsEarlierFiles(built)]
    const options = { outDir, emptyOutDir: true, manifest: true, rolldownOptions: { input } }
    await build({ root: join(root, 'web'), configFile: false, logLevel: 'silent', plugins, build: options })
    const part = readdirSync(join(outDir, 'assets')).find((name) => name.startsWith('part-'))
    if (!part) throw new Error('no part was built')
    return part
  }
  /** What a server that starts now says to a page that asks for a part. */
  const answer = async (part: string) => new StaticFiles(built, 'live').asset(part)?.text()
  const page = () => new StaticFiles(built, 'live').answer('page.html', undefined)?.text()
  return { root, built, buildVersion, answer, page }
}

test('a page that is open over an upgrade still gets the parts of its version, and after the next one no more', async () => {
  const { buildVersion, answer, page } = pagesOfVersions()
  const first = await buildVersion('first')
  const pageOfFirst = await page()
  const second = await buildVersion('second')
  expect(second).not.toBe(first)
  expect(await answer(first)).toContain('first')
  expect(await answer(second)).toContain('second')
  // Whoever comes now is given the page of now.
  expect(await page()).not.toBe(pageOfFirst)
  await buildVersion('third')
  expect(await answer(first)).toBeUndefined()
  expect(await answer(second)).toContain('second')
})

test('a build that changed nothing does not take the version before away', async () => {
  const { buildVersion, answer } = pagesOfVersions()
  const first = await buildVersion('first')
  await buildVersion('second')
  await buildVersion('second')
  expect(await answer(first)).toContain('first')
})

test('what `npm start` builds beside the old files, and puts in their place, has the old ones with it', async () => {
  const { root, built, buildVersion } = pagesOfVersions()
  const first = await buildVersion('first')
  const fresh = join(root, 'dist/web-1')
  await buildVersion('second', fresh)
  expect(readdirSync(join(fresh, 'earlier'))).toContain(first)
  expect(readdirSync(join(fresh, 'assets'))).not.toContain(first)
  expect(readdirSync(join(built, 'assets'))).toContain(first)
})
