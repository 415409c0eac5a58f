import type { Outside } from '#server/core/outside.ts'

/** A world in which nobody answers: port 9 of this machine, where nothing listens. */
export const noOutside: Outside = { tiles: 'http://127.0.0.1:9', patienceMs: 1000 }
