import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import WebSocket from 'ws'
import { bankData } from '#drills/scenarios/bank.ts'
import { newId } from '#shared/core/ids.ts'
import { startServer } from '#tests/bench/child.ts'
import { line, median, monotonic, percentile } from '#tests/bench/line.ts'

const sessions = 30
const rounds = 60
const limitMs = 100

async function signIn(port: number): Promise<string> {
  const [lead] = bankData('first-day').staff
  const body = JSON.stringify({ name: lead?.name, pin: lead?.pin, device: 'bench' })
  const headers = { 'content-type': 'application/json' }
  const reply = await fetch(`http://127.0.0.1:${port}/api/session`, { method: 'POST', headers, body })
  return reply.headers.get('set-cookie')?.split(';')[0] ?? ''
}

async function openDesk(port: number, cookie: string): Promise<WebSocket> {
  const address = `ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`
  const socket = new WebSocket(address, { headers: { cookie } })
  await once(socket, 'message')
  socket.send('40{}')
  await once(socket, 'message')
  // Engine.IO's heartbeat is answered as a device would.
  socket.on('message', (bytes: Buffer) => bytes.toString('latin1') === '2' && socket.send('3'))
  return socket
}

const heard = (socket: WebSocket, id: string) =>
  new Promise<void>((ready) => {
    const listen = (bytes: Buffer) => {
      if (!bytes.includes(id)) return
      socket.off('message', listen)
      ready()
    }
    socket.on('message', listen)
  })

/** A note that somebody writes while the drill goes on, from the press of the button to the last of all screens. */
export async function drillBench() {
  const server = await startServer('./drill-server.ts')
  const cookie = await signIn(server.port)
  const desks = await Promise.all(Array.from({ length: sessions }, () => openDesk(server.port, cookie)))
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const observationId = newId()
    const input = { observationId, deskName: null, mark: 'note', text: '列が長い', checkKey: '', photoIds: [] }
    const body = JSON.stringify({ id: newId(), type: 'practice.writeObservation', input, device: 'bench' })
    const all = Promise.all(desks.map((desk) => heard(desk, observationId)))
    const begun = monotonic()
    await fetch(`http://127.0.0.1:${server.port}/api/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body,
    })
    await all
    times.push(monotonic() - begun)
    await sleep(500)
  }
  for (const desk of desks) desk.terminate()
  await server.stop()
  const more = { medianMs: Math.round(median(times) * 10) / 10, sessions, people: 110 }
  return [line('drill-110', percentile(times, 95), 'ms', limitMs, more)]
}
