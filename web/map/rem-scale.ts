/** How much larger than standard this device shows letters; marks and their distances grow with them. */
export function remScale(): number {
  return (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16
}
