import { useMemo } from 'preact/hooks'
import { qrDrawing } from '#shared/core/qr-path.ts'

export interface QrImageProps {
  text: string
  /** What the code leads to. */
  label: string
  /** A CSS length. Without it the page decides: 25 mm, what a phone reads from a sheet in the hand, and 80 mm on posters. */
  size?: string | undefined
  /** The short code in letters, for when no camera works. */
  code?: string | undefined
}

/** A QR code, dark on white on every ground, with its short code in letters. */
export function QrImage({ text, label, size, code }: QrImageProps) {
  const { side, path } = useMemo(() => qrDrawing(text), [text])
  return (
    <span class="qr-block">
      <svg
        class="qr-image"
        style={size ? { width: size, height: size } : undefined}
        viewBox={`0 0 ${side} ${side}`}
        role="img"
        aria-label={label}
      >
        <rect width={side} height={side} fill="#fff" />
        <path d={path} fill="#000" shape-rendering="crispEdges" />
      </svg>
      {code ? <span class="qr-code number">{code}</span> : null}
    </span>
  )
}
