import sharp from 'sharp'

/** A picture as a camera makes it: many colours, so that it does not shrink to nothing. */
export async function picture(
  wishes: {
    width?: number
    height?: number
    format?: 'jpeg' | 'png' | 'webp'
    colour?: string
    orientation?: number
  } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { width = 320, height = 240, format = 'jpeg', colour = '#8a5a2b', orientation } = wishes
  // The left half in its colour, the right half white: which way up it lies can be seen.
  const half = sharp({ create: { width: Math.ceil(width / 2), height, channels: 3, background: colour } })
  const left = await half.png().toBuffer()
  const whole = sharp({ create: { width, height, channels: 3, background: '#ffffff' } }).composite([
    { input: left, left: 0, top: 0 },
  ])
  const place = { IFD0: { Make: 'Sasae Camera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 20/1 0/1' } }
  const told = whole.withExif(place)
  const turned = orientation === undefined ? told : told.withMetadata({ orientation }).withExifMerge(place)
  return new Uint8Array(await turned.toFormat(format).toBuffer())
}

/** A picture that no encoder can make small: noise in every pixel. */
export async function noise(width: number, height: number, sigma = 60): Promise<Uint8Array<ArrayBuffer>> {
  const create = {
    width,
    height,
    channels: 3 as const,
    noise: { type: 'gaussian' as const, mean: 128, sigma },
    background: '#888',
  }
  return new Uint8Array(await sharp({ create }).jpeg({ quality: 95 }).toBuffer())
}
