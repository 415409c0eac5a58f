import '#web/ui/phone-page.css'
import { startReception } from '#web/volunteers/reception-screen.tsx'

// The server writes the page and its form, which work without this; here they become quicker and forgiving.
startReception()
