import '#web/keeping/health.css'
import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { healthTexts, lightWords } from '#shared/texts/health.ts'
import { HealthDialog } from '#web/keeping/health-dialog.tsx'
import { health, healthLight, watchHealth } from '#web/keeping/health-watch.ts'
import { LightMark } from '#web/keeping/light-mark.tsx'
import { healthPageTexts } from '#web/texts/keeping-health.ts'

const open = signal(false)

/** In the bar of every desk: how the center is, as a shape, a colour and a word; the page is one press away. */
export function HealthLight() {
  const isOpen = open.value
  useEffect(() => watchHealth(isOpen), [isOpen])
  const light = healthLight()
  return (
    <>
      <button
        type="button"
        class="button health-light"
        aria-label={`${healthTexts.title}: ${light ? lightWords[light] : healthPageTexts.unknown}`}
        onClick={() => {
          open.value = true
        }}
      >
        <LightMark light={light} />
        <span>{light ? lightWords[light] : healthPageTexts.unknown}</span>
      </button>
      {isOpen ? (
        <HealthDialog
          now={health.value}
          onClose={() => {
            open.value = false
          }}
        />
      ) : null}
    </>
  )
}
