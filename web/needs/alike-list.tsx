import { needNumberText } from '#shared/needs/need-number.ts'
import { statusMark } from '#shared/needs/status-marks.ts'
import { placeText } from '#shared/places/place.ts'
import type { NeedDraft } from '#web/needs/need-draft.ts'
import type { AlikeHousehold } from '#web/needs/selectors.ts'
import { alikeWords, needsWords } from '#web/texts/needs.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { StatusMark } from '#web/ui/status-mark.tsx'

const words = needsWords.alike

export interface AlikeListProps {
  alike: readonly AlikeHousehold[]
  draft: NeedDraft
  change: (part: Partial<NeedDraft>) => void
  onOpen: (needId: string) => void
  onAddTo: (needId: string) => unknown
}

function AlikeCard({ one, ...list }: { one: AlikeHousehold } & AlikeListProps) {
  const { household, likeness, needs } = one
  const { draft, change } = list
  const seen = draft.lookedAt.includes(household.id)
  const name = household.name || household.nameKana || words.noName
  const reasons = likeness.reasons.map((reason) => alikeWords[reason])
  const metres = likeness.metres === null ? [] : [words.metres(likeness.metres)]
  return (
    <li class={likeness.strong && !seen ? 'alike alike-strong' : 'alike'}>
      <p class="alike-head">
        <strong>{name}</strong> {likeness.strong && !seen ? <Badge tone="warning">{words.mustLook}</Badge> : null}
        {seen ? <Badge tone="good">{words.anotherSaid}</Badge> : null}
      </p>
      <p>{placeText(household)}</p>
      <p class="quiet">{[...reasons, ...metres].join('・')}</p>
      <ul class="alike-needs">
        {needs.map((need) => (
          <li key={need.id}>
            <StatusMark {...statusMark(need.status)} /> <span class="number">{needNumberText(need.number)}</span>{' '}
            <span class="alike-work">{need.work}</span>
            <span class="alike-acts">
              <Button onPress={() => list.onOpen(need.id)} label={words.open(needNumberText(need.number))}>
                {words.openIt}
              </Button>
              <Button onPress={() => list.onAddTo(need.id)} label={words.addTo(needNumberText(need.number))}>
                {words.addToIt}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <div class="actions">
        <Button onPress={() => change({ householdId: household.id })} label={`${name}: ${words.sameHousehold}`}>
          {words.sameHousehold}
        </Button>
        <Button
          pressed={seen}
          label={`${name}: ${words.another}`}
          onPress={() =>
            change({
              lookedAt: seen ? draft.lookedAt.filter((id) => id !== household.id) : [...draft.lookedAt, household.id],
            })
          }
        >
          {words.another}
        </Button>
      </div>
    </li>
  )
}

/** What may be the same household, beside the form while it is being written. */
export function AlikeList(props: AlikeListProps) {
  const { alike, draft, change } = props
  const chosenOne = alike.find(({ household }) => household.id === draft.householdId)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself on a low screen; the keyboard must reach what is further down
    <section class="alike-part" aria-labelledby="alike-title" tabIndex={0}>
      <h3 id="alike-title">
        {words.title} <span class="number">{words.count(alike.length)}</span>
      </h3>
      <p class="visually-hidden" role="status">
        {alike.length > 0 ? `${words.title} ${words.count(alike.length)}` : ''}
      </p>
      {draft.householdId === '' ? null : (
        <div class="toolbar">
          <Badge tone="good">{words.chosen(chosenOne?.household.name || words.noName)}</Badge>
          <Button onPress={() => change({ householdId: '' })}>{words.unchoose}</Button>
        </div>
      )}
      {alike.length === 0 ? (
        <p class="quiet">{words.none}</p>
      ) : (
        <ul class="alike-list" id="alike-list">
          {alike.map((one) => (
            <AlikeCard key={one.household.id} one={one} {...props} />
          ))}
        </ul>
      )}
    </section>
  )
}
