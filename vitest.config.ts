import { defineConfig } from 'vitest/config'

const setupFiles = ['./tests/support/setup.ts']

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          setupFiles,
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**', 'tests/faults/**'],
          // A loaded machine starts real programs slowly; a test that hangs is still told apart from one that waits.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          setupFiles,
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Each worker drives a Chromium of its own; a third one starves the first two on a two-core machine.
          maxWorkers: 2,
        },
      },
    ],
  },
})
