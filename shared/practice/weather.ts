/** The weather from an instant on, as a drill tells it. */
interface Hour {
  from: string
}

/** What of the weather holds at an instant (milliseconds), and what it changes to next. */
export function weatherAt<H extends Hour>(
  hours: readonly H[],
  at: number,
): { now: H | undefined; next: H | undefined } {
  const isHere = ({ from }: Hour) => Date.parse(from) <= at
  return { now: hours.findLast(isHere), next: hours.find((hour) => !isHere(hour)) }
}

/** Bands of 暑さ指数 (WBGT): those of the ministry's guide, and above 危険 those at which an alert is given. */
const heatBands = ['safe', 'caution', 'warning', 'severe', 'danger', 'alert', 'specialAlert'] as const
export type HeatBand = (typeof heatBands)[number]

const beginsAt: Readonly<Record<HeatBand, number>> = {
  safe: Number.NEGATIVE_INFINITY,
  caution: 21,
  warning: 25,
  severe: 28,
  danger: 31,
  alert: 33,
  specialAlert: 35,
}

export const heatBand = (wbgt: number): HeatBand => heatBands.findLast((band) => wbgt >= beginsAt[band]) ?? 'safe'
