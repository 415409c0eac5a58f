import { EmptyState } from '#web/ui/empty-state.tsx'

/** The wall board for a projector. */
export function BoardApp() {
  return <EmptyState title="準備中" />
}
