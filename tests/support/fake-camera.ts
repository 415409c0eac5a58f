import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import encodeQr from 'qr'
import { onTestFinished } from 'vitest'

const [width, height, module] = [640, 480, 8]

/** One picture in grey: the code in the middle of a white sheet. */
function pictureOf(text: string): Buffer {
  const rows = encodeQr(text, 'raw', { border: 4 })
  const luma = Buffer.alloc(width * height, 235)
  const [left, top] = [(width - rows.length * module) >> 1, (height - rows.length * module) >> 1]
  for (const [row, cells] of rows.entries())
    for (const [column, dark] of cells.entries())
      if (dark)
        for (let line = 0; line < module; line++) {
          const from = (top + row * module + line) * width + left + column * module
          luma.fill(16, from, from + module)
        }
  return Buffer.concat([luma, Buffer.alloc((width * height) / 2, 128)])
}

/** Chromium's arguments for a camera that holds a name tag before its lens. */
export function cameraShowing(text: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-camera-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'tag.y4m')
  const frame = Buffer.concat([Buffer.from('FRAME\n'), pictureOf(text)])
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420\n`)
  writeFileSync(file, Buffer.concat([head, ...Array.from({ length: 5 }, () => frame)]))
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ]
}
