import type { Kept } from '#web/core/kept-database.ts'

/** Staff are known by a UUID. */
export const isOfStaff = ({ author }: Pick<Kept, 'author'>): boolean => author.length === 36

/** A phone by eight digits of its personal link. */
export const isOfPhone = ({ author }: Pick<Kept, 'author'>): boolean => /^[0-9a-f]{8}$/.test(author)
