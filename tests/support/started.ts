import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, onTestFinished } from 'vitest'
import { ensureServerBuild } from '#server/set-up.mjs'
import { newId } from '#shared/core/ids.ts'

/** Nothing outlives its test file, wherever it was started. */
const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

const root = resolve(import.meta.dirname, '../..')

/** The server as people start it; from its sources each start would take several times as long. */
export const builtServer = ensureServerBuild()

const compiled = join(root, 'node_modules/.cache/compiled')

/** A real program of Sasae in a process of its own, with what it has printed so far. */
export interface Started {
  child: ChildProcess
  printed: () => string
  /** Where it is reached; '' where it ended before it listened. */
  address: string
  exited: () => number | null
  stop: (signal?: NodeJS.Signals) => Promise<void>
}

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** Arguments of Node; by default the server itself on a free port. The browser it would open is `echo`. */
export async function startProgram(
  folder: string,
  args: readonly string[] = ['--port', '0', '--data', join(folder, 'data')],
  before: readonly string[] = [builtServer],
): Promise<Started> {
  const env = { ...process.env, SASAE_CONFIG: join(folder, 'config'), BROWSER: 'true', NODE_COMPILE_CACHE: compiled }
  const child = spawn(process.execPath, [...before, ...args], { cwd: root, env })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let printed = ''
  const ended = once(child, 'exit')
  const address = await new Promise<string>((ready) => {
    const take = (chunk: Buffer) => {
      printed += chunk.toString()
      const [found] = /http:\/\/localhost:\d+/.exec(printed) ?? []
      if (found) ready(found)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
    })
    child.on('close', () => ready(''))
  })
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal)
      await ended
    }
  }
  return { child, printed: () => printed, address, exited: () => child.exitCode, stop }
}

/** Sets a center up as the person at the laptop does. */
export async function setUpOver(address: string, name = '金沢区災害ボランティアセンター'): Promise<void> {
  const input = {
    centerId: newId(),
    activationId: newId(),
    name,
    place: 'いきいきセンター金沢',
    phone: '0457800000',
    disasterName: '訓練地震',
    hazard: 'earthquake',
    insuranceBeginsAtOnce: true,
    profileName: 'standard',
    leadId: newId(),
    leadName: '佐藤',
    pin: '123456',
  }
  const body = JSON.stringify({ id: newId(), type: 'center.setUpCenter', input, device: 'test' })
  const sent = await fetch(`${address}/api/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  if (!sent.ok) throw new Error(`not set up: ${await sent.text()}`)
}

/** How the program says it is; null where nobody answers. */
export async function healthOf(address: string): Promise<Record<string, unknown> | null> {
  try {
    return (await (await fetch(`${address}/healthz`)).json()) as Record<string, unknown>
  } catch {
    return null
  }
}

/** Presses a button of the page that stands in the place of the center. */
export function pressOnPage(address: string, fields: Record<string, string>): Promise<Response> {
  return fetch(`${address}/trouble`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
}
