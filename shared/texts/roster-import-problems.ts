import type * as problems from '#shared/roster/import-problems.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'

const faults: Readonly<Record<string, string>> = {
  empty: 'ファイルに何も書かれていません。',
  notATable: '表として読めないファイルです。ExcelからCSVまたはXLSXで保存し直してください。',
  tooManyRows: '行が多すぎます（5万行まで）。ファイルを分けてください。',
  unreadableCharacters: '文字を読めないファイルです。ExcelでCSV（UTF-8）またはXLSXで保存し直してください。',
  notAWorkbook: 'Excelのファイルとして開けません。パスワードを外し、XLSXで保存し直してください。',
}

const lines = ({ missing, doubled, seen }: { missing: string[]; doubled: string[]; seen: string[] }) =>
  [
    missing.length > 0 ? `必要な列がありません：${missing.join('、')}。` : '',
    doubled.length > 0 ? `同じ意味の列が2つあります：${doubled.join('、')}。どちらかの見出しを変えてください。` : '',
    missing.length > 0 ? `1行目の見出し：${seen.join('、') || '（なし）'}` : '',
  ].join('')

/** Sentences for what can be wrong with a list that is brought into the roster. */
export const rosterImportProblemTexts: ProblemTexts<typeof problems> = {
  'roster.importGone': {
    ja: () => 'この名簿の読み込みは終わっています（1時間たつと消えます）。もう一度ファイルを選んでください。',
  },
  'roster.listUnreadable': { ja: ({ fault }) => faults[fault] ?? '読めないファイルです。' },
  'roster.columnsUnfit': { ja: lines },
}
