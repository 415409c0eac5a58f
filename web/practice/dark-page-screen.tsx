import { isLanguage } from '#shared/core/language.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { darkPageTexts } from '#shared/texts/dark-page.ts'

const everyMs = 4000

interface Shown {
  drill: { phase: string; devicesOff: { from: string; until: string | null } | null } | null
}

async function darkSince(): Promise<string | null | undefined> {
  try {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch('/api/reads/practice.showDrill', { method: 'POST', headers, body: '{}' })
    if (!answer.ok) return undefined
    // What this very program answers.
    const { drill } = (await answer.json()) as Shown
    const off = drill?.phase === 'running' ? drill.devicesOff : null
    return off && off.until === null ? off.from : null
  } catch {
    return undefined
  }
}

/** A form that the server wrote goes dark as well: a modal over it, so that what was typed stays beneath. */
export function startDark(): void {
  const { kind, language } = document.documentElement.dataset
  if (kind !== 'drill') return
  const cover = document.createElement('dialog')
  cover.className = 'phone-dark'
  cover.addEventListener('cancel', (event) => event.preventDefault())
  document.body.append(cover)
  const look = async () => {
    const since = await darkSince()
    if (since === undefined) return
    if (since === null) return cover.close()
    cover.textContent = `${darkPageTexts.dark[isLanguage(language) ? language : 'ja']} ${clockOf(since, timeZone)}`
    if (!cover.open) cover.showModal()
  }
  void look()
  setInterval(() => void look(), everyMs)
}
