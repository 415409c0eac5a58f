import '#web/ui/board-page.css'
import { render } from 'preact'
import { BoardApp } from '#web/shell/board-app.tsx'
import { applyDeviceLook } from '#web/ui/device-look.ts'

applyDeviceLook()
const root = document.getElementById('app')
if (root) render(<BoardApp />, root)
