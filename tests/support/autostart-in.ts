import { join } from 'node:path'
import { Autostart, autostartForm } from '#server/keeping/autostart.ts'

/** Starting by itself for a user whose home is a folder of the test. */
export function autostartIn(home: string): Autostart {
  const order = { program: '/usr/bin/node', arguments: ['start.mjs', '--quiet'], folder: home, environment: {} }
  return new Autostart(order, autostartForm('linux', { home, config: join(home, '.config'), roaming: home }))
}
