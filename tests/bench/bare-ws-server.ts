import { WebSocketServer } from 'ws'
import { monotonic } from '#tests/bench/line.ts'

/** The floor of a fan-out: one text to every socket, without rooms, rules or records. */
const text = JSON.stringify({
  audience: 'everyone',
  previous: 1000,
  seq: 1001,
  records: [
    {
      kind: 'notice',
      record: {
        id: '01930000-0000-7000-8000-000000000001',
        dayId: '01930000-0000-7000-8000-000000000002',
        kind: 'message',
        reason: '水分をとってください',
        returnBy: null,
        at: '2026-11-23T01:00:00.000Z',
        byName: '佐藤',
        liftedAt: null,
      },
    },
  ],
  gone: [],
})
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false }, () => {
  const address = server.address()
  if (address && typeof address === 'object') process.send?.({ port: address.port })
})
process.on('message', () => {
  process.send?.({ committed: monotonic() })
  for (const client of server.clients) client.send(text)
})
