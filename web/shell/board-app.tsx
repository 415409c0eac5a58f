import { NewerVersion } from '#web/keeping/newer-version.tsx'
import { DarkBoard } from '#web/practice/dark-board-panel.tsx'
import { BoardScreen } from '#web/reports/board-screen.tsx'

/** The wall board for a projector. */
export function BoardApp() {
  return (
    <>
      <BoardScreen />
      <DarkBoard />
      <div class="board-notice">
        <NewerVersion withCard={false} />
      </div>
    </>
  )
}
