import './status-mark.css'
import { type MarkShape, statusMarkPath } from './mark-shapes.ts'
import { type StateColour, stateColours } from './state-colours.ts'

export interface StatusMarkProps {
  shape: MarkShape
  colour: StateColour
  /** One Japanese letter inside the shape. */
  letter: string
  word: string
  hideWord?: boolean | undefined
  large?: boolean | undefined
}

/** A state by shape, letter, colour and word; any one of them alone would tell it. */
export function StatusMark({ shape, colour, letter, word, hideWord, large }: StatusMarkProps) {
  const outline = statusMarkPath(shape)
  const { fill, ink } = stateColours[colour]
  return (
    <span class={large ? 'status-mark status-mark-large' : 'status-mark'}>
      <svg
        class="status-mark-shape"
        viewBox={`0 0 ${outline.width} ${outline.height}`}
        width={outline.width}
        height={outline.height}
        aria-hidden="true"
      >
        <path d={outline.path} fill={fill} class="status-mark-outline" />
        <text
          class="status-mark-letter"
          x={outline.letterX}
          y={outline.letterY}
          font-size={outline.letterSize}
          fill={ink}
        >
          {letter}
        </text>
        {outline.tick ? <path d={outline.tick} fill="none" stroke={ink} stroke-width="2.5" /> : null}
      </svg>
      <span class={hideWord ? 'visually-hidden' : 'status-mark-word'}>{word}</span>
    </span>
  )
}
