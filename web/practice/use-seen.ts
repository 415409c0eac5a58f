import { useEffect } from 'preact/hooks'
import type { Given } from '#web/practice/given-card.tsx'
import { darkSince } from '#web/practice/selectors.ts'

/** What this page has said to have shown. */
const told = new Set<string>()

/**
 * Says once that somebody has before them what was given: not while the phone lies in a pocket, nor in the dark. Where
 * the line is lost it is said with the next thing that changes; it is never kept to be sent later.
 */
export function useSeen(open: readonly Given[], noteSeen: (injectId: string) => Promise<boolean>): void {
  const unread = open.filter(({ state, seenAt }) => state === 'fired' && seenAt === null).map(({ id }) => id)
  const isDark = darkSince() !== null
  useEffect(() => {
    const tell = async () => {
      if (document.visibilityState !== 'visible' || isDark) return
      for (const id of unread.filter((one) => !told.has(one))) {
        told.add(id)
        if (!(await noteSeen(id))) told.delete(id)
      }
    }
    const look = () => void tell()
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [unread.join(' '), isDark])
}
