import { photoLimits } from '#shared/photos/limits.ts'

const quality = 0.82

/** The picture as it lies upright; null where this browser cannot read it. */
function decoded(file: Blob): Promise<ImageBitmap | null> {
  return createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
}

function drawn(bitmap: ImageBitmap): HTMLCanvasElement | null {
  const shrink = Math.min(1, photoLimits.longSide / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * shrink))
  canvas.height = Math.max(1, Math.round(bitmap.height * shrink))
  const context = canvas.getContext('2d')
  if (!context) return null
  // What is transparent would turn black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas
}

/**
 * Makes a picture small before it goes over a slow line: upright, at most 1600 pixels, JPEG, and with that without the
 * place that the camera wrote into it. What this browser cannot read goes as it is; the server then says what it thinks.
 */
export async function scaleDown(file: Blob): Promise<ArrayBuffer> {
  const bitmap = await decoded(file)
  const canvas = bitmap && drawn(bitmap)
  bitmap?.close()
  const small = canvas && (await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality)))
  return (small ?? file).arrayBuffer()
}
