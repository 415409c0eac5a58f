import { cpSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { CopiesShown } from '#shared/keeping/reads.ts'
import { FaultServer } from '#tests/faults/fault-server.ts'
import { openDay, sendCommand, signIn } from '#tests/faults/open-center.ts'

/** Makes another laptop's disk out of one: its data and its key. */
export function cloneOf(main: string, { folder }: FaultServer): FaultServer {
  const clone = new FaultServer(main)
  cpSync(folder, clone.folder, { recursive: true })
  return clone
}

async function copiesOf(server: FaultServer, cookie: string): Promise<CopiesShown> {
  const headers = { cookie, 'content-type': 'application/json' }
  const answer = await fetch(`${server.address}/api/reads/keeping.listCopies`, { method: 'POST', headers, body: '{}' })
  return (await answer.json()) as CopiesShown
}

/** The code as it stands on the printed sheet. */
async function codeOf(server: FaultServer, cookie: string): Promise<string> {
  const sheet = await (await fetch(`${server.address}/sheets/hand-over`, { headers: { cookie } })).text()
  return /<strong>([0-9a-f ]+)<\/strong>/.exec(sheet)?.[1] ?? ''
}

/** Asks until it is so; the row that waits forever is ended by its test. */
async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await pause(50)
  }
}

/**
 * A center that one laptop hands over to another, and that same laptop's disk as it was before: started again from it,
 * it knows nothing of the hand-over.
 */
export async function handOver(main: string): Promise<{ before: FaultServer; old: FaultServer; fresh: FaultServer }> {
  const [old, fresh] = [new FaultServer(main), new FaultServer(main)]
  await old.start()
  await openDay(old, 500)
  await old.kill()
  const before = cloneOf(main, old)
  await old.start()
  const cookie = await signIn(old)
  await sendCommand(old, 'keeping.handOverCenter', {}, cookie)
  const path = await until(async () => {
    const { handOver: shown } = await copiesOf(old, cookie)
    return shown.state === 'sealed' ? shown.path : undefined
  })
  await fresh.start()
  await sendCommand(fresh, 'keeping.takeOverCenter', { path, code: await codeOf(old, cookie) })
  await until(async () => {
    const answer = await fetch(`${fresh.address}/api/session`).catch(() => undefined)
    const said = (await answer?.json().catch(() => undefined)) as { names?: unknown[] } | undefined
    return said?.names?.length ? true : undefined
  })
  return { before, old, fresh }
}
