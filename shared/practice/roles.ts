/** The parts that people play in a drill, in the order in which a phone offers them. */
export const participantRoles = ['staff', 'volunteer', 'survivor', 'observer'] as const
export type ParticipantRole = (typeof participantRoles)[number]
