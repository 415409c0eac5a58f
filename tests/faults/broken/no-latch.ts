import { Center } from '#server/core/center.ts'

// A center that goes on writing after its disk has failed.
Center.prototype.stopWriting = () => undefined

export { Center }
