import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { Autostart, autostartForm, autostartOrder } from '#server/keeping/autostart.ts'
import { linuxAutostart, macAutostart, windowsAutostart } from '#server/keeping/autostart-texts.ts'
import { serveCenter } from '#server/transport/serve.ts'
import { autostartIn } from '#tests/support/autostart-in.ts'
import { testCenter } from '#tests/support/center.ts'
import { newFolder } from '#tests/support/kept-center.ts'
import { noOutside } from '#tests/support/no-outside.ts'
import { Visitor } from '#tests/support/served.ts'

const order = {
  program: '/opt/no de/bin/node',
  arguments: ['/home/佐藤/ささえ 2/server/start.mjs', '--data', '/home/佐藤/50% "$データ" \\ `x`'],
  folder: '/home/佐藤/ささえ 2',
  environment: {},
}

test('each system’s file says what to start, where, and with which folder, whatever letters are in the names', () => {
  const linux = linuxAutostart({ ...order, environment: { SASAE_CONFIG: '/home/佐藤/か ぎ' } })
  expect(linux).toContain('Path=/home/佐藤/ささえ 2\n')
  expect(linux).toContain(
    'Exec="env" "SASAE_CONFIG=/home/佐藤/か ぎ" "/opt/no de/bin/node" "/home/佐藤/ささえ 2/server/start.mjs" "--data" ' +
      String.raw`"/home/佐藤/50%% \\"\\$データ\\" \\\\ \\` +
      '`x' +
      String.raw`\\` +
      '`"\n',
  )
  const mac = macAutostart({ ...order, arguments: ['a&b', '<"佐藤">'] })
  expect(mac).toContain('<string>a&amp;b</string>\n    <string>&lt;&quot;佐藤&quot;&gt;</string>')
  expect(mac).toContain('<key>RunAtLoad</key>\n  <true/>')
  const windows = windowsAutostart({
    program: 'C:\\Program Files\\node.exe',
    arguments: ['C:\\佐藤 & 100%\\start.mjs', '--data', 'D:\\'],
    folder: 'C:\\佐藤 & 100%',
    environment: { SASAE_CONFIG: 'C:\\かぎ' },
  })
  expect(windows.split('\r\n')).toEqual([
    '@echo off',
    'rem sasae-autostart',
    'chcp 65001 >nul',
    'set "SASAE_CONFIG=C:\\かぎ"',
    'cd /d "C:\\佐藤 & 100%%"',
    'start "Sasae" /min "C:\\Program Files\\node.exe" "C:\\佐藤 & 100%%\\start.mjs" "--data" "D:\\\\"',
    '',
  ])
})

test('each system looks in its own place', () => {
  const homes = { home: '/home/佐藤', config: '/home/佐藤/.config', roaming: 'C:\\Users\\佐藤\\AppData\\Roaming' }
  expect(autostartForm('linux', homes)?.path).toBe('/home/佐藤/.config/autostart/sasae.desktop')
  expect(autostartForm('darwin', homes)?.path).toBe('/home/佐藤/Library/LaunchAgents/sasae-autostart.plist')
  expect(autostartForm('win32', homes)?.path).toBe(
    'C:\\Users\\佐藤\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\Startup\\sasae.cmd',
  )
  expect(autostartForm('aix', homes)).toBeUndefined()
})

test('it is off until somebody turns it on, and the file that is read back says for which folder', () => {
  const home = newFolder()
  const own = autostartIn(home)
  expect(own.state()).toBe('off')
  own.turnOn()
  own.turnOn()
  expect(own.state()).toBe('on')
  expect(readdirSync(dirname(own.path))).toEqual(['sasae.desktop'])
  const form = { path: own.path, text: linuxAutostart }
  expect(new Autostart({ ...order, folder: '/another' }, form).state()).toBe('elsewhere')
  own.turnOff()
  own.turnOff()
  expect(own.state()).toBe('off')
  expect(new Autostart(order, undefined).path).toContain('sasae')
})

test('a file of that name that is not ours is neither written over nor removed', () => {
  const own = autostartIn(newFolder())
  mkdirSync(dirname(own.path), { recursive: true })
  writeFileSync(own.path, '[Desktop Entry]\nExec=somebody-elses\n')
  expect(own.state()).toBe('foreign')
  expect(() => own.turnOn()).toThrow('keeping.autostartTaken')
  expect(() => own.turnOff()).toThrow('keeping.autostartTaken')
  expect(readFileSync(own.path, 'utf8')).toContain('somebody-elses')
  expect(readdirSync(dirname(own.path))).toHaveLength(1)
})

