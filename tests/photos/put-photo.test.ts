import { request } from 'node:http'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { newId, newSecret } from '#shared/core/ids.ts'
import { receptionForm } from '#tests/support/given.ts'
import { givenNeed, givenWaiting } from '#tests/support/given-dispatch.ts'
import { givenTeamOut } from '#tests/support/given-reports.ts'
import { picture } from '#tests/support/pictures.ts'
import { problemCode, servedCenter } from '#tests/support/served.ts'

type Served = Awaited<ReturnType<typeof servedCenter>>

/** A desk with these desks' rights, signed in by PIN as a browser does. */
async function signedIn({ lead, post }: Served, name: string, deskNames: string[]): Promise<{ cookie: string }> {
  await lead.send('access.addStaff', { staffId: newId(), name, pin: '222222', deskNames })
  const answer = await post('/api/session', JSON.stringify({ name, pin: '222222', device: 'test' }))
  return { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' }
}

/** A volunteer who is here, with the personal link of their phone. */
async function withPhone({ phone }: Served) {
  const linkToken = newSecret()
  const [id = ''] = await givenWaiting(phone, 1, { ...receptionForm(), linkToken })
  return { id, headers: { authorization: `Personal ${linkToken}` } }
}

const put = ({ address }: Served, photoId: string, body: Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
  fetch(`${address}/photos/${photoId}`, { method: 'PUT', body, headers })

const get = ({ address }: Served, path: string, headers: Record<string, string>) =>
  fetch(`${address}/photos/${path}`, { headers })

const blobs = async ({ center }: Served) =>
  (await center.db.selectFrom('photo_blob').select(['id', 'claimed']).execute()).map(({ id }) => id)

/** Sends an act as the browser of someone who is signed in does. */
const act = (served: Served, headers: Record<string, string>, type: string, input: unknown) =>
  served.post('/api/commands', JSON.stringify({ id: newId(), type, input, device: 'test' }), headers)

test('a desk puts a photo, an act refers to it, and only desks that work with homes see it', async () => {
  const served = await servedCenter()
  const need = await givenNeed(served)
  const [ben, emi, gen] = [
    await signedIn(served, '勉二', ['needs']),
    await signedIn(served, '恵', ['return']),
    await signedIn(served, '源', ['equipment']),
  ]
  const photoId = newId()
  expect((await put(served, photoId, await picture({ width: 2000, height: 1000 }), ben)).status).toBe(200)
  // Before an act refers to it, nobody sees it, not even its sender.
  expect((await get(served, photoId, ben)).status).toBe(403)
  const about = { photoId, needId: need.id, kind: 'danger', siteSurveyId: null }
  expect((await act(served, ben, 'needs.addPhoto', about)).status).toBe(200)
  for (const desk of [ben, emi]) {
    const answer = await get(served, photoId, desk)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(await sharp(new Uint8Array(await answer.arrayBuffer())).metadata()).toMatchObject({
      width: 1600,
      height: 800,
    })
    expect((await get(served, `${photoId}/preview`, desk)).status).toBe(200)
  }
  expect((await get(served, photoId, gen)).status).toBe(403)
  expect((await get(served, photoId, {})).status).toBe(401)
  expect((await get(served, newId(), gen)).status).toBe(403)
  expect((await get(served, 'no-id', ben)).status).toBe(404)
  expect((await put(served, newId(), await picture(), gen)).status).toBe(403)
  expect((await put(served, newId(), await picture(), {})).status).toBe(401)
  const { records } = (await (await fetch(`${served.address}/api/changes?since=0`, { headers: gen })).json()) as {
    records: { kind: string }[]
  }
  expect(records.filter(({ kind }) => kind === 'photo')).toEqual([])
})

test('a leader puts photos from departure on, sees them with the team until it is home, and nobody else on a phone does', async () => {
  const served = await servedCenter()
  const [leader, member, stranger] = [await withPhone(served), await withPhone(served), await withPhone(served)]
  const early = newId()
  expect((await put(served, early, await picture(), leader.headers)).status).toBe(403)
  const { workOrderId, teamId } = await givenTeamOut(served, { people: [leader.id, member.id] })
  expect((await put(served, early, await picture(), leader.headers)).status).toBe(200)
  for (const { headers } of [member, stranger])
    expect((await put(served, newId(), await picture(), headers)).status).toBe(403)
  const about = { photoId: early, workOrderId, kind: 'before' }
  expect(await problemCode(await act(served, member.headers, 'reports.addPhoto', about))).toBe('core.notAllowed')
  expect((await act(served, leader.headers, 'reports.addPhoto', about)).status).toBe(200)
  expect((await get(served, early, leader.headers)).status).toBe(200)
  expect((await get(served, `${early}/preview`, leader.headers)).status).toBe(200)
  expect((await get(served, early, member.headers)).status).toBe(200)
  expect((await get(served, early, stranger.headers)).status).toBe(403)
  await served.emi.send('reports.receiveTeam', { teamId, missingIds: [] })
  for (const { headers } of [leader, member]) expect((await get(served, early, headers)).status).toBe(403)
  // What waited behind a dead line until the team was home still arrives.
  const late = newId()
  expect((await put(served, late, await picture({ colour: '#333333' }), leader.headers)).status).toBe(200)
  expect(
    (await act(served, leader.headers, 'reports.addPhoto', { ...about, photoId: late, kind: 'after' })).status,
  ).toBe(200)
})

test('the same picture sent again, or twice at once, is one; another under its id is refused', async () => {
  const served = await servedCenter()
  const ben = await signedIn(served, '勉二', ['needs'])
  const emi = await signedIn(served, '恵', ['return'])
  const photoId = newId()
  const bytes = await picture()
  const both = await Promise.all([put(served, photoId, bytes, ben), put(served, photoId, bytes, ben)])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  const seq = served.center.health.seq
  expect((await put(served, photoId, bytes, ben)).status).toBe(200)
  expect(served.center.health.seq).toBe(seq)
  expect(await problemCode(await put(served, photoId, await picture({ colour: '#00ff00' }), ben))).toBe(
    'core.otherBodySameId',
  )
  expect(await problemCode(await put(served, photoId, bytes, emi))).toBe('core.otherBodySameId')
  expect(await blobs(served)).toEqual([photoId])
})

test('what is no photo leaves nothing behind, and says why', async () => {
  const served = await servedCenter()
  const ben = await signedIn(served, '勉二', ['needs'])
  const text = new Uint8Array(Buffer.from('写真ではない'.repeat(100)))
  expect(await problemCode(await put(served, newId(), text, { ...ben, 'content-type': 'image/jpeg' }))).toBe(
    'photos.noPicture',
  )
  expect(await problemCode(await put(served, newId(), new Uint8Array(), ben))).toBe('photos.noPicture')
  expect(await problemCode(await put(served, newId(), new Uint8Array(11 * 1024 * 1024), ben))).toBe(
    'photos.pictureTooLarge',
  )
  expect(await blobs(served)).toEqual([])
})

test('fifty megabytes are refused at their first bytes, said or not said beforehand', async () => {
  const served = await servedCenter()
  const ben = await signedIn(served, '勉二', ['needs'])
  for (const length of ['52428800', undefined]) {
    const sent = await refusedEarly(served, ben, length)
    expect(sent).toMatchObject({ status: 413 })
    expect(sent.megabytes).toBeLessThan(5)
  }
  expect((await fetch(`${served.address}/healthz`)).status).toBe(200)
})

/** Sends megabyte after megabyte until an answer comes. */
function refusedEarly({ address }: Served, headers: Record<string, string>, length: string | undefined) {
  return new Promise<{ status: number | undefined; megabytes: number }>((resolve) => {
    let megabytes = 0
    const size = length === undefined ? {} : { 'content-length': length }
    const sending = request(
      `${address}/photos/${newId()}`,
      { method: 'PUT', headers: { ...headers, ...size } },
      (answer) => {
        resolve({ status: answer.statusCode, megabytes })
        sending.destroy()
      },
    )
    sending.on('error', () => undefined)
    const megabyte = Buffer.alloc(1024 * 1024)
    const more = (): void => {
      if (sending.destroyed || megabytes >= 50) return
      megabytes++
      sending.write(megabyte, () => setTimeout(more, 5))
    }
    more()
  })
}

test('other requests keep their small bodies, and a browser is refused whose person changed', async () => {
  const served = await servedCenter()
  const ben = await signedIn(served, '勉二', ['needs'])
  const large = await fetch(`${served.address}/api/photos`, {
    method: 'PUT',
    body: new Uint8Array(100_000),
    headers: ben,
  })
  expect(await problemCode(large)).toBe('core.tooLarge')
  const other = await put(served, newId(), await picture(), { ...ben, 'x-author': newId() })
  expect(await problemCode(other)).toBe('core.otherAuthor')
})
