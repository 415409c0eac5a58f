import '#web/ui/me-page.css'
import { render } from 'preact'
import { MeApp } from '#web/shell/me-app.tsx'

const root = document.getElementById('app')
if (root) render(<MeApp />, root)
