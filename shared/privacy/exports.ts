/** The lists that can be taken out as a file; those of the day come first. */
export const exportTables = ['attendances', 'needs', 'roster', 'groups'] as const
export type ExportTable = (typeof exportTables)[number]

export const exportFormats = ['xlsx', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** The kinds in which a list's people stand: only desks that may hold all of them have them in a file. */
export const personalKinds = {
  roster: ['personContact', 'emergencyContact'],
  attendances: ['personContact'],
  needs: ['needContact', 'household'],
  groups: ['groupContact'],
} as const satisfies Record<ExportTable, readonly string[]>

/** For how long a list that waited for a second lead may be fetched. */
export const fetchHours = 24

/** What an act is about that takes a list out with its people. */
export const listKind = (table: ExportTable) => `list.${table}` as const

/** How an export stands in the record of who looked. */
export const exportName = (table: ExportTable, personal: boolean): string => `${table}${personal ? '+personal' : ''}`

/** Reads such a name; undefined where it is none. */
export function readExportName(name: string): { table: ExportTable; personal: boolean } | undefined {
  const [word, mark] = name.split('+')
  const table = exportTables.find((one) => one === word)
  return table && { table, personal: mark === 'personal' }
}
