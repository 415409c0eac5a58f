import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A server in a process of its own, so that its work and the load's do not share a thread. */
export interface BenchServer {
  port: number
  child: ChildProcess
  stop(): Promise<void>
}

/** Starts `tests/bench/<name>` and waits until it says its port. */
export async function startServer(name: string, argument = ''): Promise<BenchServer> {
  const child = fork(fileURLToPath(new URL(name, import.meta.url)), [argument], { stdio: 'inherit' })
  const port = await new Promise<number>((resolve) => {
    child.on('message', (message: { port?: number }) => message.port && resolve(message.port))
  })
  const stop = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  return { port, child, stop }
}
