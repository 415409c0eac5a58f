import type { ComponentChildren } from 'preact'

export type BadgeTone = 'plain' | 'good' | 'warning' | 'stop'

/** A short fact beside a name: 初めて, 車あり, 急. */
export function Badge({ children, tone = 'plain' }: { children: ComponentChildren; tone?: BadgeTone | undefined }) {
  return <span class={`badge badge-${tone}`}>{children}</span>
}
