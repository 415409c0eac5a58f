import { isLanguage } from '#shared/core/language.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { darkPageTexts } from '#shared/texts/dark-page.ts'

const everyMs = 4000

interface Shown {
  now: string
  drill: { phase: string; devicesOff: { from: string; until: string | null } | null } | null
}

async function shownDrill(): Promise<Shown | null> {
  try {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch('/api/reads/practice.showDrill', { method: 'POST', headers, body: '{}' })
    // What this very program answers.
    return answer.ok ? ((await answer.json()) as Shown) : null
  } catch {
    return null
  }
}

function darkSince({ drill }: Shown): string | null {
  const off = drill?.phase === 'running' ? drill.devicesOff : null
  return off && off.until === null ? off.from : null
}

/**
 * A form that the server wrote shows the drill's time, and goes dark as well: a modal over it, so that what was typed
 * stays beneath.
 */
export function startDark(): void {
  const { language } = document.documentElement.dataset
  const words = isLanguage(language) ? language : 'ja'
  const time = document.createElement('p')
  time.className = 'drill-time'
  document.querySelector('.phone-head')?.append(time)
  const cover = document.createElement('dialog')
  cover.className = 'put-away'
  document.body.append(cover)
  cover.addEventListener('cancel', (event) => event.preventDefault())
  const look = async () => {
    const shown = await shownDrill()
    if (!shown) return
    time.textContent = `${darkPageTexts.time[words]} ${clockOf(shown.now, timeZone)}`
    const since = darkSince(shown)
    if (since === null) return cover.close()
    cover.textContent = `${darkPageTexts.dark[words]} ${clockOf(since, timeZone)}`
    if (!cover.open) cover.showModal()
  }
  void look()
  setInterval(() => void look(), everyMs)
}
