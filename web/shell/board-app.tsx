import { NewerVersion } from '#web/keeping/newer-version.tsx'
import { BoardScreen } from '#web/reports/board-screen.tsx'

/** The wall board for a projector. */
export function BoardApp() {
  return (
    <>
      <BoardScreen />
      <div class="board-notice">
        <NewerVersion withCard={false} />
      </div>
    </>
  )
}
