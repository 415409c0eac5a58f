#!/usr/bin/env node
// `npx sasae …`: whatever this machine still lacks is fetched, then server/command-line.ts takes over.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureDependencies, findNode, orSentence, root, typeScriptFlags } from './set-up.mjs'

await orSentence(async () => {
  ensureDependencies()
  const node = findNode()
  const args = [...typeScriptFlags(node), join(root, 'server/command-line.ts'), ...process.argv.slice(2)]
  const child = spawn(node, args, { stdio: 'inherit' })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 0 : 1)
  })
})
