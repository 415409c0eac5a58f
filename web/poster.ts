import '#web/sheet.ts'
import { send } from '#web/core/send.ts'

const origin = document.querySelector<HTMLElement>('[data-poster]')?.dataset.poster
// However the printing was begun, from the button or by Ctrl+P, the desks learn which address hangs on the wall.
if (origin) addEventListener('beforeprint', () => void send('center.recordPosterPrinted', { origin }))
