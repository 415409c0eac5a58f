import type { BadPlace } from '#server/keeping/mounts.ts'
import type { KnownCenter } from '#server/keeping/sentinel.ts'

/** Why the center is not opened, and nothing is changed until a person has decided. */
export type Trouble =
  /** There is no data here, but this computer remembers centers. */
  | { kind: 'missing'; known: readonly KnownCenter[] }
  /** The file lacks acts that this computer had already kept, and nothing broke off: it is an older one. */
  | { kind: 'older'; lost: number; lastAt: string }
  | { kind: 'place'; place: BadPlace }
  | { kind: 'keyMissing' | 'locked' | 'unreadable' | 'damaged' | 'newer' | 'ioError' | 'unwritable' }

/** What a person decided on the page. */
export type Remedy =
  | { act: 'again' | 'acceptOlder' | 'acceptPlace' | 'startNew' }
  | { act: 'words'; typed: string }
  | { act: 'badge'; typed: string }
  | { act: 'restore'; backup: string }
  | { act: 'folder'; folder: string }
