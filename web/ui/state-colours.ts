/** The six colours of states: apart under protan, deutan and tritan vision, each with the letter colour that reads on it. */
export const stateColours = {
  red: { fill: '#b22222', ink: '#ffffff' },
  amber: { fill: '#ffb000', ink: '#1b1b1b' },
  sky: { fill: '#7fc8f8', ink: '#1b1b1b' },
  navy: { fill: '#1d4e89', ink: '#ffffff' },
  grey: { fill: '#84919e', ink: '#1b1b1b' },
  black: { fill: '#222222', ink: '#ffffff' },
} as const

export type StateColour = keyof typeof stateColours
