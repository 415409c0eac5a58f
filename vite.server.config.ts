import { resolve } from 'node:path'
import { defineConfig } from 'vite'

/**
 * The server in one file: reading two hundred files from disk would be most of a cold start. The driver and sharp stay
 * outside, for they bring binaries; so do the two helpers of `ws` that nobody installs.
 */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  ssr: { noExternal: true, external: ['better-sqlite3', 'sharp', 'bufferutil', 'utf-8-validate'] },
  build: {
    ssr: resolve(import.meta.dirname, 'server/main.ts'),
    outDir: resolve(import.meta.dirname, 'dist/server'),
    emptyOutDir: true,
    target: 'node22',
    rolldownOptions: { output: { entryFileNames: 'main.js', codeSplitting: false } },
  },
})
