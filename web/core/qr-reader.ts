/** Finds the codes in what a camera shows. */
interface QrReader {
  detect(source: HTMLVideoElement): Promise<readonly { rawValue: string }[]>
}

declare global {
  interface Window {
    BarcodeDetector?: {
      new (options: { formats: string[] }): QrReader
      getSupportedFormats(): Promise<readonly string[]>
    }
  }
}

/** The browser's own reader where it has one; otherwise a reader that is loaded for it. */
export async function openQrReader(): Promise<QrReader> {
  const native = window.BarcodeDetector
  // Some systems have the reader's name but nothing behind it.
  const formats = (await native?.getSupportedFormats().catch(() => [])) ?? []
  if (native && formats.includes('qr_code')) return new native({ formats: ['qr_code'] })
  const { decodeQR } = await import('qr/decode.js')
  const canvas = document.createElement('canvas')
  return {
    async detect(video) {
      canvas.width = video.videoWidth
      canvas.height = video.videoHeight
      const context = canvas.getContext('2d', { willReadFrequently: true })
      if (!context || canvas.width === 0) return []
      context.drawImage(video, 0, 0)
      try {
        return [{ rawValue: decodeQR(context.getImageData(0, 0, canvas.width, canvas.height)) }]
      } catch {
        // No code in this picture.
        return []
      }
    },
  }
}
