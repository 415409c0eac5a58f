import { isWithdrawnBadge } from '#server/access/badges.ts'
import { onItsOwn } from '#server/core/bug.ts'
import type { OpenCenter } from '#server/core/open-center.ts'
import type { Keeper } from '#server/keeping/keeper.ts'
import { badgesOf, keepBadges, lockKey, readKey } from '#server/keeping/key-store.ts'

/**
 * A badge that is worth nothing at a desk must not open the locked key either. A person's new badge takes the place of
 * their old one; where nobody's is left, the recovery sheet opens it, without which no key is ever locked.
 */
export class LockedKey {
  private keeper: Keeper | null = null

  /** From now on this keeper's key is looked after, beginning with what a power cut kept from being done. */
  watch(center: OpenCenter, keeper: Keeper | null): void {
    this.keeper = keeper
    if (keeper && readKey(keeper.configFolder).kind === 'locked') onItsOwn('the locked key', review(center, keeper))
  }

  /** To be called once the commit is durable. */
  badgeIssued(badge: { holder: string; name: string; secret: string }): void {
    if (this.keeper && this.opensBy(badge.holder)) lockKey(this.keeper.configFolder, this.keeper.key, badge)
  }

  /** To be called once the commit is durable. */
  badgeWithdrawn(holder: string): void {
    if (this.keeper && this.opensBy(holder)) keepBadges(this.keeper.configFolder, (badge) => badge.holder !== holder)
  }

  private opensBy(holder: string): boolean {
    if (!this.keeper || readKey(this.keeper.configFolder).kind !== 'locked') return false
    return badgesOf(this.keeper.configFolder).some((badge) => badge.holder === holder)
  }
}

/** What this file does not know may have been issued after the copy that it is: only what it knows as withdrawn goes. */
async function review(center: OpenCenter, { configFolder }: Keeper): Promise<void> {
  const withdrawn = new Set<string>()
  await center.read(async (tx) => {
    for (const { hash } of badgesOf(configFolder))
      if (hash !== undefined && (await isWithdrawnBadge(tx, hash))) withdrawn.add(hash)
  })
  if (withdrawn.size > 0) keepBadges(configFolder, ({ hash }) => hash === undefined || !withdrawn.has(hash))
}
