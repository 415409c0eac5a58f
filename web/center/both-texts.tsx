import { bothTexts as words } from '#web/texts/both-texts.ts'
import { Button } from '#web/ui/button.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { differences, type Labels } from './differences.ts'

export interface BothTextsProps<T extends object> {
  mine: T
  /** What the record says now, in the shape of the form. */
  theirs: T
  labels: Labels<T>
  /** What stored values are called on the screen. */
  values?: Readonly<Record<string, string>> | undefined
  /** Takes the other's text of one field over; what stands in the form otherwise stays. */
  take: (part: Partial<T>) => void
}

/** After a refusal because another desk was quicker: both texts of each field that differs, and neither lost. */
export function BothTexts<T extends object>({ mine, theirs, labels, values, take }: BothTextsProps<T>) {
  const rows = differences({ mine, theirs, labels, values })
  if (rows.length === 0) return <NoticeBanner tone="information">{words.same}</NoticeBanner>
  return (
    <NoticeBanner tone="warning" live title={words.title}>
      <p>{words.hint}</p>
      {rows.map((row) => (
        <section key={row.key} class="both-texts" aria-label={row.label}>
          <h4>{row.label}</h4>
          <dl class="facts">
            <dt>{words.theirs}</dt>
            <dd>{row.theirs}</dd>
            <dt>{words.mine}</dt>
            <dd>{row.mine}</dd>
          </dl>
          <Button label={words.takeOf(row.label)} onPress={() => take(row.taken)}>
            {words.take}
          </Button>
        </section>
      ))}
    </NoticeBanner>
  )
}
