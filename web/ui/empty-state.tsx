import type { ComponentChildren } from 'preact'

export interface EmptyStateProps {
  /** Why there is nothing here, as a sentence. */
  title: string
  children?: ComponentChildren
  action?: ComponentChildren
}

/** Nothing to show is also something to say. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div class="empty-state">
      <p class="empty-state-title">{title}</p>
      {children}
      {action}
    </div>
  )
}