/** Takes apart a line of `Exec` as the specification has it: first the text's own strokes, then the quotes. */
function wordsOf(exec: string): string[] {
  const text = exec.replaceAll(/\\(.)/g, '$1')
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, word = '']) =>
    word.replaceAll(/\\(.)/g, '$1').replaceAll('%%', '%'),
  )
}

test('what the file on this machine says really starts a program, from a folder with spaces and Japanese letters', () => {
  const folder = join(newFolder(), 'ささえ "2" 100% $x')
  mkdirSync(folder)
  const program = join(folder, 'pro gram')
  const seen = join(folder, 'seen')
  writeFileSync(
    program,
    `#!/bin/sh\nprintf '%s\\n' "$PWD" "$@" > "${seen.replaceAll('"', '\\"').replaceAll('$', '\\$')}"\n`,
  )
  chmodSync(program, 0o755)
  const text = linuxAutostart({ program, arguments: ['--data', `${folder}/デ ータ\\`], folder, environment: {} })
  const [name = '', ...words] = wordsOf(/^Exec=(.*)$/m.exec(text)?.[1] ?? '')
  const cwd = /^Path=(.*)$/m.exec(text)?.[1]
  expect(spawnSync(name, words, { cwd }).status).toBe(0)
  expect(readFileSync(seen, 'utf8').split('\n')).toEqual([folder, '--data', `${folder}/デ ータ\\`, ''])
})

test('`npx sasae autostart` turns it on and off, says how it stands, and starts this very folder quietly', () => {
  const home = newFolder()
  const root = resolve(import.meta.dirname, '../..')
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), SASAE_CONFIG: join(home, 'key') }
  const sasae = (...args: string[]) => {
    const { stdout, stderr } = spawnSync('npx', ['sasae', 'autostart', ...args], { cwd: root, env, encoding: 'utf8' })
    return stdout + stderr
  }
  expect(sasae('status')).toContain('ひとりでには始まりません')
  expect(sasae('on', '--data', join(home, 'デ ータ'))).toContain('サインインすると、ひとりでに始まります')
  const text = readFileSync(join(home, '.config/autostart/sasae.desktop'), 'utf8')
  expect(wordsOf(/^Exec=(.*)$/m.exec(text)?.[1] ?? '')).toEqual([
    'env',
    `SASAE_CONFIG=${join(home, 'key')}`,
    expect.stringMatching(/node$/),
    join(root, 'server/start.mjs'),
    '--quiet',
    '--data',
    join(home, 'デ ータ'),
    '--port',
    '8080',
  ])
  expect(sasae('status')).toContain('別のフォルダの ささえ、または別の設定')
  expect(sasae('off')).toContain('ひとりでには始まりません')
  expect(existsSync(join(home, '.config/autostart/sasae.desktop'))).toBe(false)
  expect(sasae('perhaps')).toContain('つかいかた')
})

test('the lead turns it on at the laptop itself; another desk, and another right, are refused', async () => {
  const { center } = await testCenter()
  const folder = newFolder()
  const autostart = autostartIn(folder)
  const place = { file: join(folder, 'sasae.db'), dataFolder: folder, configFolder: folder, key: '', autostart }
  const keeper = { ...place, end: () => undefined, restart: () => false, releaseReserve: () => undefined }
  const served = await serveCenter(center, 0, noOutside, keeper)
  const path = '/api/keeping/autostart'
  try {
    const atLaptop = Visitor.onTheLaptop(served.port)
    expect(await atLaptop.code('PUT', path)).not.toBe('')
    expect(await atLaptop.signIn({ name: '佐藤' }, '123456')).toBe('')
    expect(await (await atLaptop.fetch('GET', path)).json()).toEqual({ state: 'off', path: autostart.path })
    expect(await (await atLaptop.fetch('PUT', path)).json()).toMatchObject({ state: 'on' })
    expect(autostart.state()).toBe('on')
    const elsewhere = await Visitor.elsewhere(served.port)
    for (const [name, value] of atLaptop.cookies) elsewhere.cookies.set(name, value)
    expect(await elsewhere.code('GET', path)).toBe('core.notAllowed')
    expect(await elsewhere.code('DELETE', path)).toBe('core.notAllowed')
    expect(await (await atLaptop.fetch('DELETE', path)).json()).toMatchObject({ state: 'off' })
  } finally {
    await served.close()
  }
})

test('the order for this machine begins the supervisor of this folder', () => {
  const { arguments: given, folder } = autostartOrder({ dataFolder: '/d', port: 80, httpsPort: 8443 })
  expect(existsSync(given[0] ?? '')).toBe(true)
  expect(existsSync(join(folder, 'package.json'))).toBe(true)
  expect(given.slice(1)).toEqual(['--quiet', '--data', '/d', '--port', '80', '--https-port', '8443'])
})
