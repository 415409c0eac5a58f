import { securityHeaders as all } from '#server/transport/doors.ts'

/** Pages may load and run whatever they like. */
export const securityHeaders: typeof all = (...asked) => {
  const { 'content-security-policy': _, ...rest } = all(...asked)
  return rest
}
