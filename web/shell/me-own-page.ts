import { signal } from '@preact/signals'
import { forgetPersonalLink, keepPersonalLink, keptPersonalLink, ownPhone } from '#web/core/personal-link.ts'
import type { Refusal } from '#web/core/request.ts'
import { send } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'

/** Whether this page is this phone's: the link may be bound to another one, and then asks whose it is. */
export const ownPage = signal<'opening' | 'mine' | 'elsewhere'>('opening')

interface Owner {
  number: number
  birthDate: string
}

/** Binds the link to this phone; null where that went well, or where the line must say it later. */
export async function bindHere(token: string, owner: Owner | null): Promise<Refusal | null> {
  const outcome = await send('volunteers.bindLink', { linkToken: token, ownPhone: ownPhone(), owner }, { secret: true })
  if (outcome.kind !== 'refused') {
    keepPersonalLink({ token, date: keptPersonalLink()?.date ?? '', bound: true })
    return null
  }
  return outcome.problem
}

/** Finds out whose the page is before anything is asked of it; a phone that checked in knows already. */
export async function openOwnPage(token: string): Promise<void> {
  const kept = keptPersonalLink()
  const refusal = kept?.token === token && kept.bound ? null : await bindHere(token, null)
  ownPage.value = refusal?.code === 'volunteers.linkElsewhere' ? 'elsewhere' : 'mine'
}

/** A dead link leads nowhere, neither here nor through reception; one of an earlier day still says who came before. */
export function forgetDeadLink(): void {
  const date = keptPersonalLink()?.date ?? ''
  const another = store.all('day').some((day) => date !== '' && day.date > date)
  if (!another) forgetPersonalLink()
}
