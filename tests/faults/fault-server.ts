import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** How a server is started, besides where its files lie. */
export interface StartWishes {
  /** A program and its arguments that run the server under them, such as strace. */
  under?: readonly string[]
  env?: Readonly<Record<string, string>>
  /** How long a start may take before it counts as failed. */
  patienceMs?: number
}

/** A start that did not come to listening, with what the server said. */
class StartRefused extends Error {}

/** The real server as a process of its own, on a real data folder, to be ill-treated. */
export class FaultServer {
  readonly folder: string
  readonly dataFolder: string
  private readonly main: string
  private child: ChildProcess | undefined
  /** What the running server has said. */
  said = ''
  port = 0

  /** `dataFolder` lies in the server's own temporary folder unless a row mounts one. */
  constructor(main: string, dataFolder?: string) {
    this.main = main
    this.folder = mkdtempSync(join(tmpdir(), 'sasae-faults-'))
    this.dataFolder = dataFolder ?? join(this.folder, 'data')
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get file(): string {
    return join(this.dataFolder, 'sasae.db')
  }

  /** The key of the file, as the server keeps it away from the data. */
  get key(): string {
    return readFileSync(join(this.folder, 'config', 'key'), 'utf8').trim()
  }

  /** Starts it and waits until it listens; throws where it ends before. */
  async start({ under = [], env = {}, patienceMs = 30_000 }: StartWishes = {}): Promise<void> {
    const own = [process.execPath, this.main, '--port', '0', '--data', this.dataFolder]
    const [command, ...args] = [...under, ...own] as [string, ...string[]]
    // A group of its own: whatever runs above the server is ended together with it.
    const child = spawn(command, args, {
      detached: true,
      env: { ...process.env, BROWSER: 'true', ...env, SASAE_CONFIG: join(this.folder, 'config') },
    })
    this.child = child
    this.said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      this.said += chunk.toString()
    })
    await new Promise<void>((ready, failed) => {
      const late = setTimeout(() => failed(new StartRefused(`not listening: ${this.said}`)), patienceMs)
      child.stdout.on('data', (chunk: Buffer) => {
        this.said += chunk.toString()
        const port = /http:\/\/localhost:(\d+)/.exec(this.said)?.[1]
        if (port === undefined) return
        this.port = Number(port)
        clearTimeout(late)
        ready()
      })
      child.on('close', (code) => {
        clearTimeout(late)
        failed(new StartRefused(`ended with ${code}: ${this.said}`))
      })
    })
  }

  /** Of what was started: the server, or what it runs under. */
  get pid(): number | undefined {
    return this.child?.pid
  }

  signal(signal: NodeJS.Signals): void {
    if (this.child?.pid !== undefined && this.isRunning) process.kill(-this.child.pid, signal)
  }

  get isRunning(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null
  }

  /** What a start came to: the center is open, it asks a person what to do, or it has ended. */
  async tryStart(wishes: StartWishes = {}): Promise<'open' | 'asks' | 'ended'> {
    try {
      await this.start(wishes)
    } catch (error) {
      if (error instanceof StartRefused) return 'ended'
      throw error
    }
    const { status } = await fetch(`${this.address}/api/clock`)
    return status === 200 ? 'open' : 'asks'
  }

  /** Ends it as a power cut would, as far as a process can be. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (!this.child || !this.isRunning) return
    const gone = once(this.child, 'exit')
    this.signal(signal)
    await gone
  }

  /** Ends it and removes its files. */
  async remove(): Promise<void> {
    await this.kill()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
