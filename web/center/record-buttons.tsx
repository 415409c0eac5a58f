import { ProvedLink } from '#web/access/proved-link.tsx'
import { goToErase, mayGoTo, type RecordOwner } from '#web/center/go-to-panel.ts'
import { may } from '#web/core/session.ts'
import { recordWords } from '#web/texts/privacy.ts'
import { Button } from '#web/ui/button.tsx'

const mayPrint = (kind: RecordOwner['kind']) =>
  kind === 'household'
    ? may('contacts.read') && may('needs.manage')
    : may('care.read') && (may('roster.manage') || may('reception.manage'))

/** この人の記録: all that is held of somebody, to print for them, and for the lead the way to erase it. */
export function RecordButtons({ of }: { of: RecordOwner }) {
  if (!mayPrint(of.kind)) return null
  return (
    <>
      <ProvedLink href={`/sheets/record/${of.kind}/${of.id}`}>{recordWords.print[of.kind]}</ProvedLink>
      {may('center.lead') && mayGoTo('privacy') ? (
        <Button onPress={() => goToErase(of)}>{recordWords.erase}</Button>
      ) : null}
    </>
  )
}
