import { afterAll } from 'vitest'
import type { Drill } from '#drills/core/drill.ts'
import { playHeadless } from '#drills/play-headless.ts'

const opened: Drill[] = []
afterAll(async () => {
  for (const { center } of opened.splice(0)) await center.close()
})

/** Plays a drill without a screen; its center is put away after the file's tests. */
export const play = (data: unknown) => playHeadless(data, (drill) => opened.push(drill))

/** The expectations that did not hold. */
export const failed = (outcomes: readonly { check: string; failure: string | null }[]) =>
  outcomes.filter(({ failure }) => failure !== null)
