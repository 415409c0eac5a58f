import type { ImportFate } from '#shared/roster/import-plan.ts'

const fieldNames: Readonly<Record<string, string>> = {
  number: '登録番号',
  name: '氏名',
  nameKana: 'ふりがな',
  phone: '電話',
  birthDate: '生年月日',
  sex: '性別',
  email: 'メール',
  postalCode: '郵便番号',
  address: '住所',
  affiliation: '所属',
  skills: '特技・資格',
  licences: '免許',
  vehicle: '車',
  experience: '経験',
  areas: '地域',
  days: '曜日',
  tools: '道具',
  languages: '言語',
  insurance: '保険',
  plan: '保険',
  insuranceYear: '保険年度',
  fiscalYear: '保険年度',
  note: '備考',
}

const reasons: Readonly<Record<string, string>> = {
  missing: '空です',
  tooLong: '長すぎます',
  notKana: 'かなで書いてください',
  notAPhone: '電話番号として読めません（桁数を確かめてください）',
  notANumber: '数として読めません',
  notADate: '日付として読めません（2桁の年は元号を付けてください）',
  notInCalendar: '暦にない日付です',
  eraOutOfRange: '元号の年が合いません',
  inFuture: '未来の日付です',
}

const rowFaults: Readonly<Record<string, (line: number | null) => string>> = {
  doubleInFile: (line) => `${line}行目と同じ人です`,
  numberOfAnother: () => '登録番号が別の人のものです（生年月日が違います）',
  withdrawn: () => '退会した人です。本人が望むときは、登録の画面から入れてください',
}

/** Words of bringing a list into the roster. */
export const importTexts = {
  title: '名簿を取り込む',
  open: '名簿を取り込む（Excel・CSV）',
  purpose: 'ボランティア登録の名簿をファイルから入れます。まず見るだけで、「取り込む」を押すまで何も変わりません。',
  file: 'ファイルをえらぶ（XLSX・CSV）',
  needed: '必要な列：氏名、ふりがな、電話、生年月日。ほかの列はあれば使います。',
  template: '見出しだけの空の表をダウンロード',
  reading: '読んでいます…',
  noLine: 'サーバーにつながりません。つながってから、もう一度ファイルをえらんでください。',
  tooLarge: 'ファイルが大きすぎます（10MBまで）。',
  another: '別のファイルにする',
  fates: { new: '新しい人', changed: '変わる人', unchanged: '同じ', refused: '取り込めない行' } satisfies Record<
    ImportFate,
    string
  >,
  tabs: '取り込むとどうなるか',
  ignored: (headings: readonly string[]) => `使わない列：${headings.join('、')}`,
  line: (line: number) => `${line}行目`,
  columns: { line: '行', name: '氏名', what: 'どうなるか' },
  changes: (fields: readonly string[]) =>
    `変わる：${[...new Set(fields.map((one) => fieldNames[one] ?? one))].join('、')}`,
  becomesNew: '登録番号を付けて新しく入れます',
  knownPerson: '受付に来たことのある人です。登録番号を付けて入れます',
  same: '変わりません',
  fault: (field: string, reason: string) => `${fieldNames[field] ?? field}：${reasons[reason] ?? reason}`,
  rowFault: (fault: string, line: number | null) => rowFaults[fault]?.(line) ?? fault,
  more: (count: number) => `あと${count}行を見る`,
  nothing: 'このファイルに取り込む行はありません。',
  none: 'この種類の行はありません。',
  take: (count: number) => `${count}人を取り込む`,
  taking: (done: number, parts: number) => `取り込んでいます… ${Math.round((done / Math.max(parts, 1)) * 100)}%`,
  stopped: '途中で止まりました。ここまでは入っています。つづきから取り込めます。',
  goOn: 'つづきから取り込む',
  done: '取り込みました',
  result: (added: number, changed: number) => `新しい人 ${added}人、変わった人 ${changed}人。`,
  left: (count: number) =>
    `取り込めなかった行が${count}行あります。ファイルを直して、もう一度入れてください。入った人が二重になることはありません。`,
  refusedFile: '取り込めなかった行をダウンロード',
  back: '登録の画面にもどる',
} as const
