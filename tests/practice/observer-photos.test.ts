import sharp from 'sharp'
import { expect, test } from 'vitest'
import { openAgain } from '#server/app.ts'
import { readHistory } from '#server/lookback/history.ts'
import { Pseudonyms } from '#server/lookback/pseudonyms.ts'
import { newId, newSecret } from '#shared/core/ids.ts'
import { beginDrill } from '#tests/support/given-drill.ts'
import { picture } from '#tests/support/pictures.ts'
import { problemCode, servedCenter, Visitor } from '#tests/support/served.ts'
import { whenTold } from '#tests/support/when-told.ts'

type Served = Awaited<ReturnType<typeof servedCenter>>

async function drill() {
  const served = await servedCenter({ kind: 'drill' })
  await beginDrill(served.center, served.clock.now())
  return served
}

async function observer({ phone }: Served, name: string): Promise<string> {
  const ownToken = newSecret()
  const joining = { participantId: newId(), role: 'observer', name, deskName: 'needs', ownToken } as const
  await phone.send('practice.joinDrill', joining)
  return ownToken
}

const put = ({ address }: Served, photoId: string, body: Uint8Array<ArrayBuffer>, token: string) =>
  fetch(`${address}/drill-photos/${photoId}`, { method: 'PUT', body, headers: { 'x-own-token': token } })

const noteWith = (photoId: string, ownToken: string) => ({
  observationId: newId(),
  deskName: 'needs',
  mark: 'problem' as const,
  text: '列がのびている',
  checkKey: '',
  photoIds: [photoId],
  ownToken,
})

async function signedIn({ served }: Served, name: string, pin: string): Promise<Visitor> {
  const visitor = Visitor.onTheLaptop(served.port)
  expect(await visitor.signIn({ name }, pin)).toBe('')
  return visitor
}

test('an observer’s photo reaches the controller and the report without what its camera wrote, and no other desk', async () => {
  const served = await drill()
  const token = await observer(served, '見学')
  const photoId = newId()
  expect((await put(served, photoId, await picture({ width: 2400, height: 1200 }), token)).status).toBe(200)
  const lead = await signedIn(served, '佐藤', '123456')
  // Before a note brings it, nobody sees it.
  expect(await lead.code('GET', `/drill-photos/${photoId}`)).toBe('core.notFound')
  await served.phone.send('practice.observe', noteWith(photoId, token))
  const answer = await lead.fetch('GET', `/drill-photos/${photoId}`)
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  const kept = await sharp(new Uint8Array(await answer.arrayBuffer())).metadata()
  expect(kept).toMatchObject({ width: 1600, height: 800 })
  expect(kept.exif).toBeUndefined()
  expect((await lead.fetch('GET', `/drill-photos/${photoId}/preview`)).status).toBe(200)
  const report = await (await whenTold(() => lead.fetch('GET', '/sheets/after-action'))).text()
  expect(report).toContain(`/drill-photos/${photoId}/preview`)
  await served.lead.send('access.addStaff', { staffId: newId(), name: '勉二', pin: '222222', deskNames: ['needs'] })
  const needs = await signedIn(served, '勉二', '222222')
  expect(await needs.code('GET', `/drill-photos/${photoId}`)).toBe('core.notAllowed')
  const stranger = Visitor.onTheLaptop(served.served.port)
  expect(await stranger.code('GET', `/drill-photos/${photoId}`)).toBe('core.notSignedIn')
})

test('only who takes part puts a picture, no note takes another’s, and whatever is no picture is refused', async () => {
  const served = await drill()
  const [one, other] = [await observer(served, '見学一'), await observer(served, '見学二')]
  const body = await picture()
  expect(await problemCode(await put(served, newId(), body, newSecret()))).toBe('practice.notTakingPart')
  expect(await problemCode(await put(served, newId(), new Uint8Array([1, 2, 3]), one))).toBe('photos.noPicture')
  const photoId = newId()
  for (const times of [1, 2]) expect([times, (await put(served, photoId, body, one)).status]).toEqual([times, 200])
  await expect(served.phone.send('practice.observe', noteWith(photoId, other))).rejects.toMatchObject({
    code: 'photos.pictureMissing',
  })
  await served.phone.send('practice.observe', noteWith(photoId, one))
  // A picture belongs to one note.
  await expect(served.phone.send('practice.observe', noteWith(photoId, one))).rejects.toMatchObject({
    code: 'core.otherBodySameId',
  })
  const large = new Uint8Array(11 * 1024 * 1024)
  expect(await problemCode(await put(served, newId(), large, one))).toBe('photos.pictureTooLarge')
})

test('told once more the note has its photo; told under other names, as it is sealed, it has none', async () => {
  const served = await drill()
  const token = await observer(served, '見学')
  const photoId = newId()
  await put(served, photoId, await picture(), token)
  await served.phone.send('practice.observe', noteWith(photoId, token))
  const noteIn = async (names?: Pseudonyms) => {
    const { moments, gaps } = await readHistory(served.center.db, openAgain('drill'), names)
    expect(gaps).toEqual([])
    return moments.flatMap(({ records }) => records).find(({ kind }) => kind === 'observation')?.record
  }
  expect(await noteIn()).toMatchObject({ photoIds: [photoId] })
  expect(await noteIn(new Pseudonyms())).toMatchObject({ photoIds: [], text: '列がのびている' })
})
