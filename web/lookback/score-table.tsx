import { useState } from 'preact/hooks'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type { Figure, Score } from '#shared/lookback/figure.ts'
import { figureValue, figureWord } from '#shared/texts/figures.ts'
import type { Replay } from '#web/lookback/replay.ts'
import { goToSeq } from '#web/lookback/replay-state.ts'
import { lookbackTexts as t } from '#web/texts/lookback.ts'
import { Button } from '#web/ui/button.tsx'

interface Props {
  score: Score
  open: Replay
  /** A moment was chosen: whoever holds the views brings them into sight. */
  onShown: () => void
}

const shownMoments = 6

/** The moments behind a figure; a press shows how all stood right after. */
function Moments({ figure, open, onShown }: { figure: Figure } & Pick<Props, 'open' | 'onShown'>) {
  const [all, setAll] = useState(false)
  const show = (seq: number) => {
    goToSeq(seq)
    onShown()
  }
  const atOf = new Map(open.moments.map(({ seq, at }) => [seq, at]))
  const known = figure.seqs.filter((seq) => atOf.has(seq)).toSorted((one, other) => one - other)
  const shown = all ? known : known.slice(0, shownMoments)
  if (known.length === 0) return <span class="quiet">{t.noMoments}</span>
  return (
    <>
      {shown.map((seq) => (
        <Button key={seq} label={t.show(clockOf(atOf.get(seq) ?? '', timeZone))} onPress={() => show(seq)}>
          <span class="number">{clockOf(atOf.get(seq) ?? '', timeZone)}</span>
        </Button>
      ))}
      {known.length > shown.length ? (
        <Button onPress={() => setAll(true)}>{t.moreMoments(known.length - shown.length)}</Button>
      ) : null}
    </>
  )
}

/** How the day or the drill went, figure by figure, each with the way to what is behind it. */
export function ScoreTable({ score, open, onShown }: Props) {
  const told = score.figures.filter(({ value }) => value !== null)
  return (
    <section aria-label={t.score}>
      <h3>
        {t.score} <span class="number">{t.points(score.total.got, score.total.of)}</span>
      </h3>
      <p class="quiet">{t.scoreWords}</p>
      <table class="table score-table">
        <thead>
          <tr>
            <th scope="col">{t.figure}</th>
            <th scope="col">{t.value}</th>
            <th scope="col">{t.pointsHead}</th>
            <th scope="col">{t.moments}</th>
          </tr>
        </thead>
        <tbody>
          {told.map((one) => (
            <tr key={`${one.key} ${one.part}`} class={one.points && one.points.got < one.points.of ? 'score-lost' : ''}>
              <th scope="row">{figureWord(one)}</th>
              <td class="number">{figureValue(one)}</td>
              <td class="number">{one.points ? `${one.points.got} / ${one.points.of}` : ''}</td>
              <td>
                <div class="score-moments">
                  <Moments figure={one} open={open} onShown={onShown} />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
