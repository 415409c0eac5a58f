import { useState } from 'preact/hooks'
import { profileNamed } from '#shared/center/profiles.ts'
import { centerDesks } from '#web/center/desks.ts'
import { DesksSection } from '#web/center/desks-section.tsx'
import { LastFormChange } from '#web/center/last-form-change.tsx'
import { ProfileDialog } from '#web/center/profile-dialog.tsx'
import { store } from '#web/core/store.ts'
import { formTexts } from '#web/texts/form.ts'
import { Button } from '#web/ui/button.tsx'

const other = { standard: 'small', small: 'standard' } as const

/** 体制: in which form the center works, what another would change, and which desks it has. */
export function FormSection() {
  const [asking, setAsking] = useState(false)
  const [center] = store.all('center')
  if (!center) return null
  const { profileName } = center
  const to = other[profileName]
  return (
    <div class="stack">
      <section class="form-part">
        <h3>{formTexts.title}</h3>
        <p>
          <strong>{formTexts.now(formTexts.names[profileName], centerDesks().length)}</strong>
        </p>
        <p class="quiet">{formTexts.hints[profileName]}</p>
        <LastFormChange />
        <p class="quiet">{formTexts.changeHint}</p>
        <div class="actions">
          <Button onPress={() => setAsking(true)}>{formTexts.change[to]}</Button>
        </div>
      </section>
      <DesksSection />
      {asking ? (
        <ProfileDialog
          from={profileName}
          to={to}
          profile={profileNamed(to)}
          onClose={() => setAsking(false)}
          onDone={() => setAsking(false)}
        />
      ) : null}
    </div>
  )
}
