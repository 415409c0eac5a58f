import '#web/ui/sheet-page.css'
import '#web/ui/sheet-bar.css'

/** Sheets that the server writes need one thing of the browser: a button that prints. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.addEventListener('click', () => window.print())
}

// A desk that issues a work order wants the paper, not the page: one key there, and the printer's window is open.
if (location.hash === '#print') window.print()
