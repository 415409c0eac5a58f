import type { WaitingAct } from '#shared/access/waiting-act.ts'
import { formatDate } from '#shared/core/japanese-date.ts'
import { addMinutes, clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import { type ExportFormat, exportFormats, fetchHours } from '#shared/privacy/exports.ts'
import { askForProof } from '#web/access/step-up.ts'
import { centerNow } from '#web/core/clock.ts'
import { session } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { privacyTexts } from '#web/texts/privacy.ts'
import { Button } from '#web/ui/button.tsx'

const words = privacyTexts.exports

const endOf = ({ endedAt, askedAt }: WaitingAct) => addMinutes(endedAt ?? askedAt, fetchHours * 60)

/** The file is given to whoever has just proved who they are; hours have passed since they asked for it. */
async function takeReady(exportId: string, format: ExportFormat): Promise<void> {
  if (await askForProof()) location.assign(`/exports/table.${format}?export=${exportId}`)
}

/** The lists with their people that this person asked for, and that have waited long enough. */
export function ReadyLists() {
  const me = session.value?.staff?.staffId
  const mine = store.all('waitingAct').filter(({ type, forId }) => type === 'privacy.export' && forId === me)
  const ready = mine.filter((act) => act.status === 'done' && Date.parse(endOf(act)) > centerNow())
  return (
    <>
      {ready.map((act) => (
        <fieldset key={act.id} class="export-row">
          <legend>{words.readyTitle}</legend>
          <p>{words.ready(`${formatDate(dateOf(endOf(act), timeZone), 'ja')} ${clockOf(endOf(act), timeZone)}`)}</p>
          <div class="actions">
            {exportFormats.map((format) => (
              <Button
                key={format}
                label={words.readyTake(words.formats[format])}
                onPress={() => takeReady(act.id, format)}
              >
                {words.formats[format]}
              </Button>
            ))}
          </div>
        </fieldset>
      ))}
    </>
  )
}
