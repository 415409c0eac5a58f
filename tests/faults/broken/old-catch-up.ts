import { CatchUpDesk } from '#server/core/catch-up.ts'

/** Answers whoever comes back as if the last act had not been. */
export class LateDesk extends CatchUpDesk {
  override answer(...[tx, seq, audiences, since]: Parameters<CatchUpDesk['answer']>) {
    return super.answer(tx, seq - 1, audiences, since)
  }
}
