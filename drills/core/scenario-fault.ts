/** What of a scenario cannot be, though its form is right. */
export interface Fault {
  path: readonly (string | number)[]
  sentence: string
}
