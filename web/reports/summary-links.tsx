import type { Day } from '#shared/center/center.ts'
import { may } from '#web/core/session.ts'
import { ActMessage } from '#web/reports/act-message.tsx'
import { useAct } from '#web/reports/use-act.ts'
import { homeTexts as words } from '#web/texts/close-of-day.ts'
import { Button } from '#web/ui/button.tsx'

/** The daily report on paper, and as a file; taking the file leaves its line in the chronology first. */
export function SummaryLinks({ day }: { day: Day }) {
  const { act, refused, kept } = useAct()
  const save = async () => {
    if (await act('reports.exportSummary', { dayId: day.id })) location.assign(`/exports/day-summary.csv?day=${day.id}`)
  }
  const allowed = may('center.lead') || may('affairs.manage')
  return (
    <>
      <a class="button button-quiet" href={`/sheets/day-summary/${day.id}`} target="_blank" rel="noreferrer">
        {words.summary}
      </a>
      <Button onPress={save} disabledBecause={allowed ? null : words.csvOnly}>
        {words.csv}
      </Button>
      <ActMessage refused={refused} kept={kept} />
    </>
  )
}
