import { readOwnJson } from '#shared/core/json.ts'

let isBrought = false

/**
 * Brings the way to another address (`form-moving.ts`) while there is a line, for nothing can be loaded any more once the
 * center has died. It comes when somebody has something to lose, and is no part of the page that phones wait for.
 */
export function bringMoving(): void {
  const { moving } = readOwnJson<{ moving?: string | null }>(document.getElementById('data')?.textContent ?? '{}')
  if (isBrought || !moving) return
  isBrought = true
  const script = document.createElement('script')
  script.type = 'module'
  script.src = moving
  script.onerror = () => {
    script.remove()
    isBrought = false
  }
  document.head.append(script)
}
