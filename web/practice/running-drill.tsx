import { useLayoutEffect, useRef } from 'preact/hooks'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type { StartedDrill } from '#shared/practice/drill-room.ts'
import { deskLabel } from '#shared/texts/desk-names.ts'
import { addresses } from '#web/center/addresses.ts'
import { DrillEnding } from '#web/practice/drill-ending.tsx'
import { drillsTexts as words } from '#web/texts/drills.ts'
import { QrImage } from '#web/ui/qr-image.tsx'

const pages = [
  ['/desk', words.openDesk],
  ['/board', words.openBoard],
  ['/sheets/drill-poster', words.openPoster],
] as const

/** The same host, on the port of the drill. */
function onPort(origin: string, port: number): string {
  const address = new URL(origin)
  address.port = String(port)
  return address.origin
}

function JoinAddress({ port }: { port: number }) {
  const origin = addresses.value?.[0]
  if (!origin) return <p>{words.noAddress}</p>
  const address = `${onPort(origin, port)}/drill`
  return (
    <div class="toolbar">
      <QrImage text={address} label={words.joinAt} size="140px" />
      <p>
        {words.joinAt}
        <br />
        <strong>{address}</strong>
      </p>
    </div>
  )
}

/** A drill's names and numbers are no secret: whoever holds it must be able to sit down there. */
function Staff({ staff }: { staff: NonNullable<StartedDrill['staff']> }) {
  return (
    <details open>
      <summary>{words.staff}</summary>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{words.desk}</th>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.pin}</th>
          </tr>
        </thead>
        <tbody>
          {staff.map(({ name, pin, desks }) => (
            <tr key={name}>
              <td>{desks.map(deskLabel).join('・')}</td>
              <td>{name}</td>
              <td class="number">{pin}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** The drill that runs beside this center: its address, its screens, and what becomes of it. */
export function RunningDrill({ drill }: { drill: StartedDrill }) {
  const here = onPort(location.origin, drill.port)
  const top = useRef<HTMLDivElement>(null)
  // The button that was pressed may have stood far below, where now nothing is.
  useLayoutEffect(() => top.current?.scrollIntoView(), [])
  return (
    <div class="stack" ref={top}>
      <section class="form-part" aria-labelledby="drill-running">
        <h3 id="drill-running">{words.running(drill.title)}</h3>
        <p class="quiet">{words.since(clockOf(drill.startedAt, timeZone))}</p>
        {drill.soloDesk ? (
          <>
            <p>{words.soloHow(deskLabel(drill.soloDesk))}</p>
            <p>
              <a class="button button-next button-large" href={`${here}/drill`} target="_blank" rel="noreferrer">
                {words.soloStart}
              </a>
            </p>
          </>
        ) : (
          <>
            <p>{words.runHow}</p>
            <p>{words.joinHow}</p>
          </>
        )}
        <p>{words.openScreens}</p>
        <p class="toolbar">
          {pages.map(([path, label], index) => (
            <a
              key={path}
              class={index === 0 && !drill.soloDesk ? 'button button-next' : 'button'}
              href={`${here}${path}`}
              target="_blank"
              rel="noreferrer"
            >
              {label}
            </a>
          ))}
        </p>
        {drill.staff ? <Staff staff={drill.staff} /> : null}
        <JoinAddress port={drill.port} />
      </section>
      <DrillEnding drill={drill} />
    </div>
  )
}
