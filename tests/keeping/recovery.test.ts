import { expect, test } from 'vitest'
import { tellRecovery } from '#server/keeping/recovery.ts'
import { readRecovery, recoveryLines } from '#server/keeping/recovery-code.ts'
import { Sender, testCenter } from '#tests/support/center.ts'

test('a start after a power cut tells desks and chronology what was the last act and what is lost, and a new center nothing', async () => {
  const { center, lead, device } = await testCenter()
  const { seq, lastWrite } = center.health
  await tellRecovery(center, seq, seq + 3)
  expect(center.keeping.state.recovery).toMatchObject({ lastAct: lastWrite, lost: 3 })
  const lines = (await device(lead)).store.all('logEntry')
  expect(lines.find(({ type }) => type === 'keeping.noteRecovery')?.details).toEqual({ lost: 3, lastAt: lastWrite })
  await new Sender(center, { kind: 'system' }).send('keeping.noteRecovery', { lost: 0, lastAt: null })
})

test('every key comes back from its four lines, however they are typed, and a mistake names its line', () => {
  const key = '00ff10a5'.repeat(8)
  const lines = recoveryLines(key)
  expect(lines).toHaveLength(4)
  for (const line of lines) expect(line).toMatch(/^([A-HJ-NP-Z2-9]{4} ){3}[A-HJ-NP-Z2-9]{4}$/)
  expect(readRecovery(lines.join('\n'))).toEqual({ key })
  expect(readRecovery(`SASAE1${lines.join('').toLowerCase().replaceAll(' ', '-')}\n`)).toEqual({ key })
  // Every single letter that is read wrongly is noticed, and so are lines that change places.
  for (const [row, line] of lines.entries()) {
    for (let place = 0; place < line.length; place++) {
      if (line[place] === ' ') continue
      const wrong = line.slice(0, place) + (line[place] === 'A' ? 'B' : 'A') + line.slice(place + 1)
      expect(readRecovery(lines.with(row, wrong).join(' '))).toEqual({ wrongLine: row + 1 })
    }
  }
  const other = recoveryLines('1234567890abcdef'.repeat(4))
  expect(readRecovery([other[1], other[0], other[2], other[3]].join(' '))).toEqual({ wrongLine: 1 })
  expect(readRecovery(other.slice(0, 3).join(' '))).toEqual({ wrongLine: 4 })
  expect(readRecovery('123456')).toEqual({ wrongLine: 1 })
})
