import { useEffect, useState } from 'preact/hooks'

/** Paper is never cut where the screen is: all rows are drawn for it, also when the browser's own menu prints. */
export function usePrinting() {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const [begin, end] = [() => setPrinting(true), () => setPrinting(false)]
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [])
  const print = () => {
    setPrinting(true)
    // Once they are drawn.
    setTimeout(() => window.print())
  }
  return { printing, print }
}
