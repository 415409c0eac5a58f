import { connect } from 'node:net'
import { CompiledQuery } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { testCenter } from '#tests/support/center.ts'
import { expectConsoleError } from '#tests/support/expected-errors.ts'
import { receptionForm } from '#tests/support/given.ts'
import { problemCode, servedCenter } from '#tests/support/served.ts'

const checkIn = (input: unknown = receptionForm()) =>
  JSON.stringify({ id: newId(), type: 'volunteers.checkIn', input, device: 'test' })

test('a listener that fails after the commit takes nothing back, and everybody else is told', async () => {
  const { center, phone, lead, device } = await testCenter()
  expectConsoleError(/after command/)
  const stop = center.onPatch(() => {
    throw new Error('a broken listener')
  })
  const desk = await device(lead)
  const forms = [receptionForm(), receptionForm(), receptionForm()]
  const answers = await Promise.all(forms.map((form) => phone.send('volunteers.checkIn', form)))
  expect(answers.map(({ answer }) => answer)).toMatchObject([{ number: 1 }, { number: 2 }, { number: 3 }])
  for (const form of forms) expect(desk.store.get('attendance', form.attendanceId)).toBeDefined()
  stop()
  await phone.send('volunteers.checkIn', receptionForm())
})

test('once a commit has failed nothing is written any more, whoever waits is told so, and reading goes on', async () => {
  const { center, address, post } = await servedCenter()
  expectConsoleError(/writing has stopped/)
  const commit = () => ({
    execute: () => Promise.reject(Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' })),
  })
  const begin = center.db.startTransaction.bind(center.db)
  Object.assign(center.db, {
    startTransaction: () => ({
      execute: async () => {
        const transaction = await begin().execute()
        return Object.assign(transaction, { commit })
      },
    }),
  })
  const seq = center.health.seq
  const many = await Promise.all(Array.from({ length: 5 }, () => post('/api/commands', checkIn())))
  expect(many.map(({ status }) => status).every((status) => status >= 500)).toBe(true)
  expect(await problemCode(await post('/api/commands', checkIn()))).toBe('core.readOnly')
  expect(await (await fetch(`${address}/healthz`)).json()).toMatchObject({ ok: false, seq })
  expect((await fetch(`${address}/api/changes`)).status).toBe(200)
})

test('a table that fails under one command leaves the door open for the next', async () => {
  const { center, address, post } = await servedCenter()
  expectConsoleError(/no such table/)
  await center.db.executeQuery(CompiledQuery.raw('alter table journal_entry rename to away'))
  const signedIn = await post('/api/session', JSON.stringify({ name: '佐藤', pin: '123456', device: 'desk' }))
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const input = { entryId: newId(), fromWhom: '', toWhom: '', certainty: 'fact', text: '雨' }
  const entry = JSON.stringify({ id: newId(), type: 'center.writeJournalEntry', input, device: 'desk' })
  expect(await problemCode(await post('/api/commands', entry, { cookie }))).toBe('core.internal')
  expect((await fetch(`${address}/api/changes`, { headers: { cookie } })).status).toBe(500)
  expect((await post('/api/commands', checkIn())).status).toBe(200)
  await center.db.executeQuery(CompiledQuery.raw('alter table away rename to journal_entry'))
})

test('nested and polluted JSON is refused as unfit or taken as what it says, and changes nothing else', async () => {
  const { post } = await servedCenter()
  const deep = `{"id":"${newId()}","type":"volunteers.checkIn","device":"x","input":${'['.repeat(20_000)}${']'.repeat(20_000)}}`
  expect(await problemCode(await post('/api/commands', deep))).toBe('core.unfitInput')
  const form = JSON.stringify(receptionForm()).replace('{', '{"__proto__":{"polluted":1},"constructor":{"x":1},')
  const sent = `{"id":"${newId()}","type":"volunteers.checkIn","device":"x","input":${form}}`
  expect((await post('/api/commands', sent)).status).toBe(200)
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
  for (const type of ['__proto__', 'constructor', 'toString']) {
    const odd = JSON.stringify({ id: newId(), type, input: {}, device: 'x' })
    expect(await problemCode(await post('/api/commands', odd))).toBe('core.unknownCommand')
  }
})

test('three hundred lines that say nothing do not keep anyone waiting', async () => {
  const { address, served } = await servedCenter()
  const idle = await Promise.all(
    Array.from(
      { length: 300 },
      () =>
        new Promise<ReturnType<typeof connect>>((ready, failed) => {
          const socket = connect(served.port, '127.0.0.1', () => {
            socket.write('POST /api/commands HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 100\r\n')
            ready(socket)
          })
          socket.on('error', failed)
        }),
    ),
  )
  expect((await fetch(`${address}/api/clock`)).status).toBe(200)
  for (const socket of idle) socket.destroy()
  expect((await fetch(`${address}/api/clock`)).status).toBe(200)
})
