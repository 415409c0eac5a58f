import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { Room } from '#drills/drill-room.ts'
import { refuseWhileAtWork } from '#drills/real-day.ts'
import { bankText } from '#drills/scenarios/bank.ts'
import { servedCenter } from '#tests/support/served.ts'

vi.setConfig({ testTimeout: 60_000 })

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'sasae-refused-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const whole = bankText('first-day') ?? ''
const waits = (key: string, other: string) =>
  `  - { key: ${key}, to: controller, title: ${key}, text: '', when: { that: afterInject, inject: ${other}, minutes: 5 } }\n`

/** What cannot be played: the text, and what is said of it. */
const unfit = {
  command: [
    whole.replace('command: center.setWifi', 'command: center.dance'),
    '「center.dance」という操作はありません',
  ],
  time: [whole.replace('servedFrom: 09:10', 'servedFrom: 05:10'), '訓練の時間（07:40から16:30まで）にありません'],
  place: [whole.replace('townId: namiki-1', 'townId: atlantis'), '金沢区の町の一覧にありません'],
  circle: [
    whole.replace('\ninjects:\n', `\ninjects:\n${waits('one', 'two')}${waits('two', 'one')}`),
    '条件がひとまわりしています',
  ],
} as const

const kinds = Object.keys(unfit) as (keyof typeof unfit)[]

/** The order as somebody types it, and what the terminal shows. */
async function drill(orders: readonly string[], env = {}): Promise<{ code: number; said: string }> {
  try {
    const options = { env: { ...process.env, ...env } }
    const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'drills/main.ts'), ...orders], options)
    return { code: 0, said: stdout }
  } catch (error) {
    const { code, stderr, stdout } = error as { code: number; stderr: string; stdout: string }
    return { code, said: `${stderr}${stdout}` }
  }
}

describe('a scenario that cannot be played is refused before anything starts', () => {
  test.each(kinds)('on the command line, by its file, its line and a sentence: %s', async (kind) => {
    const [text, sentence] = unfit[kind]
    const file = join(folder, `${kind}.yaml`)
    writeFileSync(file, text)
    const data = join(folder, `data-${kind}`)
    for (const order of [
      ['run', file],
      ['serve', file, '--port', '0', '--data', data],
    ]) {
      const { code, said } = await drill(order)
      expect(code).toBe(1)
      expect(said).toContain(`${kind}.yaml`)
      expect(said).toMatch(/\d+行目/)
      expect(said).toContain(sentence)
      // A sentence, and nothing of the program.
      expect(said).not.toContain('at ')
    }
    expect(existsSync(data)).toBe(false)
  })

  test.each(kinds)('at the desk, where it is shown with what is to be mended: %s', async (kind) => {
    const [text, sentence] = unfit[kind]
    const data = join(folder, `room-${kind}`)
    mkdirSync(join(data, 'scenarios'), { recursive: true })
    writeFileSync(join(data, 'scenarios', 'ours.yaml'), text)
    const room = new Room(data)
    const shown = (await room.scenarios()).find(({ name }) => name === 'ours')
    expect(shown?.unfit?.sentence).toContain(sentence)
    const line = shown?.unfit?.line
    await expect(room.start({ name: 'ours', speed: 1 })).rejects.toMatchObject({
      code: 'practice.scenarioUnfit',
      details: { line, sentence: shown?.unfit?.sentence },
    })
    expect(existsSync(join(data, 'drills'))).toBe(false)
    expect((await room.read('ours'))?.text).toBe(text)
  })
})

describe('while people are at work for real on this laptop', () => {
  test('no drill is served on the command line, and the sentence says which day is open', async () => {
    const { served } = await servedCenter()
    const data = join(folder, 'data-real')
    const env = { SASAE_PORT: String(served.port) }
    const { code, said } = await drill(['serve', 'first-day', '--port', '0', '--data', data], env)
    expect([code, said]).toEqual([1, expect.stringContaining('活動日が開いています')])
    expect(existsSync(data)).toBe(false)
  })

  test('a drill, a center without an open day and a port where nobody answers stand in no drill’s way', async () => {
    const [live, other] = [await servedCenter(), await servedCenter({ kind: 'drill' })]
    await refuseWhileAtWork(other.served.port)
    await expect(refuseWhileAtWork(live.served.port)).rejects.toThrow('2026-11-23')
    const quiet = await servedCenter({ day: false })
    await refuseWhileAtWork(quiet.served.port)
    await quiet.served.close()
    await refuseWhileAtWork(quiet.served.port)
  })
})
