import { inflateRawSync } from 'node:zlib'
import { newId } from '#shared/core/ids.ts'
import { exportFormats, exportTables } from '#shared/privacy/exports.ts'
import type { Tally } from '#tests/faults/fault-row.ts'
import type { HostileDay } from '#tests/faults/inject-day.ts'
import { beginningOf } from '#tests/faults/inject-payloads.ts'

/** A cell that a spreadsheet would calculate: a text that begins with one of the signs, no tab before it, and is no plain number. */
const isFormula = (cell: string) => /^[ \u3000\u200b\ufeff]*[=+\-@＝＋－＠]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell)

const cellsOfCsv = (csv: string) =>
  [...csv.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|\r?\n|$)/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
  )

/** The files in a workbook, by their names; read from the list at its end. */
export function filesOf(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>()
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  for (let at = zip.readUInt32LE(end + 16); zip.readUInt32LE(at) === 0x0201_4b50; ) {
    const [packed, nameLength, extra, comment] = [20, 28, 30, 32].map((where, index) =>
      index === 0 ? zip.readUInt32LE(at + where) : zip.readUInt16LE(at + where),
    ) as [number, number, number, number]
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const bytes = zip.subarray(from, from + packed)
    const isPacked = zip.readUInt16LE(at + 10) === 8
    files.set(zip.toString('utf8', at + 46, at + 46 + nameLength), String(isPacked ? inflateRawSync(bytes) : bytes))
    at += 46 + nameLength + extra + comment
  }
  return files
}

/** Reads what is saved as a spreadsheet would, and remembers which payloads were in it. */
export class ExportReader {
  private readonly seen = new Set<string>()
  private readonly tally: Tally
  private readonly payloads: readonly string[]

  constructor(tally: Tally, payloads: readonly string[]) {
    this.tally = tally
    this.payloads = payloads
  }

  read(name: string, format: string, bytes: Buffer): void {
    this.tally.count('exports')
    const cells = format === 'csv' ? cellsOfCsv(String(bytes)) : this.cellsOfWorkbook(name, bytes)
    const formulas = format === 'csv' ? cells.filter(isFormula) : []
    this.tally.fault('violations', `${name} has the formula ${formulas[0]}`, formulas.length)
    const texts = cells.map((cell) => cell.replace(/^\t/, ''))
    for (const payload of this.payloads)
      if (!this.seen.has(payload) && texts.some((text) => text.startsWith(beginningOf(payload)))) this.seen.add(payload)
  }

  /** In a workbook a formula is what is marked as one; a text may begin as it likes. */
  private cellsOfWorkbook(name: string, bytes: Buffer): string[] {
    const texts = []
    for (const [file, xml] of filesOf(bytes)) {
      if (!/worksheets|sharedStrings/.test(file)) continue
      const formulas = xml.match(/<f[ >][^<]*|t="str"/g) ?? []
      this.tally.fault('violations', `${name} has the formula ${formulas[0]}`, formulas.length)
      texts.push(...[...xml.matchAll(/<t(?: [^>]*)?>([^<]*)</g)].map(([, text = '']) => text))
    }
    this.tally.fault('violations', `${name} has no text in it`, texts.length === 0 ? 1 : 0)
    return texts.map((text) =>
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    )
  }

  judge(): void {
    this.tally.aim('payloadsInExports', this.seen.size, this.payloads.length)
  }
}

/** Takes every list out, as every kind of file, with and without what names people. */
export async function takeEveryList(day: HostileDay, reader: ExportReader): Promise<void> {
  for (const table of exportTables)
    for (const format of exportFormats)
      for (const personal of [true, false]) {
        const exportId = newId()
        const dayId = table === 'attendances' ? day.dayId : null
        const asked = { exportId, table, format, dayId, personal, because: '訓練' }
        await (personal ? day.mustWithTwo('privacy.export', asked) : day.must('privacy.export', asked))
        const answer = await day.get(`/exports/table.${format}?export=${exportId}`)
        if (!answer.ok) throw new Error(`the list ${table} is answered ${answer.status}`)
        reader.read(`${table}.${format}`, format, Buffer.from(await answer.arrayBuffer()))
      }
}
