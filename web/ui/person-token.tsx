import { useContext, useId } from 'preact/hooks'
import { UiWords } from './ui-words.ts'

export interface PersonBadge {
  /** One or two letters that fit on the note. */
  mark: string
  /** What they stand for, read out. */
  word: string
  tone?: 'plain' | 'good' | 'warning' | undefined
}

export interface PersonTokenProps {
  number: number | string
  name: string
  badges?: readonly PersonBadge[] | undefined
  selected?: boolean | undefined
  leader?: boolean | undefined
  leaderWord?: string | undefined
  draggable?: boolean | undefined
  onPress?: (() => void) | undefined
  onDragStart?: ((event: DragEvent) => void) | undefined
  onDragEnd?: ((event: DragEvent) => void) | undefined
  disabledBecause?: string | null | undefined
}

function TokenWords({ number, name, badges = [], leader, leaderWord }: PersonTokenProps) {
  const words = useContext(UiWords)
  return (
    <>
      <span class="token-number number">{number}</span>
      <span class="token-name">{name}</span>
      {leader ? <span class="token-leader">{leaderWord ?? words.leader}</span> : null}
      {badges.map(({ mark, word, tone = 'plain' }) => (
        <span key={word} class={`badge badge-${tone}`} title={word}>
          <span aria-hidden="true">{mark}</span>
          <span class="visually-hidden">{word}</span>
        </span>
      ))}
    </>
  )
}

/** A person as the sticky note that the desks know: number, name, and what matters for putting a team together. */
export function PersonToken(props: PersonTokenProps) {
  const reasonId = useId()
  const classes = `token${props.leader ? ' token-of-leader' : ''}${props.draggable ? ' token-draggable' : ''}`
  const drag = { draggable: props.draggable, onDragStart: props.onDragStart, onDragEnd: props.onDragEnd }
  if (!props.onPress) {
    return (
      <span class={classes} {...drag}>
        <TokenWords {...props} />
      </span>
    )
  }
  return (
    <span class="button-place">
      <button
        type="button"
        class={classes}
        aria-pressed={props.selected ?? false}
        aria-disabled={props.disabledBecause ? true : undefined}
        aria-describedby={props.disabledBecause ? reasonId : undefined}
        onClick={() => (props.disabledBecause ? undefined : props.onPress?.())}
        {...drag}
      >
        <TokenWords {...props} />
      </button>
      {props.disabledBecause ? (
        <span class="button-reason" id={reasonId}>
          {props.disabledBecause}
        </span>
      ) : null}
    </span>
  )
}
