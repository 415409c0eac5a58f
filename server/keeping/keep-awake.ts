import { spawn } from 'node:child_process'

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

/** Asks the laptop not to sleep while the center is open. Best effort: `say` hears whether it could be had. */
export function keepAwake(say: (state: 'held' | 'impossible') => void, order = orders[process.platform]): () => void {
  if (!order) {
    say('impossible')
    return () => undefined
  }
  const [program, ...args] = order
  const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'] })
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
