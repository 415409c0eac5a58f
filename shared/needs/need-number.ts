/** A need's number as people say it and sheets show it: N-031. */
export function needNumberText(number: number): string {
  return `N-${String(number).padStart(3, '0')}`
}
