import { mayGoTo, type Suspect, suspectDouble } from '#web/center/go-to-panel.ts'
import { may } from '#web/core/session.ts'
import { suspectWords } from '#web/texts/doubles.ts'
import { Button } from '#web/ui/button.tsx'

const mayMerge = (kind: Suspect['kind']) =>
  kind === 'person'
    ? may('care.read') && (may('reception.manage') || may('roster.manage'))
    : may('contacts.read') && may('needs.manage')

/** Whoever looks at a record and knows another that is the same starts here; shown to desks that may merge. */
export function SuspectButton({ of }: { of: Suspect }) {
  if (!mayGoTo('doubles') || !mayMerge(of.kind)) return null
  return <Button onPress={() => suspectDouble(of)}>{suspectWords.open[of.kind]}</Button>
}
