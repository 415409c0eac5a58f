/** A rectangle on paper or screen, in the units of the drawing. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** A word that wants to stand at a point. */
export interface LabelWish {
  text: string
  x: number
  y: number
  /** Height of the letters, in the units of the drawing. */
  size: number
  /** Over the point; over it or a little around it, where the point is rough itself; or beside the dot that stands there. */
  place: 'centre' | 'around' | 'beside'
}

/** Where a label stands: the middle of its box. */
export interface LabelSpot {
  x: number
  y: number
  box: Box
}

/** Japanese letters are as wide as high; Latin letters and figures a little over half of it. */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const letter of text) ems += (letter.codePointAt(0) ?? 0) < 0x100 ? 0.58 : 1
  return ems * size
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function holds(outer: Box, inner: Box): boolean {
  return (
    inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
  )
}

/** A box around a point, `half` units to each side. */
export function boxAround(x: number, y: number, half: number): Box {
  return { left: x - half, top: y - half, right: x + half, bottom: y + half }
}

function boxOf(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }
}

/** How far a label may move from its point, in widths and heights of its box, the best first. */
const shifts: Record<LabelWish['place'], readonly (readonly [across: number, down: number])[]> = {
  centre: [[0, 0]],
  around: [
    [0, 0],
    [0, -0.6],
    [0, 0.6],
    [-0.4, 0],
    [0.4, 0],
    [0, -1],
    [0, 1],
    [-0.4, -0.7],
    [0.4, -0.7],
    [-0.4, 0.7],
    [0.4, 0.7],
    [0, 1.6],
    [0, -1.6],
  ],
  beside: [
    [0, 0.5],
    [0, -0.5],
    [0.5, 0],
    [-0.5, 0],
  ],
}

/** Room between a dot and the label beside it, in letter heights. */
const gap = 0.5

function spotsFor(wish: LabelWish): LabelSpot[] {
  const width = textWidth(wish.text, wish.size) + wish.size * 0.3
  const height = wish.size * 1.3
  const room = wish.place === 'beside' ? wish.size * gap : 0
  return shifts[wish.place].map(([across, down]) => {
    const x = wish.x + across * width + Math.sign(across) * room
    const y = wish.y + down * height + Math.sign(down) * room
    return { x, y, box: boxOf(x, y, width, height) }
  })
}

/**
 * Gives each label a spot where it covers neither an earlier label nor a taken box, or null where there is none: a word
 * that is left out can be found by moving closer, two words over each other can be read by nobody. Order is priority. With
 * `paper` no label may reach over its edge.
 */
export function layLabels(wishes: readonly LabelWish[], taken: readonly Box[], paper?: Box): (LabelSpot | null)[] {
  const boxes = [...taken]
  return wishes.map((wish) => {
    const isFree = ({ box }: LabelSpot) => !boxes.some((other) => overlaps(box, other))
    const spot = spotsFor(wish).find((candidate) => (!paper || holds(paper, candidate.box)) && isFree(candidate))
    if (spot) boxes.push(spot.box)
    return spot ?? null
  })
}
