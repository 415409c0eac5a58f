import { BoardScreen } from '#web/reports/board-screen.tsx'

/** The wall board for a projector. */
export function BoardApp() {
  return <BoardScreen />
}
