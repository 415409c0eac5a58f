import '#web/ui/phone-page.css'
import { startReservation } from '#web/reservations/reservation-screen.tsx'

// The server writes the pages, which work without this; here they count down, and open a bookmarked link.
startReservation()
