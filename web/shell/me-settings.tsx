import { mePhone } from '#shared/texts/me-phone.ts'
import { alarmIsOn, ring, switchAlarm } from '#web/ui/alarm.ts'
import { GroundSwitch, SizeSwitch } from '#web/ui/look-switch.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'

/** Letter size, ground and sound: this phone's owner decides. */
export function MySettings() {
  const { t } = usePhoneWords(mePhone)
  const choose = (on: boolean) => {
    switchAlarm(on)
    ring('news')
  }
  return (
    <footer class="phone-settings">
      <SizeSwitch />
      <GroundSwitch />
      <fieldset class="switch">
        <legend>{t('sound')}</legend>
        {[true, false].map((on) => (
          <button
            key={String(on)}
            type="button"
            class="switch-choice"
            aria-pressed={alarmIsOn.value === on}
            onClick={() => choose(on)}
          >
            {t(on ? 'on' : 'off')}
          </button>
        ))}
      </fieldset>
    </footer>
  )
}
