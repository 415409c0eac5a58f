import type { Control } from '#drills/core/control.ts'
import type { DrillClock } from '#drills/core/drill-clock.ts'
import type { Timetable } from '#drills/core/timetable.ts'
import type { Inject } from '#shared/practice/inject.ts'

type Act = () => Promise<void>

/** How something is done where it cannot be done on the screen. */
export interface OtherWays {
  /** Tells the people at the desk of it, and answers with the id of the inject. */
  ring?: () => Promise<string>
  /** Writes it down while screens are dark; without it the act itself waits to be typed in. */
  onPaper?: Act
}

/** What it needs of the drill. */
interface Around {
  readonly control: Control
  readonly clock: DrillClock
  readonly timetable: Timetable
  injectOf(id: string | undefined): Inject | undefined
  asWritten(at: number, act: Act): Promise<void>
  after(minutes: number, act: Act): void
  send(
    actor: { kind: 'system' },
    type: 'practice.answerInject',
    input: { injectId: string; answer: string },
  ): Promise<unknown>
}

interface Paper {
  /** When it was written, in milliseconds. */
  at: number
  act: Act
}

interface Waiting {
  act: Act
  /** The inject by which people at the desk heard of it; what they answered is not done a second time. */
  ringId: string | undefined
}

/** A sheet is typed in so fast, once the screens are back. */
export const minutesPerPaper = 1

/**
 * What simulated desks do passes through here: at once; onto paper while screens are dark, to be typed in afterwards with
 * its own time; or not at all while people sit at the desk, for whom it waits until the desk is handed back.
 */
export class DeskWork {
  private readonly drill: Around
  private papers: Paper[] = []
  private phones: Act[] = []
  private readonly waiting = new Map<string, Waiting[]>()

  constructor(drill: Around) {
    this.drill = drill
    // Nothing is done while a patch is told: it waits its turn in the timetable.
    drill.control.onChange(() => drill.timetable.add(drill.clock.milliseconds, () => this.goOn()))
  }

  async do(deskName: string, act: Act, { ring, onPaper }: OtherWays = {}): Promise<void> {
    const { control, clock } = this.drill
    if (control.isHuman(deskName)) {
      const queue = this.waiting.get(deskName) ?? []
      this.waiting.set(deskName, queue)
      queue.push({ act, ringId: await ring?.() })
    } else if (control.isDark) {
      if (onPaper) await onPaper()
      else this.papers.push({ at: clock.milliseconds, act })
    } else {
      await act()
    }
  }

  /** What a phone sends; without the center's screens it keeps it, as phones do. */
  async byPhone(act: Act): Promise<void> {
    if (this.drill.control.isDark) this.phones.push(act)
    else await act()
  }

  /** Whether sheets are still to be typed in. */
  get hasPapers(): boolean {
    return this.papers.length > 0
  }

  private async goOn(): Promise<void> {
    const { control } = this.drill
    for (const [deskName, queue] of this.waiting) {
      if (control.isHuman(deskName)) continue
      this.waiting.delete(deskName)
      for (const one of queue) await this.takeBack(deskName, one)
    }
    if (control.isDark) return
    const [papers, phones] = [this.papers, this.phones]
    this.papers = []
    this.phones = []
    for (const act of phones) await act()
    for (const [index, paper] of papers.entries()) this.drill.after(index * minutesPerPaper, () => this.typeIn(paper))
  }

  private async takeBack(deskName: string, { act, ringId }: Waiting): Promise<void> {
    const rung = this.drill.injectOf(ringId)
    if (rung?.state === 'answered') return
    await this.do(deskName, act)
    if (rung) {
      const answered = { injectId: rung.id, answer: '模擬の担当が引き受けました。' }
      await this.drill.send({ kind: 'system' }, 'practice.answerInject', answered)
    }
  }

  private async typeIn(paper: Paper): Promise<void> {
    if (this.drill.control.isDark) this.papers.push(paper)
    else await this.drill.asWritten(paper.at, paper.act)
  }
}
