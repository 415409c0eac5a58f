import type { Kept } from '#web/core/kept-database.ts'
import { store } from '#web/core/store.ts'
import { movingDeskTexts as texts } from '#web/texts/moving-desk.ts'

/** 「山田 2件、佐藤 1件」: whose acts these are, by the names that this desk holds; '' for none. */
export function staffCounts(acts: readonly Pick<Kept, 'author'>[]): string {
  const counts = new Map<string, number>()
  for (const { author } of acts) {
    const name = store.get('staff', author)?.name ?? texts.someone
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, count]) => texts.countOf(name, count)).join('、')
}
