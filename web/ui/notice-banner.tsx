import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { UiWords } from './ui-words.ts'

type NoticeTone = 'information' | 'warning' | 'stop'

export interface NoticeBannerProps {
  tone: NoticeTone
  title?: string | null | undefined
  children?: ComponentChildren
  action?: ComponentChildren
  onClose?: (() => void) | undefined
  /** True for what appears while someone is at the page: it is then read out. Stop is always read out. */
  live?: boolean | undefined
}

/** Circle, triangle, octagon: the shapes that roads have taught everyone. */
const signs: Record<NoticeTone, string> = {
  information: 'M12 2a10 10 0 1 1 0 20a10 10 0 1 1 0-20zM12 10v7M12 6.5v1',
  warning: 'M12 2.5L22.5 21H1.5zM12 9v6M12 17.5v1',
  stop: 'M8 2h8l6 6v8l-6 6H8l-6-6V8zM7 12h10',
}

function roleOf({ tone, live }: NoticeBannerProps): 'alert' | 'status' | undefined {
  if (tone === 'stop') return 'alert'
  return live ? 'status' : undefined
}

/** A sentence that stays until it is settled: with its reason, and the way to settle it. */
export function NoticeBanner(props: NoticeBannerProps) {
  const words = useContext(UiWords)
  return (
    <div class={`notice notice-${props.tone}`} role={roleOf(props)}>
      <svg class="notice-sign" viewBox="0 0 24 24" role="img" aria-label={words.notice[props.tone]}>
        <path
          d={signs[props.tone]}
          fill="none"
          stroke="currentColor"
          stroke-width="2"
          stroke-linejoin="round"
          stroke-linecap="round"
        />
      </svg>
      <div class="notice-words">
        {props.title ? <strong>{props.title}</strong> : null}
        {props.children}
      </div>
      {props.action}
      {props.onClose ? (
        <button type="button" class="button button-quiet" onClick={props.onClose}>
          {words.close}
        </button>
      ) : null}
    </div>
  )
}
