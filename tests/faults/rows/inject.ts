import { brokenBuild, soundBuild } from '#tests/faults/broken-build.ts'
import { type FaultResult, type FaultRow, part, Tally } from '#tests/faults/fault-row.ts'
import { FaultServer } from '#tests/faults/fault-server.ts'
import { everyDoor } from '#tests/faults/fuzz-doors.ts'
import { HostileDay } from '#tests/faults/inject-day.ts'
import { Looker } from '#tests/faults/inject-looking.ts'
import { payloads } from '#tests/faults/inject-payloads.ts'

interface Parts {
  server: FaultServer
  day: HostileDay
  tally: Tally
}

const get = ({ server, day }: Parts, path: string) =>
  fetch(`${server.address}${path}`, { headers: { cookie: day.cookie } })

/** Addresses of a door that answer: its parts are filled in with the ids that the desk holds, until three were found. */
async function addressesOf(parts: Parts, path: string, ids: readonly string[]): Promise<string[]> {
  if (!path.includes(':')) return [path.includes('name-tags') ? `${path}?numbers=1-10` : path]
  const found: string[] = []
  for (const id of ids) {
    const address = path.replace(/:\w+/, id)
    if ((await get(parts, address)).ok) found.push(address)
    if (found.length === 3) break
  }
  return found
}

/** One id of each kind of record and a few more, as the desk holds them. */
async function idsHeld(parts: Parts): Promise<string[]> {
  const { records } = (await (await get(parts, '/api/changes?since=0')).json()) as {
    records: { kind: string; record: { id?: string } }[]
  }
  const byKind = Map.groupBy(records, ({ kind }) => kind)
  return [...byKind.values()].flatMap((all) => all.slice(0, 3).flatMap(({ record }) => record.id ?? []))
}

/** A cell that a spreadsheet would calculate: a text that begins with one of the signs, no tab before it, and is no plain number. */
const isFormula = (cell: string) => /^[ \u3000\u200b\ufeff]*[=+\-@＝＋－＠]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell)

const cellsOf = (csv: string) =>
  [...csv.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|\r?\n|$)/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
  )

async function lookAtExports(parts: Parts, doors: readonly string[], ids: readonly string[]): Promise<void> {
  for (const door of doors) {
    for (const address of [door, ...ids.map((id) => `${door}?day=${id}`)]) {
      const answer = await get(parts, address)
      if (!answer.ok) continue
      parts.tally.count('exports')
      const formulas = cellsOf(await answer.text()).filter(isFormula)
      parts.tally.fault('violations', `${door} has the formula ${formulas[0]}`, formulas.length)
    }
  }
}

async function lookAtSheets(parts: Parts, looker: Looker, sheets: readonly string[], ids: readonly string[]) {
  const { address } = parts.server
  await looker.sitDown(address, parts.day.cookie)
  for (const sheet of sheets)
    for (const one of await addressesOf(parts, sheet, ids)) await looker.open(`${address}${one}`)
}

async function lookAtScreens(parts: Parts, looker: Looker): Promise<void> {
  const { address } = parts.server
  await looker.open(`${address}/desk`)
  await looker.lookAtDesk()
  for (const page of ['/board', '/nothing?<script>pwned=1</script>']) await looker.open(address + page)
  for (const link of parts.day.links.slice(0, 3)) await looker.open(`${address}/me#${link}`)
  for (const page of ['reception', 'reservation', 'registration'])
    for (const lang of ['ja', 'easy', 'en', '"><script>'])
      await looker.open(`${address}/${page}?lang=${encodeURIComponent(lang)}`)
}

/** What is looked at: everything, or what one control is about. */
type Which = 'all' | 'sheets' | 'exports'

async function inject(name: string, main: string, count: number, which: Which = 'all'): Promise<FaultResult> {
  const tally = new Tally(name)
  const server = new FaultServer(main)
  const day = new HostileDay(server, tally)
  const parts = { server, day, tally }
  let looker: Looker | undefined
  try {
    await server.start()
    const [first = '', ...others] = payloads(count)
    await day.begin(first)
    for (const payload of [first, ...others]) await day.type(payload)
    await day.end(first)
    await day.prove()
    const ids = await idsHeld(parts)
    const doors = (await everyDoor()).filter(({ method }) => method === 'get').map(({ path }) => path)
    const under = (start: string) => doors.filter((path) => path.startsWith(start))
    if (which !== 'sheets') await lookAtExports(parts, under('/exports/'), ids)
    if (which !== 'exports') {
      looker = await Looker.open(tally)
      await lookAtSheets(parts, looker, under('/sheets/'), ids)
      if (which === 'all') await lookAtScreens(parts, looker)
    }
  } finally {
    await looker?.close()
    await server.remove()
  }
  return tally.result()
}

const rawMarkup = { module: 'hono/html', file: 'raw-markup.ts', names: { html: 'html' } }
const noPolicy = {
  module: '#server/transport/doors.ts',
  file: 'no-policy.ts',
  names: { securityHeaders: 'securityHeaders' },
}
const plainCells = { module: '#shared/core/csv.ts', file: 'plain-cells.ts', names: { toCsv: 'toCsv' } }

/** Scripts and formulas in every text that can be typed: on every screen and sheet they are text, in every export no formula. */
export const row: FaultRow = {
  name: 'inject',
  needs: ['chromium'],
  run: (budget) => inject('inject', soundBuild(), part(100, budget, 4)),
  async control(budget) {
    const count = part(14, budget, 4)
    return [
      await inject('inject/text-is-markup', await brokenBuild('raw-markup', rawMarkup), count, 'sheets'),
      await inject('inject/no-policy', await brokenBuild('no-policy', noPolicy), 1, 'sheets'),
      await inject('inject/cells-as-typed', await brokenBuild('plain-cells', plainCells), 1, 'exports'),
    ]
  },
}
