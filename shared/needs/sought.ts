import type { Sought } from '#shared/households/alike.ts'
import type { Household } from '#shared/households/household.ts'
import type { NeedContact } from '#shared/needs/need.ts'

/**
 * Whom to look for before a household is made. The caller's own phone and name count only where they belong to the
 * household: one head of a residents' association may call for ten houses.
 */
export function soughtOf(
  household: Pick<Household, 'name' | 'nameKana'> & { phone: string },
  contact: Pick<
    NeedContact,
    'requesterName' | 'requesterKana' | 'relation' | 'townId' | 'addressLine' | 'lat' | 'lng'
  > & { requesterPhone: string },
): Sought {
  const { relation, townId, addressLine, lat, lng } = contact
  const isOwn = relation === 'self' || relation === 'family'
  return {
    phones: isOwn ? [household.phone, contact.requesterPhone] : [household.phone],
    names: relation === 'self' ? [household.name, contact.requesterName] : [household.name],
    kanas: relation === 'self' ? [household.nameKana, contact.requesterKana] : [household.nameKana],
    townId,
    addressLine,
    lat,
    lng,
  }
}
