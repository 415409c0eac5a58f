import { brokenBuild, soundBuild } from '#tests/faults/broken-build.ts'
import { type FaultResult, type FaultRow, part, Tally } from '#tests/faults/fault-row.ts'
import { FaultServer } from '#tests/faults/fault-server.ts'
import { everyDoor } from '#tests/faults/fuzz-doors.ts'
import { HostileDay } from '#tests/faults/inject-day.ts'
import { lookAtDrill } from '#tests/faults/inject-drill.ts'
import { ExportReader, takeEveryList } from '#tests/faults/inject-exports.ts'
import { judgeTexts } from '#tests/faults/inject-fields.ts'
import { Looker } from '#tests/faults/inject-looking.ts'
import { payloads } from '#tests/faults/inject-payloads.ts'
import { typeOfAShutDay, typeSeldomActs } from '#tests/faults/inject-seldom.ts'

interface Parts {
  server: FaultServer
  day: HostileDay
  /** Whether every text is looked for, or, in a smoke test, every screen is looked at once. */
  isWhole: boolean
}

/** Of each kind of record that the desk holds, so many ids. */
async function idsHeld({ day }: Parts, ofEach: number): Promise<string[][]> {
  const { records } = (await (await day.get('/api/changes?since=0')).json()) as {
    records: { kind: string; record: { id?: string } }[]
  }
  const byKind = Map.groupBy(records, ({ kind }) => kind)
  return [...byKind.values()].map((all) => all.slice(0, ofEach).flatMap(({ record }) => record.id ?? []))
}

/** Addresses of a door that answer, with what they answer: its place is taken by ids of each kind that it knows. */
async function answersOf(parts: Parts, path: string, ids: readonly (readonly string[])[]): Promise<[string, string][]> {
  const found: [string, string][] = []
  const tryOne = async (address: string) => {
    const answer = await parts.day.get(address)
    if (answer.ok) found.push([address, await answer.text()])
    return answer.ok
  }
  if (!path.includes(':')) await tryOne(path.includes('name-tags') ? `${path}?numbers=1-400` : path)
  // A kind of which three are not known here is not what this door is about.
  else
    for (const ofKind of ids)
      for (const [index, id] of ofKind.entries())
        if (!(await tryOne(path.replace(/:\w+/, id))) && index >= 2 && found.length === 0) break
  return found
}

async function lookAtExports(parts: Parts, reader: ExportReader, doors: readonly string[], ids: readonly string[]) {
  await takeEveryList(parts.day, reader)
  for (const door of doors)
    for (const address of [door, ...ids.map((id) => `${door}?day=${id}`)]) {
      const answer = await parts.day.get(address)
      if (answer.ok) reader.read(address, 'csv', Buffer.from(await answer.arrayBuffer()))
    }
  reader.judge()
}

/** A few of each sheet are opened; of all others the browser reads what it would show. */
async function lookAtSheets(parts: Parts, looker: Looker, sheets: readonly string[], ids: readonly string[][]) {
  const { address } = parts.server
  await looker.sitDown(address, parts.day.cookie)
  const opened: string[] = []
  for (const sheet of sheets) {
    const answers = await answersOf(parts, sheet, ids)
    opened.push(...answers.slice(0, parts.isWhole ? 3 : 1).map(([path]) => address + path))
    await looker.readSheets(answers.map(([, markup]) => markup))
  }
  // All together, for a page that is opened waits most of its time.
  await looker.openAll(opened)
  looker.judge('sheets')
}

async function lookAtScreens(parts: Parts, looker: Looker): Promise<void> {
  const { address } = parts.server
  await looker.lookAtDesk(`${address}/desk`)
  const languages = ['ja', 'easy', 'en', '"><script>'].map(encodeURIComponent)
  const forms = ['reception', 'reservation', 'registration'].flatMap((page) =>
    languages.map((language) => `/${page}?lang=${language}`),
  )
  const phones = parts.day.links.map((link) => `/me#${link}`)
  const pages = ['/board', '/drill', '/nothing?<script>pwned=1</script>', ...forms, ...phones]
  await looker.openAll(pages.map((page) => address + page))
  looker.judge('screens')
}

/** What is looked at: everything, or what one control is about. */
type Which = 'all' | 'sheets' | 'exports'

/** Types every payload into every text of a day; each text must have had each of them. */
async function typeAll(parts: Parts, all: readonly string[], tally: Tally, which: Which): Promise<void> {
  const { day } = parts
  // In a long text each payload is followed by others; the first, which may be a formula, is each time another.
  const from = (start: number) => [...all.slice(start), ...all.slice(0, start)]
  await day.begin(from(0))
  if (which === 'all') await typeOfAShutDay(day, from(0))
  for (const start of all.keys()) await day.type(from(start))
  const [field, times] = [...day.fields].filter(([, count]) => count > 1).sort(([, a], [, b]) => a - b)[0] ?? ['any', 0]
  tally.count('fields', day.fields.size)
  tally.aim('payloadsInEachField', all.length === 1 ? 1 : times, all.length, field)
  await day.prove()
  if (which === 'all') await typeSeldomActs(day, from(0))
  if (which === 'all') await day.typeElsewhere(all, (await idsHeld(parts, 10)).flat(), Math.min(40, all.length))
  await day.end(from(0))
  await day.prove()
}

async function inject(name: string, main: string, count: number, which: Which = 'all'): Promise<FaultResult> {
  const tally = new Tally(name)
  const server = new FaultServer(main)
  const day = new HostileDay(server, tally)
  const parts = { server, day, isWhole: count >= 100 }
  let looker: Looker | undefined
  try {
    await server.start()
    const all = payloads(count)
    await typeAll(parts, all, tally, which)
    const ids = await idsHeld(parts, 2 * count)
    const doors = (await everyDoor()).filter(({ method }) => method === 'get').map(({ path }) => path)
    const under = (start: string) => doors.filter((path) => path.startsWith(start))
    // A server that is broken on purpose shows it on any sheet.
    const sheets = under('/sheets/').filter((_, index) => which === 'all' || index % 4 === 0)
    const reader = new ExportReader(tally, all)
    if (which !== 'sheets')
      await lookAtExports(
        parts,
        reader,
        under('/exports/'),
        ids.flatMap((some) => some.slice(0, parts.isWhole ? 3 : 1)),
      )
    if (which !== 'exports') {
      looker = await Looker.open(tally, all)
      await lookAtSheets(parts, looker, sheets, ids)
      if (which !== 'all') return tally.result()
      await lookAtScreens(parts, looker)
      const papers = [...sheets, ...under('/exports/')].filter((path) => !path.includes(':'))
      const inDrill = await lookAtDrill({ main, tally, payloads: all, isWhole: parts.isWhole, looker, reader, papers })
      judgeTexts([...day.fields.keys(), ...day.elsewhere, ...inDrill], tally)
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
  alone: false,
  run: (budget) => inject('inject', soundBuild(), part(100, budget, 4)),
  async control(budget) {
    const count = part(14, budget)
    return [
      await inject('inject/text-is-markup', await brokenBuild('raw-markup', rawMarkup), count, 'sheets'),
      await inject('inject/no-policy', await brokenBuild('no-policy', noPolicy), 1, 'sheets'),
      await inject('inject/cells-as-typed', await brokenBuild('plain-cells', plainCells), 1, 'exports'),
    ]
  },
}
