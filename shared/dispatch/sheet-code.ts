import { readShortCode, shortCode } from '#shared/core/check-digit.ts'
import { unifyDashes } from '#shared/core/japanese-text.ts'
import type { WorkOrder } from '#shared/dispatch/work-order.ts'

const mark = 'W'

/** The short code of a sheet, from the random end of its id: ABCD-EFGH-J. */
export function shortCodeOf(workOrderId: string): string {
  const tail = workOrderId.replaceAll('-', '').slice(-10)
  return shortCode(
    Uint8Array.from({ length: 5 }, (_, index) => Number.parseInt(tail.slice(index * 2, index * 2 + 2), 16)),
  )
}

/** What the sheet's QR says and what stands in letters beside it: W-ABCD-EFGH-J. No address, so it works on any network. */
export function sheetCode(workOrder: Pick<WorkOrder, 'shortCode'>): string {
  return `${mark}-${workOrder.shortCode}`
}

/** The short code in what a desk scanned or typed, or null if it is no work order's. */
export function readSheetCode(text: string): string | null {
  const plain = unifyDashes(text.normalize('NFKC').replace(/\s/g, ''), '').toUpperCase()
  if (!/^W[2-9A-Z]{9}$/.test(plain)) return null
  return readShortCode(plain.slice(1))
}
