import '#web/ui/me-page.css'
import { render } from 'preact'
import { openLink } from '#web/core/link.ts'
import { tryKeeping } from '#web/core/outbox.ts'
import { personalToken } from '#web/core/personal-link.ts'
import { speakAs } from '#web/core/request.ts'
import { setAuthor } from '#web/core/send.ts'
import { MeApp } from '#web/shell/me-app.tsx'
import { prepareAlarm } from '#web/ui/alarm.ts'
import { applyDeviceLook } from '#web/ui/device-look.ts'

applyDeviceLook()
prepareAlarm()
const token = personalToken()
const root = document.getElementById('app')
if (root) render(<MeApp hasLink={token !== null} />, root)
if (token !== null) {
  speakAs(token)
  setAuthor(token.slice(0, 8))
  void tryKeeping()
  void openLink()
}
// Another link opened in the same tab is another person's page.
addEventListener('hashchange', () => location.reload())
