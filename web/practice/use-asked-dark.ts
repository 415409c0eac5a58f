import { useEffect, useState } from 'preact/hooks'
import { ask } from '#web/core/ask.ts'

const everyMs = 3000

/** Since when screens are dark, asked for by a page that holds no records; a live center's page never asks. */
export function useAskedDark(): string | null {
  const [since, setSince] = useState<string | null>(null)
  useEffect(() => {
    if (document.documentElement.dataset.kind !== 'drill') return
    const look = async () => {
      const reply = await ask('practice.showDrill', {})
      if (reply.kind !== 'done') return
      const off = reply.body.drill?.devicesOff
      setSince(reply.body.drill?.phase === 'running' && off && off.until === null ? off.from : null)
    }
    void look()
    const timer = setInterval(() => void look(), everyMs)
    return () => clearInterval(timer)
  }, [])
  return since
}
