import type { ImportKind } from '#shared/roster/import-columns.ts'
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
  kind: '種別',
  leaderName: '代表者',
  leaderKana: '代表者のふりがな',
  headcount: '人数',
  usualHeadcount: '人数',
  vehicles: '車',
}

const reasons: Readonly<Record<string, string>> = {
  missing: '空です',
  tooLong: '長すぎます',
  notKana: 'かなで書いてください',
  notAPhone: '電話番号として読めません（桁数を確かめてください）',
  notANumber: '数として読めません',
  notVehicles: '「ワゴン2台14席」のように、台数と座席を書いてください',
  notADate: '日付として読めません（2桁の年は元号を付けてください）',
  notInCalendar: '暦にない日付です',
  eraOutOfRange: '元号の年が合いません',
  inFuture: '未来の日付です',
}

const rowFaults: Readonly<Record<ImportKind, Readonly<Record<string, (line: number | null) => string>>>> = {
  person: {
    doubleInFile: (line) => `${line}行目と同じ人です`,
    numberOfAnother: () => '登録番号が別の人のものです（生年月日が違います）',
    withdrawn: () => '退会した人です。本人が望むときは、登録の画面から入れてください',
  },
  group: {
    doubleInFile: (line) => `${line}行目と同じ団体です`,
    numberOfAnother: () => '登録番号が別の団体のものです',
    withdrawn: () => '退会した団体です。団体が望むときは、登録の画面から入れてください',
  },
}

/** 人 and 団体: what a list is counted in. */
const unit: Readonly<Record<ImportKind, string>> = { person: '人', group: '団体' }

/** Words of bringing a list into the roster. */
export const importTexts = {
  title: '名簿を取り込む',
  open: '名簿を取り込む（Excel・CSV）',
  purpose: 'ボランティア登録の名簿をファイルから入れます。まず見るだけで、「取り込む」を押すまで何も変わりません。',
  file: 'ファイルをえらぶ（XLSX・CSV）',
  needed: '個人の名簿に必要な列：氏名、ふりがな、電話、生年月日。ほかの列はあれば使います。',
  template: '個人の空の表をダウンロード',
  groupNeeded: '団体の名簿に必要な列：団体名、代表者、電話、人数。どちらの名簿かは見出しで分かります。',
  groupTemplate: '団体の空の表をダウンロード',
  readAs: { person: '個人の名簿として読みました。', group: '団体の名簿として読みました。' } satisfies Record<
    ImportKind,
    string
  >,
  reading: '読んでいます…',
  noLine: 'サーバーにつながりません。つながってから、もう一度ファイルをえらんでください。',
  tooLarge: 'ファイルが大きすぎます（10MBまで）。',
  another: '別のファイルにする',
  fates: (kind: ImportKind): Record<ImportFate, string> => ({
    new: `新しい${unit[kind]}`,
    changed: `変わる${unit[kind]}`,
    unchanged: '同じ',
    refused: '取り込めない行',
  }),
  tabs: '取り込むとどうなるか',
  ignored: (headings: readonly string[]) => `使わない列：${headings.join('、')}`,
  line: (line: number) => `${line}行目`,
  columns: { line: '行', name: { person: '氏名', group: '団体名' }, what: 'どうなるか' },
  changes: (fields: readonly string[]) =>
    `変わる：${[...new Set(fields.map((one) => fieldNames[one] ?? one))].join('、')}`,
  becomesNew: '登録番号を付けて新しく入れます',
  knownPerson: '受付に来たことのある人です。登録番号を付けて入れます',
  same: '変わりません',
  fault: (field: string, reason: string) => `${fieldNames[field] ?? field}：${reasons[reason] ?? reason}`,
  rowFault: (kind: ImportKind, fault: string, line: number | null) => rowFaults[kind][fault]?.(line) ?? fault,
  more: (count: number) => `あと${count}行を見る`,
  nothing: 'このファイルに取り込む行はありません。',
  none: 'この種類の行はありません。',
  take: (kind: ImportKind, count: number) => `${count}${unit[kind]}を取り込む`,
  taking: (done: number, parts: number) => `取り込んでいます… ${Math.round((done / Math.max(parts, 1)) * 100)}%`,
  stopped: '途中で止まりました。ここまでは入っています。つづきから取り込めます。',
  goOn: 'つづきから取り込む',
  done: '取り込みました',
  result: (kind: ImportKind, added: number, changed: number) =>
    `新しい${unit[kind]} ${added}、変わった${unit[kind]} ${changed}。`,
  left: (count: number) =>
    `取り込めなかった行が${count}行あります。ファイルを直して、もう一度入れてください。入ったものが二重になることはありません。`,
  refusedFile: '取り込めなかった行をダウンロード',
  back: '登録の画面にもどる',
} as const
