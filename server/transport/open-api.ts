import { z } from 'zod'
import { exampleOf, type Shape } from '#server/transport/examples.ts'
import { commands } from '#shared/commands.ts'
import type { CommandDefinition } from '#shared/core/command.ts'
import type { ReadDefinition } from '#shared/core/read.ts'
import { reads } from '#shared/reads.ts'
import { records } from '#shared/records.ts'
import { refusals } from '#shared/refusals.ts'

type Json = Record<string, unknown>

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/** A zod schema as JSON Schema; `input` is what a sender may leave out, `output` what an answer always has. */
function shapeOf(schema: z.ZodType, io: 'input' | 'output'): Shape & Json {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' })
  return shape as Shape & Json
}

const content = (schema: Json, example?: unknown) => ({
  'application/json': { schema, ...(example === undefined ? {} : { example }) },
})

/** `needs.receiveNeed` as words: `Receive need`. */
function words(name: string): string {
  const [, act = name] = name.split('.')
  const spaced = act.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

const sliceOf = (name: string) => name.split('.')[0] ?? name

/** Each refusal with the status it answers with; what is in its details depends on the case. */
const allRefusals = refusals.map((make) => ({ code: make.code, status: make({} as never).status }))

/** What may be answered instead, by status: the codes of the slice, and those that any door may answer. */
function refused(slice: string): Json {
  const own = allRefusals.filter(({ code }) => sliceOf(code) === slice || sliceOf(code) === 'core')
  const statuses = [...new Set(own.map(({ status }) => status))].sort((one, other) => one - other)
  const answers = statuses.map((status) => {
    const codes = own.filter((one) => one.status === status).map(({ code }) => code)
    return [status, { description: codes.join(', '), 'x-codes': codes, content: content(ref('Refusal')) }] as const
  })
  return Object.fromEntries(answers)
}

const accepted = { description: 'Accepted, and durable.', content: content(ref('Accepted')) }

function envelopeOf({ name, input }: CommandDefinition): { schema: Json; example: Json } {
  const shape = shapeOf(input, 'input')
  const properties = { type: { const: name }, input: shape }
  const example = { id: '01930000-0000-7000-8000-0000000000ff', device: 'example', type: name, input: exampleOf(shape) }
  return { schema: { allOf: [ref('Envelope'), { type: 'object', properties }] }, example }
}

function commandOperation(command: CommandDefinition): Json {
  const { schema, example } = envelopeOf(command)
  return {
    operationId: command.name,
    summary: words(command.name),
    tags: [sliceOf(command.name)],
    'x-may': command.may,
    requestBody: { required: true, content: content(schema, example) },
    responses: { 200: accepted, ...refused(sliceOf(command.name)) },
  }
}

function readOperation(read: ReadDefinition): Json {
  const [input, answer] = [shapeOf(read.input, 'input'), shapeOf(read.answer, 'output')]
  return {
    operationId: read.name,
    summary: words(read.name),
    tags: [sliceOf(read.name)],
    'x-may': read.may,
    requestBody: { required: true, content: content(input, exampleOf(input)) },
    responses: {
      200: { description: 'What was found.', content: content(answer, exampleOf(answer)) },
      ...refused(sliceOf(read.name)),
    },
  }
}

function plain(operationId: string, summary: string, schema: Json, more: Json = {}): Json {
  const answer = { description: summary, content: content(schema) }
  return { operationId, summary, tags: ['core'], responses: { 200: answer }, ...more }
}

const text = { type: 'string' }
const object = (properties: Json) => ({ type: 'object', properties, required: Object.keys(properties) })

const session = object({
  staff: {
    anyOf: [object({ staffId: text, name: text, capabilities: { type: 'array', items: text } }), { type: 'null' }],
  },
  names: { type: 'array', items: text },
  asksBadge: { type: 'boolean' },
  onThisMachine: { type: 'boolean' },
})

const since = {
  name: 'since',
  in: 'query',
  schema: { type: 'integer', minimum: 0, default: 0 },
  description: 'The last number that this device knows; 0 for everything.',
}

const pictures = ['image/jpeg', 'image/png', 'image/webp']
const lists = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']
const count = { type: 'integer', minimum: 0 }

const pin = { type: 'string', pattern: '^\\d{6}$' }
const signInExample = { name: '佐藤', pin: '123456', device: 'example' }

/** Showing once more who one is: for one's own acts, and for another lead's. */
const proofPaths: Json = {
  '/api/session/proof': {
    post: plain(
      'prove',
      'Proves the PIN once more, for acts that ask for it',
      { type: 'object' },
      {
        requestBody: { required: true, content: content(object({ pin }), { pin: '123456' }) },
      },
    ),
  },
  '/api/session/consent': {
    post: plain(
      'consent',
      'Another lead consents to an act that takes two',
      { type: 'object' },
      {
        requestBody: {
          required: true,
          content: content(object({ actId: text, name: text, pin, device: text }), { ...signInExample, actId: 'id' }),
        },
      },
    ),
  },
  '/api/session/deferral': {
    post: plain(
      'defer',
      'Puts an act that takes two down to wait: for another lead, or for a day to pass',
      { type: 'object' },
      {
        requestBody: {
          required: true,
          content: content(object({ actId: text, device: text }), { actId: 'id', device: 'desk-1' }),
        },
      },
    ),
  },
}

/** The few addresses that are neither a command nor a read. */
function otherPaths(): Json {
  const badge = { type: 'string', pattern: '^[0-9a-f]{32}$' }
  const signIn = { oneOf: [object({ name: text, pin, device: text }), object({ badge, pin, device: text })] }
  const health = object({ ok: { type: 'boolean' }, seq: { type: 'integer' }, lastWrite: { type: ['string', 'null'] } })
  const clock = object({
    now: { type: 'string', format: 'date-time' },
    speed: { type: 'number' },
    writes: { type: 'boolean' },
  })
  const addresses = object({ addresses: { type: 'array', items: text }, port: { type: 'integer' } })
  const stopped = { 503: { description: 'The center cannot be read or written.', content: content(health) } }
  const healthz = plain('health', 'Whether the center can be read and written', health)
  return {
    '/api/changes': {
      get: plain('changes', 'All that this device may hold and has missed', ref('CatchUp'), { parameters: [since] }),
    },
    '/api/session': {
      get: plain('session', 'Who sits at this device', session),
      post: plain('signIn', 'Sits down: badge or name, and PIN; the session is a cookie', object({ staffId: text }), {
        requestBody: { required: true, content: content(signIn, signInExample) },
        security: [],
      }),
      delete: plain('signOut', 'Leaves the desk', { type: 'object' }),
    },
    ...proofPaths,
    '/api/clock': { get: plain('clock', 'What time it is at the center, and how fast its time goes', clock) },
    '/api/addresses': { get: plain('addresses', 'Under which addresses phones reach this laptop', addresses) },
    '/healthz': { get: { ...healthz, responses: { ...(healthz.responses as Json), ...stopped } } },
    '/photos/{id}': filePath('putPhoto', 'Keeps a photo until an act refers to it', pictures, { type: 'object' }),
    '/imports/{id}': filePath(
      'putList',
      'Puts a list of volunteers down to be looked at',
      lists,
      object({ rows: count }),
    ),
    '/openapi.json': { get: plain('openApi', 'This description', { type: 'object' }) },
  }
}

function recordSchemas(): Json {
  return Object.fromEntries(
    Object.entries(records).map(([kind, schema]) => [`record.${kind}`, shapeOf(schema, 'output')]),
  )
}

const sent = (kind: string) => object({ kind: { const: kind }, record: ref(`record.${kind}`) })

function schemas(): Json {
  const gone = { type: 'array', items: object({ kind: text, id: text }) }
  const sentRecord = { oneOf: Object.keys(records).map(sent) }
  const seq = { type: 'integer', description: 'The number of the last act in what is answered.' }
  const optional = {
    author: { ...text, description: 'Who typed it; refused where another person sits at the device meanwhile.' },
    agoMs: { type: 'integer', minimum: 0, description: 'How long ago the person acted; a hint.' },
    happenedAt: {
      type: 'string',
      format: 'date-time',
      description: 'Staff who key in paper: when it really happened.',
    },
  }
  const envelope = object({
    id: {
      type: 'string',
      format: 'uuid',
      description: 'Made by the sender. Sent again, it is answered as the first time.',
    },
    type: text,
    input: {},
    device: { type: 'string', maxLength: 60 },
  })
  return {
    Envelope: { ...envelope, properties: { ...envelope.properties, ...optional } },
    Accepted: object({ seq: { type: 'integer', description: 'The number of this act.' }, answer: {} }),
    Refusal: object({
      problem: object({ code: { enum: allRefusals.map(({ code }) => code) }, details: { type: 'object' } }),
    }),
    CatchUp: object({
      seq,
      audiences: { type: 'array', items: text },
      records: { type: 'array', items: sentRecord },
      gone,
    }),
    ...recordSchemas(),
  }
}

/** What the center does by itself has no sender outside. */
const sendable = Object.values<CommandDefinition>(commands).filter(({ may }) => may.some((one) => one !== 'system'))

const fileId = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }

