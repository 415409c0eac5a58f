/** Full-width digits and their company (．／：－) as the narrow ones, everything else as it was typed. */
export function narrowDigits(text: string): string {
  return text
    .replace(/[０-９．／：]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/(\d)[‐‑‒–—―−ー－ｰ](?=\d)/g, '$1-')
}
