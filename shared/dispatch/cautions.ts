import type { Need } from '#shared/needs/need.ts'
import { cautionTexts as text } from '#shared/texts/work-order.ts'

/** What a team must mind at this place, in lines: the conditions of the need that are dangers or surprises, then its own words. */
export function cautionsOf(need: Need, extra: string): string {
  const lines = [
    need.sticker === 'red' || need.sticker === 'yellow' ? text.sticker[need.sticker] : '',
    need.fallingObjectNotice ? text.fallingObject : '',
    need.roofWork ? text.roofWork : '',
    need.electricity === 'no' ? text.noElectricity : '',
    need.water === 'no' ? text.noWater : '',
    need.parking === 'no' ? text.noParking : '',
    need.dangers,
    extra,
  ]
  return lines
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, 500)
}
