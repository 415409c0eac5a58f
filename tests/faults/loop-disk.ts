import { spawnSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

function must(command: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`)
}

/** EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH: whatever is not on the disk by now never gets there. */
const shutDown = 'open(F, "<", shift) or die; my $flags = pack("L", 2); ioctl(F, 0x8004587d, $flags) or die $!'

/** A disk of its own in a file, which can be cut off from one moment to the next. Root only. */
export class LoopDisk {
  readonly folder: string
  private readonly base: string
  private readonly image: string

  constructor(megabytes: number) {
    this.base = mkdtempSync(join(tmpdir(), 'sasae-disk-'))
    this.image = join(this.base, 'image')
    this.folder = join(this.base, 'mounted')
    mkdirSync(this.folder)
    const file = openSync(this.image, 'w')
    ftruncateSync(file, megabytes * 1024 ** 2)
    closeSync(file)
    must('mkfs.ext4', '-q', '-F', this.image)
    this.mount()
  }

  mount(): void {
    must('mount', '-o', 'loop', this.image, this.folder)
  }

  unmount(): void {
    must('umount', this.folder)
  }

  cutPower(): void {
    must('perl', '-e', shutDown, this.folder)
  }

  remove(): void {
    spawnSync('umount', ['-l', this.folder])
    rmSync(this.base, { recursive: true, force: true })
  }
}
