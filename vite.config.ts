import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type BuildOptions, build, defineConfig, type Plugin, type Rolldown, type UserConfig } from 'vite'
import { keepsEarlierFiles } from './server/transport/earlier-files.ts'

const web = resolve(import.meta.dirname, 'web')
const built = resolve(import.meta.dirname, 'dist/web')

/** The surfaces of the desks, and the script of sheets that the server writes; they share what they can. */
const pages = ['desk.html', 'board.html', 'sheet.ts', 'poster.ts', 'trouble.ts']

/**
 * What phones load on a crowded line shares nothing with the desks, which no phone ever opens: a file that both use would
 * carry what only desks need. The reception form has no page here: the server writes it, with this script and its style
 * inside, so that a phone needs a single answer.
 */
const alone = ['me.html', 'drill.html', 'reception.ts', 'reservation.ts', 'moving.ts', 'dark.ts']

const common: UserConfig = {
  root: web,
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
}

const commonBuild: BuildOptions = {
  // Every browser that runs this code knows modulepreload; the polyfill would be bytes on a slow line.
  modulePreload: { polyfill: false },
  reportCompressedSize: false,
  // A desk holds its page for days; what phones load has limits of its own (`npm run bench phone-page`).
  chunkSizeWarningLimit: 800,
}

export default defineConfig({
  ...common,
  plugins: [
    keepsEarlierFiles(built),
    ...alone.filter((entry) => existsSync(resolve(web, entry))).map((entry) => byItself(entry)),
  ],
  build: {
    ...commonBuild,
    outDir: built,
    emptyOutDir: true,
    manifest: true,
    rolldownOptions: { input: pages.map((name) => resolve(web, name)).filter((path) => existsSync(path)) },
  },
})

/** Builds one entry by itself and lists it in the manifest beside the pages. */
function byItself(entry: string): Plugin {
  let files: Rolldown.RolldownOutput['output'] | undefined
  const isManifest = (fileName: string) => fileName.startsWith('.vite/')
  return {
    name: `sasae-by-itself:${entry}`,
    async buildStart() {
      files = await buildAlone(entry)
      for (const file of files) if (file.type === 'chunk') for (const id of file.moduleIds) this.addWatchFile(id)
    },
    generateBundle() {
      for (const file of files ?? []) {
        const source = file.type === 'chunk' ? file.code : file.source
        if (!isManifest(file.fileName)) this.emitFile({ type: 'asset', fileName: file.fileName, source })
      }
    },
    writeBundle: {
      // One after the other: each adds to the same manifest.
      sequential: true,
      async handler(options) {
        const path = join(options.dir ?? '', '.vite/manifest.json')
        const own = files?.find(({ fileName }) => isManifest(fileName))
        const added = own?.type === 'asset' ? String(own.source) : '{}'
        const manifest = { ...JSON.parse(await readFile(path, 'utf8')), ...JSON.parse(added) }
        await writeFile(path, JSON.stringify(manifest, null, 2))
      },
    },
  }
}

async function buildAlone(entry: string): Promise<Rolldown.RolldownOutput['output']> {
  const input = resolve(web, entry)
  const options: BuildOptions = { ...commonBuild, write: false, manifest: true, rolldownOptions: { input } }
  const result = await build({ ...common, configFile: false, logLevel: 'warn', build: options })
  if (Array.isArray(result) || !('output' in result)) throw new Error(`${entry} was not built as one output`)
  return result.output
}
