import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Writable } from 'node:stream'

type Order = readonly [program: string, ...args: string[]]

const windows = [
  `Add-Type -Name Power -Namespace Sasae -MemberDefinition '[DllImport("kernel32.dll")] public static extern uint SetThreadExecutionState(uint flags);'`,
  '[void][Sasae.Power]::SetThreadExecutionState([uint32]"0x80000001")',
  '[Console]::In.ReadToEnd()',
].join('; ')

/** Each holds the wish for as long as its input stays open, and so ends with this program however that ends. */
const orders: Partial<Record<NodeJS.Platform, Order>> = {
  linux: ['systemd-inhibit', '--what=sleep:idle:handle-lid-switch', '--who=Sasae', '--why=ボランティアセンター', 'cat'],
  darwin: ['caffeinate', '-is', 'cat'],
  win32: ['powershell', '-NoProfile', '-NonInteractive', '-Command', windows],
}

/** A wish that was taken is held this long; one that is refused ends at once. */
const takenAfterMs = 2000

/** Starts the order; undefined where the system cannot start a program at all. Some errors come by event, some at once. */
function startOrder([program, ...args]: Order): ChildProcessByStdio<Writable, null, null> | undefined {
  try {
    return spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'] })
  } catch {
    return undefined
  }
}

/** Asks the laptop not to sleep while the center is open. Best effort: `say` hears whether it could be had. */
export function keepAwake(say: (state: 'held' | 'impossible') => void, order = orders[process.platform]): () => void {
  const child = order && startOrder(order)
  if (!child) {
    say('impossible')
    return () => undefined
  }
  const taken = setTimeout(() => say('held'), takenAfterMs)
  taken.unref()
  const lost = () => {
    clearTimeout(taken)
    say('impossible')
  }
  child.once('error', lost)
  child.once('exit', lost)
  child.stdin.on('error', () => undefined)
  child.unref()
  return () => {
    clearTimeout(taken)
    child.off('exit', lost)
    child.stdin.end()
    child.kill()
  }
}
