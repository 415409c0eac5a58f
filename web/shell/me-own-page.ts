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

/** Whether the day of this phone's link is over: closed, or another one has begun since. */
function isDayOver(over: 'closed' | 'another'): boolean {
  const date = keptPersonalLink()?.date ?? ''
  const days = date === '' ? [] : store.all('day')
  return days.some((day) => (over === 'another' ? day.date > date : day.date === date && day.status === 'closed'))
}

/** The day of this link was closed, and no other has begun: reception is as closed as it. */
export const isDayClosed = () => isDayOver('closed') && !isDayOver('another')

/** A dead link leads nowhere, neither here nor through reception; one of a day that is over still says who came before. */
export function forgetDeadLink(): void {
  if (!isDayOver('closed') && !isDayOver('another')) forgetPersonalLink()
}
