import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type BuildOptions, build, defineConfig, type Plugin, type Rolldown, type UserConfig } from 'vite'

const web = resolve(import.meta.dirname, 'web')

/** The surfaces with a page of their own, and the script of sheets that the server writes; they share what they can. */
const pages = ['desk.html', 'me.html', 'board.html', 'sheet.ts', 'poster.ts']

/**
 * The reception form has no page here: the server writes it, with this script and its style inside, so that a phone on a
 * crowded line needs a single answer. Hence one file that shares nothing with the other surfaces.
 */
const inlined = 'reception.ts'

const common: UserConfig = {
  root: web,
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
}

const commonBuild: BuildOptions = {
  // Every browser that runs this code knows modulepreload; the polyfill would be bytes on a slow line.
  modulePreload: { polyfill: false },
  reportCompressedSize: false,
}

export default defineConfig({
  ...common,
  plugins: existsSync(resolve(web, inlined)) ? [inOneFile(inlined)] : [],
  build: {
    ...commonBuild,
    outDir: resolve(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    manifest: true,
    rolldownOptions: { input: pages.map((name) => resolve(web, name)).filter((path) => existsSync(path)) },
  },
})

/** Builds one entry by itself and lists it in the manifest beside the pages. */
function inOneFile(entry: string): Plugin {
  let files: Rolldown.RolldownOutput['output'] | undefined
  return {
    name: 'sasae-in-one-file',
    async buildStart() {
      files = await buildAlone(entry)
      for (const file of files) if (file.type === 'chunk') for (const id of file.moduleIds) this.addWatchFile(id)
    },
    generateBundle() {
      for (const file of files ?? []) {
        const source = file.type === 'chunk' ? file.code : file.source
        this.emitFile({ type: 'asset', fileName: file.fileName, source })
      }
    },
    async writeBundle(options) {
      const path = join(options.dir ?? '', '.vite/manifest.json')
      const manifest: Record<string, unknown> = JSON.parse(await readFile(path, 'utf8'))
      const [script, ...others] = files ?? []
      const css = others.map((file) => file.fileName).filter((name) => name.endsWith('.css'))
      manifest[entry] = { file: script?.fileName, name: entry.replace('.ts', ''), src: entry, isEntry: true, css }
      await writeFile(path, JSON.stringify(manifest, null, 2))
    },
  }
}

async function buildAlone(entry: string): Promise<Rolldown.RolldownOutput['output']> {
  const input = resolve(web, entry)
  const options: BuildOptions = { ...commonBuild, write: false, rolldownOptions: { input } }
  const result = await build({ ...common, configFile: false, logLevel: 'warn', build: options })
  if (Array.isArray(result) || !('output' in result)) throw new Error(`${entry} was not built as one output`)
  return result.output
}
