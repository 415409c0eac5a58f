import { expect, test } from 'vitest'
import { plotMarkup } from '#server/lookback/plot.ts'
import type { Line } from '#shared/lookback/day-lines.ts'

const hours = { startsAt: '2026-11-23T00:00:00.000Z', endsAt: '2026-11-23T06:00:00.000Z' }
const at = (hour: number) => `2026-11-23T0${hour}:00:00.000Z`

const drawn = async (line: Line) =>
  String(await plotMarkup({ title: '列', unit: '人', hours }, [{ label: '列', line }]))

test('whatever a plot tells of, the hours beneath it are those of the whole report', async () => {
  const marks = async (line: Line) => [...(await drawn(line)).matchAll(/>(\d\d:\d\d)</g)].map(([, clock]) => clock)
  const short = await marks([
    { at: at(2), value: 3 },
    { at: at(3), value: 5 },
  ])
  expect(short).toEqual(['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00'])
  expect(await marks([{ at: at(5), value: 1 }])).toEqual(short)
})

test('what was measured once is a dot, where a line would not be seen', async () => {
  const once = await drawn([{ at: at(4), value: 7 }])
  expect(once).toContain('<circle')
  expect(once).not.toContain('<polyline')
})