/** A file goes whole to an address of the sender's own making; sent again, nothing changes. */
function filePath(operationId: string, summary: string, types: readonly string[], answer: Json): Json {
  const file = Object.fromEntries(types.map((type) => [type, { schema: { contentEncoding: 'binary' } }]))
  return {
    put: plain(operationId, summary, answer, {
      parameters: [fileId],
      requestBody: { required: true, content: file },
    }),
  }
}

const about = `Everything that changes the center goes through \`POST /api/commands\`; what comes after # in a path only tells
the commands apart and is not sent. \`x-may\` says who may: a capability of a desk, a relation to the rows (self, member,
leader), or public. A refusal is \`{ "problem": { "code", "details" } }\`. Devices hold what \`GET /api/changes\` gives them;
what they do not hold they ask by \`POST /api/reads/…\`.`

/** Says in OpenAPI 3.1 what one may send to this center: made from the registries, so that it cannot lag behind them. */
export function openApi(): Json {
  const acts = sendable.map((command) => {
    return [`/api/commands#${command.name}`, { post: commandOperation(command) }] as const
  })
  const asked = Object.values<ReadDefinition>(reads).map((read) => {
    return [`/api/reads/${read.name}`, { post: readOperation(read) }] as const
  })
  return {
    openapi: '3.1.0',
    info: {
      title: 'ささえ Sasae',
      version: '1',
      description: about,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'The laptop of the center' }],
    security: [{ desk: [] }, { personalLink: [] }, {}],
    paths: Object.fromEntries([...acts, ...asked, ...Object.entries(otherPaths())]),
    components: {
      schemas: schemas(),
      securitySchemes: {
        desk: {
          type: 'apiKey',
          in: 'cookie',
          name: 'sasae-live-8080',
          description: 'Set by POST /api/session; its name ends with the port of this center.',
        },
        personalLink: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: 'Personal <token of the link>',
        },
      },
    },
  }
}
