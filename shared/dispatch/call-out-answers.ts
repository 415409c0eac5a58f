/** What somebody of the roster said when they were asked for a need (呼びかけ). */
export const callOutAnswers = ['comes', 'cannot', 'noAnswer'] as const
