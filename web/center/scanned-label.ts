import { goTo } from '#web/center/go-to-panel.ts'

/** A label of the stock that was scanned opens the desk with its number; the address is then a desk's again. */
function follow(): void {
  // The wall writes its filter into the same place, and a word it does not know comes back with an equals sign.
  const label = /^#(stock-\d{1,6})=?$/.exec(location.hash)?.[1]
  if (label === undefined) return
  history.replaceState(history.state, '', location.pathname + location.search)
  goTo('readiness', `#${label}`)
}

export function watchLabels(): void {
  follow()
  addEventListener('hashchange', follow)
}
