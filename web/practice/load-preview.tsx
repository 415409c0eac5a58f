import type { ScenarioLook } from '#shared/practice/scenario-desk.ts'
import { editorTexts as words } from '#web/texts/scenario-editor.ts'

type Quarter = ScenarioLook['quarters'][number]
const kinds = ['arrivals', 'calls', 'injects'] as const

const most = (quarters: readonly Quarter[]) =>
  Math.max(1, ...quarters.map((quarter) => kinds.reduce((sum, kind) => sum + quarter[kind], 0)))

/** How much happens in each quarter of an hour: as bars for the eye, and as figures. */
export function LoadPreview({ quarters }: Pick<ScenarioLook, 'quarters'>) {
  const highest = most(quarters)
  return (
    <section class="form-part" aria-labelledby="scenario-load">
      <h3 id="scenario-load">{words.load}</h3>
      <ul class="load-legend">
        {kinds.map((kind) => (
          <li key={kind}>
            <span class={`load-sign load-${kind}`} /> {words.kinds[kind]}
          </li>
        ))}
      </ul>
      <div class="load-bars" aria-hidden="true">
        {quarters.map((quarter) => (
          <div key={quarter.clock} class="load-bar">
            {kinds.map((kind) => (
              <span key={kind} class={`load-${kind}`} style={{ height: `${(quarter[kind] / highest) * 100}%` }} />
            ))}
            {quarter.clock.endsWith(':00') ? <small class="number">{quarter.clock.slice(-5)}</small> : null}
          </div>
        ))}
      </div>
      <details>
        <summary>{words.figures}</summary>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{words.quarter}</th>
              {kinds.map((kind) => (
                <th key={kind} scope="col">
                  {words.kinds[kind]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {quarters.map((quarter) => (
              <tr key={quarter.clock}>
                <th scope="row" class="number">
                  {quarter.clock}
                </th>
                {kinds.map((kind) => (
                  <td key={kind} class="table-number">
                    {quarter[kind]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
