import type { Light } from '#shared/keeping/health.ts'

/** Circle, triangle, octagon and bar: what the colour says, the shape says as well. */
const shapes: Record<Light, string> = {
  green: 'M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18z',
  yellow: 'M12 3L22 21H2z',
  red: 'M8 2h8l6 6v8l-6 6H8l-6-6V8z',
  note: 'M3 9h18v6H3z',
}

export function LightMark({ light }: { light: Light | null }) {
  return (
    <svg class={`light-mark light-${light ?? 'unknown'}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[light ?? 'note']} />
    </svg>
  )
}
