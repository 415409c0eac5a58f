/** Days of the week with their halves on which somebody can come: `mon.am` … `sun.pm`. */
export const daySlots = [
  'mon.am',
  'mon.pm',
  'tue.am',
  'tue.pm',
  'wed.am',
  'wed.pm',
  'thu.am',
  'thu.pm',
  'fri.am',
  'fri.pm',
  'sat.am',
  'sat.pm',
  'sun.am',
  'sun.pm',
] as const
export type DaySlot = (typeof daySlots)[number]
