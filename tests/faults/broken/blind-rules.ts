/** Whoever stands in a team may be taken, and whatever is given may be given: nobody looks at what is so now. */
export const nothingAgainst = () => null
