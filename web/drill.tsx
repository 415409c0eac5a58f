import '#web/ui/me-page.css'
import { render } from 'preact'
import { JoinScreen } from '#web/practice/join-screen.tsx'
import { prepareAlarm } from '#web/ui/alarm.ts'
import { applyDeviceLook } from '#web/ui/device-look.ts'

applyDeviceLook()
prepareAlarm()
const root = document.getElementById('app')
if (root) render(<JoinScreen />, root)
