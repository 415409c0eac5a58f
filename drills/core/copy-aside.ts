import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A copy of a drill's file to open in its place, for the drill stays as it was kept; whoever opens it erases it again. */
export function copyAside(file: string): { copy: string; erase: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-kept-'))
  const copy = join(folder, 'drill.db')
  // What was written last may still lie in the log beside it; the third file is made anew from that.
  for (const end of ['', '-wal']) if (existsSync(`${file}${end}`)) copyFileSync(`${file}${end}`, `${copy}${end}`)
  return { copy, erase: () => rmSync(folder, { recursive: true, force: true }) }
}
