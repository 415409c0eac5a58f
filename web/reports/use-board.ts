import { useEffect, useState } from 'preact/hooks'
import type { BoardView } from '#shared/reports/board.ts'
import { elapsed, setClock } from '#web/core/clock.ts'
import { request } from '#web/core/request.ts'

const everyMs = 2000

/** An asking that a dead line swallowed must not keep the next one waiting once the line carries again. */
const patienceMs = 3000

/** Seconds without an answer after which the wall says that it is old; two askings may be lost. */
const staleAfterMs = 7000

/** What the wall shows, asked anew every two seconds, and since when nothing has been heard. */
export function useBoard() {
  const [view, setView] = useState<BoardView | null>(null)
  const [offline, setOffline] = useState(false)
  useEffect(() => {
    let heardAt = elapsed()
    let asking = false
    const ask = async () => {
      if (asking) return
      asking = true
      const reply = await request<BoardView>('GET', '/api/board', undefined, patienceMs)
      asking = false
      if (reply.kind !== 'done') return
      heardAt = elapsed()
      setOffline(false)
      setClock(reply.body)
      setView((before) => keepWhatIsSame(before, reply.body))
    }
    const watch = () => {
      if (elapsed() - heardAt > staleAfterMs) setOffline(true)
      void ask()
    }
    void ask()
    const timer = setInterval(watch, everyMs)
    addEventListener('online', watch)
    // A laptop that wakes shows an old wall until it has asked.
    addEventListener('pageshow', watch)
    document.addEventListener('visibilitychange', watch)
    return () => {
      clearInterval(timer)
      removeEventListener('online', watch)
      removeEventListener('pageshow', watch)
      document.removeEventListener('visibilitychange', watch)
    }
  }, [])
  return { view, offline }
}

/** The same marks stay the same array, so that the map is not drawn anew every two seconds. */
function keepWhatIsSame(before: BoardView | null, after: BoardView): BoardView {
  const same = before !== null && JSON.stringify(before.marks) === JSON.stringify(after.marks)
  return same ? { ...after, marks: before.marks } : after
}
