import { openDay } from '#web/center/selectors.ts'
import { store } from '#web/core/store.ts'
import { groupCardWords as words } from '#web/texts/groups.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { act } from './acts.ts'
import { type Group, toSettleOf } from './selectors.ts'

const idsOf = (people: readonly { id: string }[]) => people.map(({ id }) => id)

/** Insurance and minors of the whole list at once: how many, and one press for all that was shown. */
export function SettleSection({ group: { visit, people } }: { group: Group }) {
  const day = openDay()
  const [center] = store.all('center')
  const { uninsured, unseen, guardians } = toSettleOf(people, day, center)
  const groupVisitId = visit.id
  const seen = () => act('groups.confirmInsurance', { groupVisitId, attendanceIds: idsOf(unseen), insurance: null })
  const enrol = () =>
    act('groups.confirmInsurance', {
      groupVisitId,
      attendanceIds: idsOf(uninsured),
      insurance: {
        plan: center?.hazard === 'earthquake' ? 'naturalDisaster' : 'basic',
        joinedOn: day?.date ?? null,
      },
    })
  const confirm = (consent: 'given' | 'accompanied') =>
    act('groups.confirmGuardians', { groupVisitId, attendanceIds: idsOf(guardians), consent })
  const settled = uninsured.length + unseen.length + guardians.length === 0
  return (
    <section aria-label={words.confirm} class="group-settle">
      <h4>{words.confirm}</h4>
      {settled ? <p>{words.allSettled}</p> : null}
      {unseen.length > 0 ? (
        <p class="group-settle-line">
          <Badge>{words.unseen(unseen.length)}</Badge>
          <Button onPress={seen}>{words.seenInsurance(unseen.length)}</Button>
        </p>
      ) : null}
      {uninsured.length > 0 ? (
        <p class="group-settle-line">
          <Badge tone="warning">{words.uninsured(uninsured.length)}</Badge>
          <Button onPress={enrol}>{words.enrolled(uninsured.length)}</Button>
        </p>
      ) : null}
      {guardians.length > 0 ? (
        <p class="group-settle-line">
          <Badge tone="warning">{words.minors(guardians.length)}</Badge>
          <Button onPress={() => confirm('given')}>{words.given(guardians.length)}</Button>
          <Button onPress={() => confirm('accompanied')}>{words.accompanied(guardians.length)}</Button>
        </p>
      ) : null}
    </section>
  )
}
