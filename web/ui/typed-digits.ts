import { toHalfWidthDigits } from '#shared/core/japanese-text.ts'

/** Full-width digits as ordinary ones, and dashes of all kinds as hyphens where they stand between digits. */
export function narrowDigits(text: string): string {
  return toHalfWidthDigits(text).replace(/(\d)[‐‑‒–—―−ー－ｰ](?=\d)/g, '$1-')
}
