import '#web/ui/me-page.css'
import { effect } from '@preact/signals'
import { render } from 'preact'
import { onStranger, openLink } from '#web/core/link.ts'
import { tryKeeping } from '#web/core/outbox.ts'
import { authorOf, keepPersonalLink, keptPersonalLink, ownPhone, tokenOfThisPage } from '#web/core/personal-link.ts'
import { speakAs } from '#web/core/request.ts'
import { setAuthor } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { movedNonce } from '#web/core/two-windows.ts'
import { MeApp } from '#web/shell/me-app.tsx'
import { forgetDeadLink, openOwnPage, ownPage } from '#web/shell/me-own-page.ts'
import { TakingOver } from '#web/shell/me-taking-over.tsx'
import { prepareAlarm } from '#web/ui/alarm.ts'
import { applyDeviceLook } from '#web/ui/device-look.ts'

applyDeviceLook()
prepareAlarm()
const nonce = movedNonce()
const token = nonce === null ? tokenOfThisPage() : null
const root = document.getElementById('app')
if (root) render(nonce === null ? <MeApp hasLink={token !== null} /> : <TakingOver nonce={nonce} />, root)
if (token !== null) {
  speakAs(token, ownPhone())
  setAuthor(authorOf(token))
  onStranger(forgetDeadLink)
  // A link that was handed out at the desk says here for the first time which day it is for.
  effect(() => {
    const day = store.get('day', store.all('attendance')[0]?.dayId)
    if (day) keepPersonalLink({ ...keptPersonalLink(), token, date: day.date })
  })
  void tryKeeping()
  // Whose page it is comes first: a line opened too early would be a stranger's.
  void openOwnPage(token).then(() => (ownPage.value === 'mine' ? openLink() : undefined))
}
// Another link opened in the same tab is another person's page.
addEventListener('hashchange', () => location.reload())
