import { photoLimits } from '#shared/photos/limits.ts'
import { heicPicture, noPicture, tooManyPixels } from '#shared/photos/problems.ts'

/** A picture as it is kept: decoded and written anew, so that nothing of the file that was sent is left in it. */
export interface Developed {
  image: Uint8Array
  preview: Uint8Array
  width: number
  height: number
}

type Sharp = typeof import('sharp')['default']
let loading: Promise<Sharp> | undefined

/** Loaded with the first photo: a start without photos need not wait for it. */
function loadSharp(): Promise<Sharp> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    // One thread of its own: the other core stays with the desks.
    sharp.concurrency(1)
    sharp.cache(false)
    return sharp
  })
  return loading
}

const letters = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))

/** What a file is, by its first bytes; neither its name nor what its sender calls it says so. */
function formatOf(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | 'heic' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (letters(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (letters(bytes, 0, 4) === 'RIFF' && letters(bytes, 8, 12) === 'WEBP') return 'webp'
  const isHeic =
    letters(bytes, 4, 8) === 'ftyp' && /^(heic|heix|hevc|heim|heis|mif1|msf1|avif)$/.test(letters(bytes, 8, 12))
  return isHeic ? 'heic' : null
}

/** What is left of quality and size until a picture fits; the first step fits nearly all. */
const steps = [
  { side: photoLimits.longSide, quality: 80 },
  { side: photoLimits.longSide, quality: 62 },
  { side: 1280, quality: 55 },
  { side: 960, quality: 45 },
] as const

const previewSteps = [
  { side: photoLimits.previewSide, quality: 60 },
  { side: 240, quality: 45 },
  { side: 160, quality: 40 },
] as const

/** A copy whose memory is its own, and not a window of the pool that Node keeps for small buffers. */
const ownBytes = (data: Uint8Array) => new Uint8Array(data)

async function shrink(from: Sharpened, steps: readonly { side: number; quality: number }[], most: number) {
  for (const { side, quality } of steps) {
    const { data, info } = await from
      .clone()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality, mozjpeg: false })
      .toBuffer({ resolveWithObject: true })
    if (data.length <= most) return { bytes: ownBytes(data), width: info.width, height: info.height }
  }
  throw noPicture({})
}

type Sharpened = ReturnType<Sharp>

/** Decodes what was sent and writes it anew: upright, at most 1600 pixels, without place or any other metadata. */
export async function develop(sent: Uint8Array): Promise<Developed> {
  const format = formatOf(sent)
  if (format === 'heic') throw heicPicture({})
  if (format === null) throw noPicture({})
  const sharp = await loadSharp()
  // Asked before anything is decoded: a small file can claim to be a hundred million pixels.
  const size = await sharp(sent, { limitInputPixels: false })
    .metadata()
    .catch(() => ({ width: 0, height: 0 }))
  const pixels = size.width * size.height
  if (pixels > photoLimits.pixels) throw tooManyPixels({ megapixels: Math.round(pixels / 1_000_000) })
  try {
    const upright = sharp(sent, { limitInputPixels: photoLimits.pixels, failOn: 'error' })
      .autoOrient()
      .flatten({ background: '#fff' })
    const { bytes: image, width, height } = await shrink(upright, steps, photoLimits.imageBytes)
    const { bytes: preview } = await shrink(sharp(image), previewSteps, photoLimits.previewBytes)
    return { image, preview, width, height }
  } catch {
    throw noPicture({})
  }
}
