import { join } from 'node:path'
import fc from 'fast-check'
import { openCenterInMemory } from '#server/app.ts'
import { systemClock } from '#server/core/clock.ts'
import type { RouteRow } from '#server/core/routes.ts'
import { EpochGuard } from '#server/keeping/epoch-guard.ts'
import { root } from '#server/set-up.mjs'
import { httpApp } from '#server/transport/http.ts'
import { openApi } from '#server/transport/open-api.ts'
import { Rates } from '#server/transport/rates.ts'
import { Sessions } from '#server/transport/session.ts'
import { StaticFiles } from '#server/transport/static-files.ts'
import type { Asked } from '#tests/faults/fuzz-asking.ts'
import { anyText, inAddress, likeShape, type WideShape } from '#tests/faults/fuzz-values.ts'

const nowhere = { fetch: () => Promise.reject(new Error('nothing outside is asked here')) }

/** Every door of the center by HTTP, as its own table says. */
export async function everyDoor(): Promise<readonly RouteRow[]> {
  const center = await openCenterInMemory({ clock: systemClock, kind: 'live' })
  const sessions = new Sessions(center, 'code', 0)
  const files = new StaticFiles(join(root, 'dist/web'), 'live')
  const epochs = await EpochGuard.open(center, undefined)
  const rest = { port: () => 0, outside: nowhere as never, keeper: null }
  const { rows } = httpApp({ center, epochs, sessions, rates: new Rates(), files, ...rest })
  await center.close()
  // This one ends the server on purpose.
  return rows.filter(({ path }) => path !== '/api/keeping/end')
}

const pictureStart = [0xff, 0xd8, 0xff, 0xe0]
const sheetStart = [0x50, 0x4b, 0x03, 0x04]

const bytes = fc
  .tuple(fc.constantFrom([], pictureStart, sheetStart, [0xef, 0xbb, 0xbf]), fc.uint8Array({ maxLength: 400 }))
  .map(([start, rest]) => Buffer.from([...start, ...rest]))

/** The fields of the page that belongs to a form, so that what is sent looks like it. */
export const fieldsOf = (page: string) => [...page.matchAll(/name="([^"]+)"/g)].map(([, name = '']) => name)

const form = (fields: readonly string[]) =>
  fc
    .array(fc.tuple(fields.length > 0 ? fc.constantFrom(...fields) : anyText, anyText), { maxLength: 20 })
    .map((pairs) => pairs.map((pair) => pair.map(inAddress).join('=')).join('&'))

interface Described {
  paths: Readonly<Record<string, Readonly<Record<string, { requestBody?: { content: Content } }>>>>
  components: { schemas: Readonly<Record<string, WideShape>> }
}

type Content = Readonly<Record<string, { schema: WideShape }>>

const described = openApi() as unknown as Described

/** What the description says a door takes; the letter around every act is the same. */
function shapeFor({ method, path }: Pick<RouteRow, 'method' | 'path'>): WideShape | undefined {
  if (path === '/api/commands') return described.components.schemas.Envelope
  return described.paths[path]?.[method]?.requestBody?.content['application/json']?.schema
}

type Body = Pick<Asked, 'body'> & { type: string }

function bodyFor(door: Pick<RouteRow, 'method' | 'path'>, fields: readonly string[]): fc.Arbitrary<Body> {
  const { method } = door
  const shape = shapeFor(door)
  const as = (type: string) => (body: string | Buffer) => ({ type, body })
  if (method === 'put')
    return fc.oneof(bytes.map(as('image/jpeg')), bytes.map(as('text/csv')), anyText.map(as('text/csv')))
  if (method !== 'post') return fc.constant({ type: 'application/json' })
  return fc.oneof(
    ...(shape
      ? [
          likeShape(shape)
            .map((value) => JSON.stringify(value) ?? '')
            .map(as('application/json')),
        ]
      : []),
    form(fields).map(as('application/x-www-form-urlencoded')),
    fc.json().map(as('application/json')),
    bytes.map(as('multipart/form-data; boundary=x')),
  )
}

/** Requests to one door: each part of its address filled in, with questions, heads and a body. */
export function knocksOn(
  { method, path }: Pick<RouteRow, 'method' | 'path'>,
  known: { ids: readonly string[]; heads: readonly Readonly<Record<string, string>>[]; fields: readonly string[] },
  count: number,
): Asked[] {
  const word = fc.oneof(
    fc.constantFrom(...known.ids),
    anyText,
    fc.constantFrom('1', '17', '-1', '1e99', '47-K', '4.png'),
  )
  const query = fc.oneof(
    fc.constant(''),
    fc
      .tuple(fc.constantFrom('day', 'since', 'before', 'numbers', 'lang', 'address', 'device', 'x'), word)
      .map(([name, value]) => `?${name}=${inAddress(value)}`),
    fc.constantFrom('?', '?%', '?a[]=1&a[]=2', '?__proto__[x]=1', '?since=%E0%A4%A', '?day=&day='),
  )
  const parts = path.split('/').map((one) => {
    if (!one.startsWith(':')) return fc.constant(one)
    return one.includes('{')
      ? fc.constantFrom('1.png', '99999999999.png', 'x.png')
      : word.map((text) => inAddress(text) || 'x')
  })
  const head = fc.tuple(
    fc.constantFrom(...known.heads),
    fc.constantFrom(
      {},
      { accept: 'text/html' },
      { 'accept-encoding': 'gzip;q=9, *' },
      { 'accept-language': ',;q=x' },
      { 'x-author': '\u00ff' },
      { 'x-sasae-epoch': 'a b.c.d' },
    ),
  )
  return fc
    .sample(fc.tuple(fc.tuple(...parts), query, head, bodyFor({ method, path }, known.fields)), {
      numRuns: count,
      seed: count,
    })
    .map(([filled, asked, [who, odd], { type, body }]) => ({
      method: method.toUpperCase(),
      path: (filled.join('/') || '/') + asked,
      headers: { 'content-type': type, ...who, ...odd },
      ...(body === undefined ? {} : { body }),
    }))
}
