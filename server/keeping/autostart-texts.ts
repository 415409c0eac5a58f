/** What is started when somebody signs in to the laptop. */
export interface AutostartOrder {
  program: string
  arguments: readonly string[]
  /** The folder of Sasae itself. */
  folder: string
  /** What the program must find in its environment, where this one was started with it. */
  environment: Readonly<Record<string, string>>
}

/** By this Sasae knows its own file again; one that somebody else put there is left alone. */
export const autostartMark = 'sasae-autostart'

/** A quoted argument of `Exec`: quoting of its own, and then that of every text in such a file; % begins a field code. */
function desktopArgument(text: string): string {
  const inQuotes = text.replaceAll(/[\\"`$]/g, (letter) => `\\${letter}`)
  return `"${inQuotes.replaceAll('\\', '\\\\').replaceAll('%', '%%')}"`
}

/** `~/.config/autostart/sasae.desktop` (Desktop Entry Specification). */
export function linuxAutostart({ program, arguments: given, folder, environment }: AutostartOrder): string {
  const settings = Object.entries(environment).map(([name, value]) => `${name}=${value}`)
  const words = settings.length > 0 ? ['env', ...settings, program, ...given] : [program, ...given]
  return [
    '[Desktop Entry]',
    `# ${autostartMark}`,
    'Type=Application',
    'Name=Sasae',
    'Name[ja]=ささえ',
    `Path=${folder.replaceAll('\\', '\\\\')}`,
    `Exec=${words.map(desktopArgument).join(' ')}`,
    'Terminal=false',
    '',
  ].join('\n')
}

const inXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** `~/Library/LaunchAgents/….plist` (launchd.plist(5)). */
export function macAutostart({ program, arguments: given, folder, environment }: AutostartOrder): string {
  const settings = Object.entries(environment).map(
    ([name, value]) => `    <key>${inXml(name)}</key>\n    <string>${inXml(value)}</string>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>${autostartMark}</string>
  <key>ProgramArguments</key>
  <array>
${[program, ...given].map((word) => `    <string>${inXml(word)}</string>`).join('\n')}
  </array>
  <key>WorkingDirectory</key>
  <string>${inXml(folder)}</string>
  <key>EnvironmentVariables</key>
  <dict>
${settings.map((line) => `${line}\n`).join('')}  </dict>
  <key>RunAtLoad</key>
  <true/>
</dict>
</plist>
`
}

/** In a batch file only % speaks within quotes; a stroke before the closing quote would take it for a letter. */
const inBatch = (text: string) => `"${text.replaceAll('%', '%%').replace(/\\+$/, '$&$&')}"`

/** `…\Startup\sasae.cmd`: says first in which letters it is written, for the folder's name may be Japanese. */
export function windowsAutostart({ program, arguments: given, folder, environment }: AutostartOrder): string {
  return [
    '@echo off',
    `rem ${autostartMark}`,
    'chcp 65001 >nul',
    ...Object.entries(environment).map(([name, value]) => `set "${name}=${value.replaceAll('%', '%%')}"`),
    `cd /d "${folder.replaceAll('%', '%%')}"`,
    `start "Sasae" /min ${[program, ...given].map(inBatch).join(' ')}`,
    '',
  ].join('\r\n')
}
