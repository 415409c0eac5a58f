import '#web/ui/desk-page.css'
import '#web/shell/shell.css'
import { effect } from '@preact/signals'
import { render } from 'preact'
import { watchHands } from '#web/access/desk-lock.ts'
import { askWhenNeeded } from '#web/access/step-up.ts'
import { watchAddresses } from '#web/center/addresses.ts'
import { watchDay } from '#web/center/new-day.ts'
import { watchLabels } from '#web/center/scanned-label.ts'
import { linkState, openLink } from '#web/core/link.ts'
import { listenForOldDesk } from '#web/core/moved-here.ts'
import { prepareToMove } from '#web/core/moving-desk.ts'
import { loadSession, session } from '#web/core/session.ts'
import { DeskApp } from '#web/shell/desk-app.tsx'
import { prepareAlarm } from '#web/ui/alarm.ts'
import { applyDeviceLook } from '#web/ui/device-look.ts'

applyDeviceLook()
prepareAlarm()
askWhenNeeded()
watchHands()
listenForOldDesk()
// What another address will have to answer is asked while there is a line: afterwards nobody is left to say it.
effect(() => {
  if (session.value?.staff && linkState.value === 'live') void prepareToMove()
})
const root = document.getElementById('app')
if (root) render(<DeskApp />, root)
await loadSession()
await openLink()
watchDay()
watchAddresses()
watchLabels()
