import { createServer } from 'node:http'

/** The floor of coming back: the same answers to the same questions, from memory, and nothing else. */
const answers = new Map<string, Buffer>()
const server = createServer((request, answer) => {
  const body = answers.get(request.headers.authorization ?? request.headers.cookie ?? '')
  answer.writeHead(body ? 200 : 404, { 'content-type': 'application/json', 'content-length': body?.length ?? 0 })
  answer.end(body)
})
process.on('message', (message: { who: string; body: string }) => {
  answers.set(message.who, Buffer.from(message.body))
  process.send?.({ kept: message.who })
})
server.listen(0, '127.0.0.1', 2048, () => {
  const address = server.address()
  if (address && typeof address === 'object') process.send?.({ port: address.port })
})
