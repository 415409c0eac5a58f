import { html } from 'hono/html'
import type { Markup } from '#server/core/sheet-page.ts'
import {
  groundMarkup,
  groundWishes,
  landmarkBoxes,
  onPaper,
  unitsPerMetre,
  wardPaper,
} from '#server/lookback/ward-paper.ts'
import type { Story } from '#shared/lookback/story.ts'
import type { Need } from '#shared/needs/need.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { statusMark } from '#shared/needs/status-marks.ts'
import { boxAround, type LabelWish, layLabels } from '#shared/places/label-layout.ts'
import { pointOfPlace } from '#shared/places/place.ts'
import { townById } from '#shared/places/towns.ts'

/** A sheet is left lying about: no house can be told from its neighbours by it. */
const blurMetres = 100
const grid = blurMetres * unitsPerMetre

const [letterSize, radius] = [10, 6.5]
const tenths = (value: number) => Math.round(value * 10) / 10
const blurred = (value: number) => tenths(Math.round(value / grid) * grid)

/** One mark of the paper: the needs that stand there, and whether that is more than the middle of their town. */
interface Mark {
  x: number
  y: number
  exact: boolean
  needs: Need[]
}

/** Where a need is drawn: about where its pin is, else at its town. What desks may no longer hold is not in the story. */
function markOf(need: Need, contacts: ReadonlyMap<string, Parameters<typeof pointOfPlace>[0]>): Mark[] {
  const contact = contacts.get(need.id)
  const townOnly = { townId: need.townId, addressLine: '', lat: null, lng: null }
  const known = (contact ? pointOfPlace(contact) : null) ?? pointOfPlace(townOnly)
  if (!known) return []
  const { x, y } = onPaper(known.point)
  const exact = known.precision === 'pin'
  return [exact ? { x: blurred(x), y: blurred(y), exact, needs: [need] } : { x, y, exact, needs: [need] }]
}

/** Marks that would cover each other become one. */
function withoutOverlaps(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = []
  for (const mark of marks) {
    const near = kept.find(({ x, y }) => Math.hypot(x - mark.x, y - mark.y) < 2 * radius)
    if (near) near.needs.push(...mark.needs)
    else kept.push({ ...mark, needs: [...mark.needs] })
  }
  return kept.toSorted((one, other) => other.needs.length - one.needs.length)
}

const lettersOf = (needs: readonly Need[]) =>
  Object.entries(Object.groupBy(needs, ({ status }) => statusMark(status).letter))
    .map(([letter, some = []]) => `${letter}${some.length}`)
    .join(' ')

/** So many can be named one by one; of more it is said how many stand how. */
const mostNamed = 2

/** Which teams were out at each need. */
function visitsOf(story: Story): Map<string, Set<number>> {
  const visits = new Map<string, Set<number>>()
  for (const { record } of story.of('team').flat()) {
    if (record.status !== 'out' || record.needId === null) continue
    visits.set(record.needId, (visits.get(record.needId) ?? new Set()).add(record.number))
  }
  return visits
}

function wordsOf({ needs }: Mark, visits: ReadonlyMap<string, ReadonlySet<number>>): string {
  const teams = [...new Set(needs.flatMap(({ id }) => [...(visits.get(id) ?? [])]))].toSorted((a, b) => a - b)
  if (needs.length > mostNamed) {
    const [first] = needs
    return `${townById(first?.townId ?? '')?.name ?? ''} ${lettersOf(needs)} ${teams.length}班`.trim()
  }
  const numbers = needs.map(({ number }) => needNumberText(number)).join('・')
  return teams.length === 0 ? numbers : `${numbers} ${teams.map((number) => `${number}班`).join('・')}`
}

function markMarkup({ x, y, exact, needs }: Mark): Markup {
  const [first] = needs
  const inside = needs.length > 1 || !first ? String(needs.length) : statusMark(first.status).letter
  return html`<circle cx="${x}" cy="${y}" r="${radius}" fill="#fff" stroke="#000" stroke-width="1.6"${exact ? '' : html` stroke-dasharray="2.5 2"`}/>
  <text x="${x}" y="${y}" font-size="8.5" font-weight="700" text-anchor="middle" dominant-baseline="central">${inside}</text>`
}

/** The needs' words come first, over a landmark's sign where it must be; those of the ground keep clear of all. */
function wordsMarkup(marks: readonly Mark[], ofMarks: readonly LabelWish[], ground: readonly LabelWish[]): Markup[] {
  const dots = marks.map(({ x, y }) => boxAround(x, y, radius - 2))
  const spots = layLabels(ofMarks, dots, wardPaper)
  const taken = [...dots, ...landmarkBoxes, ...spots.flatMap((spot) => spot?.box ?? [])]
  const wordAt = ({ text, size }: LabelWish, spot: (typeof spots)[number] | undefined, look: Markup) =>
    spot
      ? html`<text x="${tenths(spot.x)}" y="${tenths(spot.y)}" font-size="${size}" text-anchor="middle" dominant-baseline="central" ${look}>${text}</text>`
      : html``
  const grounds = layLabels(ground, taken, wardPaper)
  return [
    ...ground.map((wish, index) => wordAt(wish, grounds[index], html`fill="#666"`)),
    ...ofMarks.map((wish, index) => wordAt(wish, spots[index], html`font-weight="700"`)),
  ]
}

/** Needs and the teams that were there, about where they stood at the end, by numbers and without any address. */
export function wardMapMarkup(story: Story): Markup {
  const contacts = new Map(story.last('needContact').map(({ record }) => [record.id, record]))
  const needs = story.last('need').map(({ record }) => record)
  const drawn = needs.filter(({ status }) => status !== 'merged')
  const marks = withoutOverlaps(drawn.flatMap((need) => markOf(need, contacts)))
  const visits = visitsOf(story)
  const ofMarks = marks.map((mark): LabelWish => {
    return { text: wordsOf(mark, visits), x: mark.x, y: mark.y, size: letterSize, place: 'beside' }
  })
  const ground = groundWishes(new Set(drawn.map(({ townId }) => townId)))
  return html`<svg class="ward-map" viewBox="0 0 ${wardPaper.right} ${wardPaper.bottom}" role="img" aria-label="この日の依頼の地図">
  ${groundMarkup()}
  ${marks.map(markMarkup)}
  ${wordsMarkup(marks, ofMarks, ground)}
</svg>`
}
