/** The desks of the profiles: what work there is that a desk of a center can do. */
export const deskWorks = [
  'lead',
  'affairs',
  'reception',
  'needs',
  'survey',
  'dispatch',
  'equipment',
  'return',
  'frontDesk',
] as const
export type DeskWork = (typeof deskWorks)[number]
