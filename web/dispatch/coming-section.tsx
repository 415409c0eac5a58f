import { useState } from 'preact/hooks'
import { profileNamed } from '#shared/center/profiles.ts'
import { newId } from '#shared/core/ids.ts'
import type { Helper } from '#shared/dispatch/reads.ts'
import type { Need } from '#shared/needs/need.ts'
import { store } from '#web/core/store.ts'
import { sendAskingWhy } from '#web/dispatch/acts.ts'
import { accessTexts } from '#web/texts/access.ts'
import { findPeopleTexts as t } from '#web/texts/find-people.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { CheckField } from '#web/ui/check-field.tsx'
import { SelectField } from '#web/ui/select-field.tsx'

/** The leader first, for the first of them leads. */
const ledBy = (leaderId: string, people: readonly Helper[]) =>
  [...people].sort((one, other) => Number(other.personId === leaderId) - Number(one.personId === leaderId))

/** Who said that they can come: one act checks them in today and makes a team of them with this need. */
export function ComingSection({ need, coming }: { need: Need; coming: readonly Helper[] }) {
  const [leaderId, setLeaderId] = useState('')
  const [confirmed, setConfirmed] = useState(false)
  const [said, setSaid] = useState('')
  const [center] = store.all('center')
  const put = async () => {
    if (!center) return
    const people = ledBy(leaderId, coming).map(({ personId }) => ({ personId, attendanceId: newId() }))
    const { consentVersion } = profileNamed(center.profileName).reception
    const act = { teamId: newId(), needId: need.id, seenTeamIds: need.teamIds, consentVersion, people }
    const outcome = await sendAskingWhy('dispatch.putToWork', act)
    if (outcome.kind === 'refused') return setSaid(problemSentence(outcome.problem, 'ja'))
    setConfirmed(false)
    if (outcome.kind === 'kept') return setSaid(accessTexts.kept)
    const { number } = outcome.answer as { number: number }
    setSaid(t.done(number, people.length))
  }
  return (
    <section class="form-part find-people-coming">
      <h3>{t.coming(coming.length)}</h3>
      {coming.length === 0 ? (
        <p class="quiet">{t.comingNobody}</p>
      ) : (
        <>
          <p>{coming.map(({ name }) => name).join('・')}</p>
          <SelectField
            label={t.leader}
            value={leaderId || (coming[0]?.personId ?? '')}
            emptyLabel=""
            options={coming.map(({ personId, name }) => ({ value: personId, label: name }))}
            onChange={setLeaderId}
          />
          <CheckField label={t.confirmed} checked={confirmed} onChange={setConfirmed} />
          <Button variant="next" onPress={put} disabledBecause={confirmed ? null : t.notConfirmed}>
            {t.put(coming.length)}
          </Button>
        </>
      )}
      <p role="status">{said}</p>
    </section>
  )
}
