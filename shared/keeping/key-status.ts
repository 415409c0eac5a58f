/** How the key of the file is kept on the center's computer, as its lead sees it there. */
export interface KeyStatus {
  /** `open`: this computer opens by itself. `locked`: it asks for a badge. `none`: a center without a file of its own. */
  state: 'open' | 'locked' | 'none'
  /** Whose badges open it. */
  badges: readonly string[]
  /** When the recovery sheet was last printed. */
  sheetPrintedAt: string | null
}
