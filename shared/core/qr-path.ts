import { encodeQR } from 'qr'

export interface QrDrawing {
  /** Modules along one side, the quiet zone of four on each side included. */
  side: number
  /** The dark modules as an SVG path. */
  path: string
}

function rowPath(row: readonly boolean[], y: number): string {
  let path = ''
  let start = -1
  for (let x = 0; x <= row.length; x++) {
    if (row[x] && start < 0) start = x
    if (!row[x] && start >= 0) {
      path += `M${start} ${y}h${x - start}v1h${start - x}z`
      start = -1
    }
  }
  return path
}

/** A QR as one path. Medium correction: sheets get wet and folded, and a denser code is harder for old cameras. */
export function qrDrawing(text: string): QrDrawing {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
  return { side: rows.length, path: rows.map(rowPath).join('') }
}
