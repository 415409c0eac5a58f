import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { develop } from '#server/photos/develop.ts'
import { photoLimits } from '#shared/photos/limits.ts'
import { noise, picture } from '#tests/support/pictures.ts'

/** The colour at a point, as red, green and blue. */
async function colourAt(image: Uint8Array, left: number, top: number): Promise<number[]> {
  const { data } = await sharp(image)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return [...data]
}

describe('what is kept of a picture', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('%s becomes an upright JPEG without metadata', async (format) => {
    const sent = await picture({ format })
    expect((await sharp(sent).metadata()).exif).toBeDefined()
    const { image, preview } = await develop(sent)
    for (const kept of [image, preview]) {
      const { format: written, exif, icc, xmp, iptc } = await sharp(kept).metadata()
      expect({ written, exif, icc, xmp, iptc }).toMatchObject({ written: 'jpeg' })
      expect([exif, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined])
      expect(Buffer.from(kept).includes('Sasae Camera')).toBe(false)
    }
  })

  test('a picture that its camera says is turned is turned back', async () => {
    const sent = await picture({ width: 400, height: 200, orientation: 6 })
    const { image, width, height } = await develop(sent)
    expect({ width, height }).toEqual({ width: 200, height: 400 })
    // Turned by a quarter to the right, the coloured left half lies on top.
    expect((await colourAt(image, 100, 50))[2]).toBeLessThan(100)
    expect((await colourAt(image, 100, 350))[2]).toBeGreaterThan(200)
  })

  test('it is at most 1600 pixels wide and 400 kB, its preview 20 kB, whatever was sent', async () => {
    const { image, preview, width, height } = await develop(await noise(1700, 1300))
    expect(Math.max(width, height)).toBeLessThanOrEqual(photoLimits.longSide)
    expect(image.length).toBeLessThanOrEqual(photoLimits.imageBytes)
    expect(preview.length).toBeLessThanOrEqual(photoLimits.previewBytes)
  })

  test('a small picture is not blown up', async () => {
    expect(await develop(await picture({ width: 64, height: 48 }))).toMatchObject({ width: 64, height: 48 })
  })
})

/** A tiny PNG whose header says that it is this large. */
async function bomb(width: number, height: number): Promise<Uint8Array> {
  const small = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#000' } })
    .png()
    .toBuffer()
  small.writeUInt32BE(width, 16)
  small.writeUInt32BE(height, 20)
  const { crc32 } = await import('node:zlib')
  small.writeUInt32BE(crc32(small.subarray(12, 29)), 29)
  return new Uint8Array(small)
}

const heic = () => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(40)])

describe('what is refused', () => {
  test.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['a text that is called .jpg', () => Buffer.from('これは写真ではありません。'.repeat(20)), 'photos.noPicture'],
    [
      'a page with a script',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'photos.noPicture',
    ],
    [
      'the first bytes of a JPEG and then nothing',
      () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
      'photos.noPicture',
    ],
    ['half a JPEG', async () => (await noise(400, 300)).subarray(0, 20_000), 'photos.noPicture'],
    ['a GIF', () => Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;'), 'photos.noPicture'],
    ['HEIC', heic, 'photos.heicPicture'],
    ['a small file that claims a hundred million pixels', () => bomb(10_000, 10_000), 'photos.tooManyPixels'],
    ['nothing at all', () => new Uint8Array(), 'photos.noPicture'],
  ])('%s', async (_, make, code) => {
    await expect(develop(await make())).rejects.toMatchObject({ code })
  })
})
