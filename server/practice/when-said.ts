import type { UnitOfWork } from '#server/core/unit-of-work.ts'

/** When a phone says that something was said; never before it could be, and never after it came in. */
export function whenSaid(
  { now }: Pick<UnitOfWork, 'now'>,
  saidAt: string | undefined,
  notBefore: string | null,
): string {
  if (saidAt === undefined || saidAt > now) return now
  return notBefore !== null && saidAt < notBefore ? notBefore : saidAt
}
