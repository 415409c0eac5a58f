import { type ChildProcess, spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** `npm run drill -- …` as a process of its own, from when it says where it is; all that it says is gathered. */
export async function drillProcess(
  ...orders: string[]
): Promise<{ child: ChildProcess; port: number; said(): string }> {
  const child = spawn(process.execPath, [join(root, 'drills/main.ts'), ...orders], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  const port = await new Promise<number>((ready, failed) => {
    child.once('exit', () => failed(new Error('the drill ended before it was served')))
    child.stdout?.on('data', (more: Buffer) => {
      text += more.toString()
      const [, found] = /localhost:(\d+)/.exec(text) ?? []
      if (found) ready(Number(found))
    })
  })
  return { child, port, said: () => text }
}

/** Waits until a process is gone. */
export async function gone({ child }: { child: ChildProcess }): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await new Promise((ended) => child.once('exit', ended))
}
