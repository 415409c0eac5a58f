import '#web/ui/sheet-page.css'
import '#web/ui/sheet-bar.css'

/** Sheets that the server writes need one thing of the browser: a button that prints. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.addEventListener('click', () => window.print())
}
