import encodeQr from 'qr'
import { findCenter } from '#server/center/centers.ts'
import type { Center } from '#server/core/center.ts'
import { lanAddresses } from '#server/transport/doors.ts'
import { fingerprintGroups } from '#server/transport/https-page.ts'
import type { Served } from '#server/transport/serve.ts'
import { httpsPageTexts as texts } from '#shared/texts/https-page.ts'

/** Prints where the center is reached: on this machine, on the LAN, and as a QR in the terminal. */
export async function printWelcome(center: Center, { port, https, setUpCode }: Served): Promise<void> {
  const [address] = lanAddresses()
  const lines = [`ささえ  このパソコン: http://localhost:${port}`]
  for (const one of lanAddresses()) lines.push(`        スマートフォンなど: http://${one}:${port}`)
  if (!address) lines.push('        Wi-Fi やケーブルにつながっていません。つなぐと、スマートフォンからも開けます。')
  if (!(await findCenter(center.db))) lines.push(`        ほかの機器で設置するときのことば: ${setUpCode}`)
  if (https) {
    lines.push(texts.terminal(`http://${address ?? 'localhost'}:${port}/https`))
    lines.push(`        ${texts.fingerprint}: ${fingerprintGroups(https.authority).join(' ')}`)
  }
  if (address) lines.push('', encodeQr(`http://${address}:${port}/reception`, 'term'))
  console.log(lines.join('\n'))
}
