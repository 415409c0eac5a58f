import { cpSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build, type Plugin } from 'vite'
import { ensureServerBuild, root } from '#server/set-up.mjs'

/** One module of the server that a broken build takes from elsewhere. */
export interface Replacement {
  /** The import that is answered differently, as the server writes it. */
  module: string
  /** The file in `tests/faults/broken` that answers it. */
  file: string
  /** Which of the module's exports come from that file, and under which name there; the rest stays as it is. */
  names: Readonly<Record<string, string>>
}

/** The database's driver, as a class of ours that breaks what the server relies on. */
export function brokenDriver(file: string): Replacement {
  return { module: 'better-sqlite3', file, names: { default: 'Driver' } }
}

function replacing({ module, file, names }: Replacement): Plugin {
  const virtual = `\0broken ${module}`
  const folder = join(import.meta.dirname, 'broken')
  const path = join(folder, file)
  const replaced = Object.entries(names).map(([name, there]) => `${there} as ${name}`)
  const rest = 'default' in names ? '' : `export * from ${JSON.stringify(module)}\n`
  return {
    name: 'broken-on-purpose',
    enforce: 'pre',
    // The broken files themselves may use what they break.
    resolveId: (source, importer) =>
      source === module && importer !== virtual && !importer?.startsWith(folder) ? virtual : undefined,
    load: (id) =>
      id === virtual ? `${rest}export { ${replaced.join(', ')} } from ${JSON.stringify(path)}` : undefined,
  }
}

/** The server as everybody runs it; answers the file to start. */
export const soundBuild = () => ensureServerBuild()

/** Builds a server with some modules replaced; answers the file to start. No production code knows of it. */
export const brokenBuild = (name: string, ...replacements: Replacement[]) => broken('main', name, replacements)

/** The same for what `npx sasae` runs. */
export const brokenCommandLine = (name: string, ...replacements: Replacement[]) =>
  broken('command-line', name, replacements)

async function broken(entry: string, name: string, replacements: readonly Replacement[]): Promise<string> {
  // Beside the sound one, so that it finds the screens and the packages where that does.
  const outDir = join(root, `dist/broken-${name}`)
  await build({
    configFile: join(root, 'vite.server.config.ts'),
    logLevel: 'error',
    build: { outDir, ssr: join(root, `server/${entry}.ts`) },
    plugins: replacements.map(replacing),
  })
  return join(outDir, 'main.js')
}

/** Builds screens with some modules replaced, and the sound server beside them; answers the file to start. */
export async function brokenScreens(name: string, ...replacements: Replacement[]): Promise<string> {
  const folder = join(root, `dist/broken-${name}`)
  await build({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: join(folder, 'dist/web') },
    plugins: replacements.map(replacing),
  })
  // The server takes the screens from where they lie beside it.
  cpSync(dirname(ensureServerBuild()), join(folder, 'dist/server'), { recursive: true })
  return join(folder, 'dist/server/main.js')
}
