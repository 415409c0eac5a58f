import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'

/** The floor of a phone's page: a form of the same number of fields, with its script inlined, and nothing else. */
const fields = Array.from(
  { length: 14 },
  (_, index) => `<p><label>${index}<br><input name="f${index}"></label></p>`,
).join('')
const script = 'document.forms[0].addEventListener("submit",e=>{e.preventDefault()})'
const page = gzipSync(
  `<!doctype html><html lang="ja"><meta charset="utf-8"><title>受付</title><form method="post">${fields}<button type="submit">受付する</button></form><script>${script}</script></html>`,
)
const server = createServer((_request, answer) => {
  answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' })
  answer.end(page)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address && typeof address === 'object') process.send?.({ port: address.port })
})
