/** Finds the codes in what a camera shows. */
interface QrReader {
  detect(source: HTMLVideoElement | ImageBitmap): Promise<readonly { rawValue: string }[]>
}

declare global {
  interface Window {
    BarcodeDetector?: {
      new (options: { formats: string[] }): QrReader
      getSupportedFormats(): Promise<readonly string[]>
    }
  }
}

const readerToLoad = () => import('qr/decode.js')

/** While there is a line: brings the reader that may be wanted where the center has died, for its new address. */
export async function bringQrReader(): Promise<void> {
  await readerToLoad().catch(() => undefined)
}

/** The browser's own reader where it has one; otherwise a reader that is loaded for it. */
async function openQrReader(): Promise<QrReader> {
  const native = window.BarcodeDetector
  // Some systems have the reader's name but nothing behind it.
  const formats = (await native?.getSupportedFormats().catch(() => [])) ?? []
  if (native && formats.includes('qr_code')) return new native({ formats: ['qr_code'] })
  const { decodeQR } = await readerToLoad()
  const canvas = document.createElement('canvas')
  return {
    async detect(source) {
      canvas.width = source instanceof HTMLVideoElement ? source.videoWidth : source.width
      canvas.height = source instanceof HTMLVideoElement ? source.videoHeight : source.height
      const context = canvas.getContext('2d', { willReadFrequently: true })
      if (!context || canvas.width === 0) return []
      context.drawImage(source, 0, 0)
      try {
        return [{ rawValue: decodeQR(context.getImageData(0, 0, canvas.width, canvas.height)) }]
      } catch {
        // No code in this picture.
        return []
      }
    },
  }
}

const lookEveryMs = 250

/** Looks through the device's camera for codes until it is closed. Browsers give a camera only to secure pages. */
export async function watchForCodes(
  video: HTMLVideoElement,
  stop: AbortSignal,
  onRead: (text: string) => void,
): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  stop.addEventListener('abort', () => {
    for (const track of stream.getTracks()) track.stop()
  })
  video.srcObject = stream
  await video.play()
  const reader = await openQrReader()
  while (!stop.aborted) {
    const [code] = await reader.detect(video).catch(() => [])
    if (code && !stop.aborted) onRead(code.rawValue)
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
  }
}

/** Wider than a code needs, and small enough for the reader to go through in a moment. */
const widestPx = 1200

/**
 * The code in a picture that was taken with the device's own camera, on plain http too; null where there is none. It throws
 * where the reader cannot be loaded.
 */
export async function codeInPicture(file: Blob): Promise<string | null> {
  const whole = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (!whole) return null
  const scale = Math.min(1, widestPx / Math.max(whole.width, whole.height))
  const size = { resizeWidth: Math.round(whole.width * scale), resizeHeight: Math.round(whole.height * scale) }
  const picture = scale < 1 ? await createImageBitmap(whole, size) : whole
  const [code] = await (await openQrReader()).detect(picture).catch(() => [])
  return code?.rawValue ?? null
}
