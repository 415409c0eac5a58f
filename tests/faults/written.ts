import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

/** What a server did to its files, and when it told a client of what. */
export type Step =
  | { kind: 'write'; file: string; offset: number; data: Uint8Array }
  | { kind: 'truncate'; file: string; size: number }
  | { kind: 'sync'; file: string }
  | { kind: 'told'; seq: number }

const wishes = 'strace -y -xx -s 200000 -e trace=pwrite64,write,writev,fsync,fdatasync,ftruncate -o'

/** strace and its wishes: every text as hexadecimal bytes, whole, and files by their names. */
export const straceInto = (trace: string) => [...wishes.split(' '), trace]

const bytesOf = (escaped: string) => Buffer.from(escaped.replaceAll('\\x', ''), 'hex')

/**
 * One line of the trace: the call, the file, the arguments after it, and what the call answered. Failed calls are not
 * of this form.
 */
const line = /^(\w+)\(\d+<([^>]*)>(.*)\)\s*=\s*(\d+)/

/** The answer to an accepted command, as its line leaves the server. */
const accepted = /^HTTP\/1\.1 200 [\s\S]*\r\n\r\n\{"seq":(\d+),"answer":/

function stepOf(text: string): Step | undefined {
  const parts = line.exec(text)
  if (!parts) return undefined
  const [, call = '', escapedName = '', rest = '', answered] = parts
  const file = bytesOf(escapedName).toString()
  if (!/\.db(-wal)?$/.test(file)) return /^writev?$/.test(call) ? toldOf(rest) : undefined
  if (call === 'pwrite64') return writeOf(file, rest, Number(answered))
  return call === 'ftruncate' ? { kind: 'truncate', file, size: Number(rest.split(', ')[1]) } : { kind: 'sync', file }
}

function writeOf(file: string, rest: string, written: number): Step {
  const [, escaped = '', offset] = /^, "([^"]*)", \d+, (\d+)$/.exec(rest) ?? []
  const data = bytesOf(escaped)
  if (data.length !== written) throw new Error(`the trace cuts a write of ${written} bytes`)
  return { kind: 'write', file, offset: Number(offset), data }
}

function toldOf(rest: string): Step | undefined {
  const sent = Buffer.concat([...rest.matchAll(/"([^"]*)"/g)].map(([, escaped = '']) => bytesOf(escaped)))
  const seq = accepted.exec(sent.toString('latin1'))?.[1]
  return seq === undefined ? undefined : { kind: 'told', seq: Number(seq) }
}

/** Reads a trace of the server's main thread, which alone writes the database and answers. */
export async function readSteps(trace: string): Promise<Step[]> {
  const steps: Step[] = []
  for await (const text of createInterface({ input: createReadStream(trace) })) {
    const step = stepOf(text)
    if (step) steps.push(step)
  }
  return steps
}
