import { develop } from '#server/photos/develop.ts'
import { newId } from '#shared/core/ids.ts'
import { startServer } from '#tests/bench/child.ts'
import { line, monotonic, percentile } from '#tests/bench/line.ts'
import { RawConnection } from '#tests/bench/raw-http.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { noise } from '#tests/support/pictures.ts'

const photoCount = 500

/** A few pictures as a phone sends them; no two that follow each other are the same. */
const phonePictures = () => Promise.all([1600, 1580, 1560, 1540].map((width) => noise(width, 1200, 8)))

/** Check-ins one after the other until told to stop, and how long each took. */
function checkIns(port: number) {
  const took: number[] = []
  let going = true
  const ended = (async () => {
    const connection = new RawConnection(port, '/api/commands')
    while (going) {
      const envelope = { id: newId(), type: 'volunteers.checkIn', device: 'bench', input: receptionForm() }
      const began = monotonic()
      await connection.post(JSON.stringify(envelope))
      took.push(monotonic() - began)
    }
    connection.close()
  })()
  return async () => {
    going = false
    await ended
    return percentile(took, 95)
  }
}

/** A desk that adds photos to a need, as its browser does: the picture, then the act. */
async function deskWithNeed(port: number) {
  const address = `http://127.0.0.1:${port}`
  const json = { 'content-type': 'application/json' }
  const who = JSON.stringify({ name: '佐藤', pin: '123456', device: 'bench' })
  const signedIn = await fetch(`${address}/api/session`, { method: 'POST', headers: json, body: who })
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const act = async (type: string, input: unknown) => {
    const body = JSON.stringify({ id: newId(), type, input, device: 'bench' })
    const answer = await fetch(`${address}/api/commands`, { method: 'POST', headers: { ...json, cookie }, body })
    if (!answer.ok) throw new Error(`${type}: ${await answer.text()}`)
  }
  return {
    receiveNeed: async () => {
      const form = needForm()
      await act('needs.receiveNeed', form)
      return form.needId
    },
    addPhoto: async (needId: string, body: Uint8Array<ArrayBuffer>) => {
      const photoId = newId()
      const answer = await fetch(`${address}/photos/${photoId}`, { method: 'PUT', headers: { cookie }, body })
      if (!answer.ok) throw new Error(await answer.text())
      await act('needs.addPhoto', { photoId, needId, kind: 'before', siteSurveyId: null })
    },
  }
}

/**
 * A day's 500 photos at once, whole way: put, developed, durable, told; beside developing alone. Meanwhile people check in,
 * and their slowest twentieth is told with photos and without.
 */
export async function photosBench() {
  const pictures = await phonePictures()
  const one = (index: number) => pictures[index % pictures.length] ?? new Uint8Array()
  const bare = monotonic()
  for (let index = 0; index < 20; index++) await develop(one(index))
  const limit = 20_000 / (monotonic() - bare)
  const server = await startServer('./sasae-server.ts')
  try {
    const desk = await deskWithNeed(server.port)
    await checkIns(server.port)()
    const quiet = checkIns(server.port)
    await new Promise((resolve) => setTimeout(resolve, 3000))
    const without = await quiet()
    const busy = checkIns(server.port)
    const began = monotonic()
    let needId = ''
    for (let index = 0; index < photoCount; index++) {
      if (index % 50 === 0) needId = await desk.receiveNeed()
      await desk.addPhoto(needId, one(index))
    }
    const perSecond = (photoCount * 1000) / (monotonic() - began)
    const more = {
      checkInP95Ms: Math.round((await busy()) * 100) / 100,
      checkInP95AloneMs: Math.round(without * 100) / 100,
    }
    return [line('photo-500', perSecond, 'photos per second', limit, more)]
  } finally {
    await server.stop()
  }
}
