import { useState } from 'preact/hooks'
import type { DrillEnd, StartedDrill } from '#shared/practice/drill-room.ts'
import type { IssuesOfDrill } from '#shared/readiness/rules.ts'
import { DrillIssuesDialog } from '#web/practice/drill-issues-dialog.tsx'
import { askDrillIssues, endDrill } from '#web/practice/drill-room.ts'
import { drillsTexts as words } from '#web/texts/drills.ts'
import { Button } from '#web/ui/button.tsx'

const hows: readonly DrillEnd[] = ['keep', 'seal', 'erase']

/** What is asked before the drill ends; the issues are null where they could not be read. */
interface Asked {
  how: DrillEnd
  issues: IssuesOfDrill | null
}

const nothingIn = (issues: IssuesOfDrill | null) =>
  issues !== null && issues.fresh.length + issues.dealtWith.length === 0

/**
 * What becomes of the records. What the drill showed comes to this center's list first, where the lead says so; without
 * anything to take over, only what cannot be taken back is asked about twice.
 */
export function DrillEnding({ drill }: { drill: StartedDrill }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const ask = async (how: DrillEnd) => {
    const issues = await askDrillIssues()
    if (how !== 'erase' && nothingIn(issues)) await endDrill(how)
    else setAsked({ how, issues })
  }
  return (
    <section class="form-part" aria-labelledby="drill-end">
      <h3 id="drill-end">{words.end}</h3>
      <p class="quiet">{words.endWords}</p>
      <ul class="controller-list">
        {hows.map((how) => (
          <li key={how} class="controller-row controller-given">
            <span>{words.howWords[how]}</span>
            <Button variant={how === 'erase' ? 'danger' : 'quiet'} onPress={() => ask(how)}>
              {words.how[how]}
            </Button>
          </li>
        ))}
      </ul>
      {asked ? <DrillIssuesDialog drill={drill} {...asked} onClose={() => setAsked(null)} /> : null}
    </section>
  )
}
