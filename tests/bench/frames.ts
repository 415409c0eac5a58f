import type { Page } from 'playwright-core'

interface Watched {
  /** Milliseconds between frames. */
  frames: number[]
  /** Milliseconds of each task that held the page up for more than 50. */
  longTasks: number[]
}

interface Kept extends Watched {
  on: boolean
}

/** Notes from now on the time between a page's frames, and what held it up, until it is asked for them. */
export async function watchFrames(page: Page): Promise<() => Promise<Watched>> {
  await page.evaluate(() => {
    const kept: Kept = { frames: [], longTasks: [], on: true }
    Object.assign(window, { kept })
    let before = performance.now()
    const tick = (now: number) => {
      kept.frames.push(now - before)
      before = now
      if (kept.on) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    const held = new PerformanceObserver((list) => {
      if (kept.on) kept.longTasks.push(...list.getEntries().map(({ duration }) => duration))
    })
    held.observe({ type: 'longtask' })
  })
  return () =>
    page.evaluate(() => {
      const { kept } = window as unknown as { kept: Kept }
      kept.on = false
      // The first interval began before there was a frame.
      return { frames: kept.frames.slice(1), longTasks: kept.longTasks }
    })
}
