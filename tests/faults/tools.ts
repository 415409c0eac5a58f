import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { announce } from '#server/set-up.mjs'

/** What a row may need of the machine. */
export type Tool = 'strace' | 'perl' | 'mount' | 'ext4' | 'libfiu' | 'faketime' | 'chromium'

interface Known {
  /** Whether it is there and works for this user. */
  works: () => boolean
  debianPackage?: string
}

const runs = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

const known: Record<Tool, Known> = {
  strace: { works: () => runs('strace', '-o', '/dev/null', 'true'), debianPackage: 'strace' },
  perl: { works: () => runs('perl', '-e', '1'), debianPackage: 'perl-base' },
  mount: { works: mayMount },
  ext4: { works: () => runs('mkfs.ext4', '-V'), debianPackage: 'e2fsprogs' },
  libfiu: { works: () => runs('fiu-run', '-x', 'true'), debianPackage: 'fiu-utils' },
  chromium: { works: () => runs(process.env.SASAE_CHROMIUM ?? 'chromium', '--version'), debianPackage: 'chromium' },
  faketime: { works: () => runs('faketime', 'yesterday', 'true'), debianPackage: 'faketime' },
}

function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-mount-'))
  const mounted = runs('mount', '-t', 'tmpfs', '-o', 'size=1m', 'none', folder)
  if (mounted) runs('umount', folder)
  rmSync(folder, { recursive: true, force: true })
  return mounted
}

/** Installs what is missing, where this user may, and says what is missing still; undefined when all is there. */
export function missingTool(tools: readonly Tool[]): string | undefined {
  const missing = () => tools.filter((tool) => !known[tool].works())
  installFromDebian(missing().flatMap((tool) => known[tool].debianPackage ?? []))
  const [still] = missing()
  return still && `this machine has no ${still} that this user may use`
}

function installFromDebian(packages: readonly string[]): void {
  if (packages.length === 0 || process.getuid?.() !== 0 || !runs('apt-get', '--version')) return
  announce(`${packages.join('、')} を入れています…`, `Installing ${packages.join(', ')}…`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2], env })
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages]
  spawnSync('apt-get', install, { stdio: ['ignore', 'ignore', 2], env })
}
