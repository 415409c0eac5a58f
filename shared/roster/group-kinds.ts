export const groupKinds = ['school', 'company', 'npo', 'residents', 'other'] as const
