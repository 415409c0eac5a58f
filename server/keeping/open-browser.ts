import { spawn } from 'node:child_process'

const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  win32: ['cmd', '/c', 'start', ''],
  darwin: ['open'],
}

/** Shows an address to the person at this machine. */
export function openBrowser(address: string, chosen: string | undefined): Promise<void> {
  const [program = 'xdg-open', ...before] = chosen ? [chosen] : (openers[process.platform] ?? ['xdg-open'])
  const opened = new Promise<void>((done) => {
    const child = spawn(program, [...before, address], { stdio: 'ignore', detached: true })
    // On a machine without a screen the printed sentence has to do.
    child.once('error', () => done())
    child.once('spawn', () => done())
    child.unref()
  })
  // Nor may a system that cannot start any program at all, and says so at once.
  return opened.catch(() => undefined)
}
