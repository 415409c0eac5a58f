/** What a phone's camera reads to join a Wi-Fi. `\ ; , : "` mean something there and are escaped. */
export function wifiCode({ ssid, password }: { ssid: string; password: string }): string {
  const escaped = (text: string) => text.replace(/[\\;,:"]/g, (sign) => `\\${sign}`)
  const security = password === '' ? 'T:nopass;' : 'T:WPA;'
  return `WIFI:${security}S:${escaped(ssid)};${password === '' ? '' : `P:${escaped(password)};`};`
}
