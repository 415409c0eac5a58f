import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { line, median, monotonic } from '#tests/bench/line.ts'

const rounds = 7
const port = 18_480

const bare = `require('node:http').createServer((_, answer) => answer.end('ok')).listen(${port})`

/** Milliseconds from spawning a server to its first 200. */
async function firstAnswer(args: readonly string[], path: string, env: Record<string, string>): Promise<number> {
  const started = monotonic()
  const child = spawn(process.execPath, args, { stdio: 'ignore', env: { ...process.env, ...env } })
  try {
    for (;;) {
      const reply = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined)
      if (reply?.status === 200) return monotonic() - started
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
}

/** From spawn to the first 200 of the real server on an existing file, beside a bare `node:http`. */
export async function coldStartBench() {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-cold-'))
  const script = join(folder, 'bare.cjs')
  writeFileSync(script, bare)
  const env = { SASAE_CONFIG: join(folder, 'config') }
  const sasae = ['server/start.mjs', '--port', String(port), '--data', join(folder, 'data')]
  const measured: number[] = []
  const limits: number[] = []
  try {
    // The first start makes the file and fills the caches of both.
    for (let round = 0; round <= rounds; round++) {
      limits.push(await firstAnswer([script], '/', {}))
      measured.push(await firstAnswer(sasae, '/healthz', env))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const firstEver = Math.round(measured[0] ?? 0)
  return [line('cold-start', median(measured.slice(1)), 'ms', median(limits.slice(1)), { firstEverMs: firstEver })]
}
