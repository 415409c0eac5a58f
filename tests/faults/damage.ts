import { cpSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import type { SeededRandom } from '#drills/core/seeded-random.ts'

/** A center's file with its log as they lay after a clean end, and after a kill; of three moments. */
export interface Moments {
  /** Ended in order: one file, no log. */
  clean: string
  /** Killed: the last acts are in the log. */
  killed: string
  /** The same center, killed earlier. */
  earlier: string
}

type Damage = (file: string, random: SeededRandom, moments: Moments) => void

function flip(path: string, random: SeededRandom, bits = random.whole(1, 8)): void {
  const bytes = readFileSync(path)
  for (let left = bits; left > 0; left--) {
    const at = random.whole(0, bytes.length - 1)
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random.whole(0, 7)), at)
  }
  writeFileSync(path, bytes)
}

/** Changes a name wherever it stands in plain letters; in a sealed file there are none, and any bits have to do. */
function rename(path: string, random: SeededRandom): void {
  const bytes = readFileSync(path)
  const name = Buffer.from('花子')
  let at = bytes.indexOf(name)
  if (at < 0) flip(path, random, 64)
  for (; at >= 0; at = bytes.indexOf(name, at + name.length)) {
    const after = at + name.length
    bytes.writeUInt8(bytes.readUInt8(after) ^ 1, after)
    writeFileSync(path, bytes)
  }
}

function cut(path: string, random: SeededRandom): void {
  truncateSync(path, random.whole(0, readFileSync(path).length - 1))
}

function zero(path: string, random: SeededRandom): void {
  const bytes = readFileSync(path)
  const from = random.whole(0, Math.floor(bytes.length / 4096) - 1) * 4096
  writeFileSync(path, bytes.fill(0, from, from + 4096))
}

/** What time, sticks and people do to a file, by the moment that it is done to. */
export const damages: readonly { name: string; to: keyof Moments; damage: Damage }[] = [
  { name: 'bits of the file', to: 'clean', damage: (file, random) => flip(file, random) },
  { name: 'bits of the file beside a log', to: 'killed', damage: (file, random) => flip(file, random) },
  { name: 'a name in the file', to: 'clean', damage: rename },
  { name: 'a page of zeros', to: 'clean', damage: zero },
  { name: 'the file cut short', to: 'clean', damage: cut },
  { name: 'bits of the log', to: 'killed', damage: (file, random) => flip(`${file}-wal`, random) },
  { name: 'the log cut short', to: 'killed', damage: (file, random) => cut(`${file}-wal`, random) },
  { name: 'the log left behind', to: 'killed', damage: (file) => rmSync(`${file}-wal`) },
  { name: 'an old log', to: 'killed', damage: (file, _, { earlier }) => cpSync(`${earlier}-wal`, `${file}-wal`) },
  {
    name: 'an old log beside a whole file',
    to: 'clean',
    damage: (file, _, { earlier }) => cpSync(`${earlier}-wal`, `${file}-wal`),
  },
  { name: 'an old file', to: 'killed', damage: (file, _, { earlier }) => cpSync(earlier, file) },
]

/** Lays a moment's files at a place. */
export function layFiles(from: string, file: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
  for (const end of ['', '-wal']) if (existsSync(`${from}${end}`)) cpSync(`${from}${end}`, `${file}${end}`)
}
