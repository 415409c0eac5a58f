/**
 * Whether Sasae starts by itself at a sign-in. `elsewhere`: another folder of Sasae, or this one with other settings.
 * `foreign`: a file of that name that is not ours. `impossible`: a system whose way of it is not known.
 */
export type AutostartState = 'on' | 'off' | 'elsewhere' | 'foreign' | 'impossible'

export interface AutostartShown {
  state: AutostartState
  /** The file that the system reads. */
  path: string
}
