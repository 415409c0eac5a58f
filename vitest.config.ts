import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { ShortFilesLast } from './tests/support/short-files-last.ts'

/**
 * In the whole suite three workers share two cores, and a screen or a program may lose a race there that it never loses
 * by itself: it may try once more, and the last lines of the run name it. A rule and a row of faults hold at once.
 */
const retry = process.env.SASAE_WHOLE_SUITE ? 1 : 0

const setupFiles = ['./tests/support/setup.ts']

/** Tests that play whole days, start real programs or wait for real clocks: `npm test` runs them, `npm run check` does not. */
const thorough = [
  'tests/core/{convergence,phone-privacy,sent-twice,socket}.test.ts',
  'tests/database/migration-kill.test.ts',
  'tests/dispatch/tiles.test.ts',
  'tests/drills/**/*.test.ts',
  // Each center that is looked back at has a thread of its own.
  'tests/lookback/{after-action,history-route,kept-history}.test.ts',
  'tests/keeping/{starting,trouble,backup,restore,hand-over,command-line,epoch,known-again,minute-copies}.test.ts',
  'tests/transport/**/*.test.ts',
]

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // Rows and browsers wait for disks, deaths and beats half of their time: one more than there are cores keeps all of
    // them at work. The same for every project: then all run from one queue, and no core waits for the last file of one.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: ShortFilesLast },
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          setupFiles,
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**', 'tests/faults/**', ...thorough],
          testTimeout: 30_000,
          // Modules are loaded once for all files of a worker; loading the whole center anew for each cost a third of the time.
          // Each test opens a center of its own, so nothing is shared but code; files run in any order.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'thorough',
          setupFiles,
          include: thorough,
          // A loaded machine starts real programs slowly; a test that hangs is still told apart from one that waits.
          testTimeout: 60_000,
          retry,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          setupFiles,
          include: ['tests/faults/**/*.test.ts'],
          // Each row loads the machine by itself, and another may run beside it.
          testTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          setupFiles,
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          retry,
          // As patient as the browser is; how fast a screen follows is measured by the bench.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
})
