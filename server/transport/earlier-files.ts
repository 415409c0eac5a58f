import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the built files of the version before lie, beside those of this one. */
export const earlierFolder = 'earlier'

/** What it takes of a plugin of the build, in the builder's own words. */
interface BuildPlugin {
  name: string
  buildStart: (this: { meta: { watchMode: boolean } }) => void
  writeBundle: (written: { dir?: string | undefined }) => void
}

type Files = ReadonlyMap<string, Buffer>

function filesIn(folder: string): Files {
  if (!existsSync(folder)) return new Map()
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]))
}

/** What is kept of the version before: its own files. A build that changed nothing brings no new version. */
function earlierFiles(before: { own: Files; earlier: Files }, now: ReadonlySet<string>): Files {
  const gone = new Map([...before.own].filter(([name]) => !now.has(name)))
  return gone.size > 0 ? gone : before.earlier
}

/**
 * A page that is open over an upgrade still asks for parts of its own version. The build therefore keeps the files of the
 * version that lies in this folder, and of that one only; pages are never kept, so that nobody is given an old one.
 */
export function keepsEarlierFiles(folder: string): BuildPlugin {
  let before: { own: Files; earlier: Files } | undefined
  return {
    name: 'sasae-keeps-earlier-files',
    buildStart() {
      // A page that follows every save knows by its missing script that there is a newer one (`dev.mjs`).
      if (this.meta.watchMode) return
      before = { own: filesIn(join(folder, 'assets')), earlier: filesIn(join(folder, earlierFolder)) }
    },
    writeBundle({ dir = folder }) {
      if (!before) return
      const kept = earlierFiles(before, new Set(readdirSync(join(dir, 'assets'))))
      mkdirSync(join(dir, earlierFolder), { recursive: true })
      for (const [name, bytes] of kept) writeFileSync(join(dir, earlierFolder, name), bytes)
    },
  }
}
