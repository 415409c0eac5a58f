let count = 0

/** A copy has its final name from its first byte on, whatever becomes of it. */
export const unfinishedName = () => `00000000_${++count}_20261128T000000000Z_button.sasae`
