import { exportWords } from '#shared/texts/exports.ts'
/** Whose data was erased, by the subject's kind. */
export const erasedKinds: Readonly<Record<string, string>> = { person: '個人', household: '世帯', group: '団体' }

/** What another lead reads who is asked to consent to a list with its people. */
export const listConcerns: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(exportWords.tables).map(([table, name]) => [`list.${table}`, `${name}の全員の個人情報`]),
)

export const erasedBecause: Readonly<Record<string, string>> = {
  asked: '本人の申し出',
  byMistake: '入れまちがい',
  noLongerNeeded: 'もう要らない',
}

type Said = string | number | null | undefined

const howMany = (people: Said, households: Said) => `個人${people}件・世帯${households}件`

/** A step of the erasure that comes by itself, for the chronology. */
export function erasureStep({ step, people, households, on }: Record<string, Said>): string {
  if (step === 'announce') return `${on}に${howMany(people, households)}を自動で消すことを知らせた`
  if (step === 'withdraw') return '自動の消去の知らせを取り下げた'
  if (step === 'done') return '自動の消去が終わった'
  return '自動の消去の前に、時計が正しく進んでいることを確かめた'
}

export const privacyTexts = {
  kept: 'センターにつながりません。つながったら送ります。',
  panel: '個人情報',
  notice: {
    title: (on: string) => `${on}に、個人情報を自動で消します`,
    words: (people: number, households: number) =>
      `${howMany(people, households)}が対象です。人数や時間などの統計は残ります。残す必要があれば、2人で期限を延ばせます。`,
    postponed: (to: string, because: string) => `${to}まで延ばしています（${because}）。`,
    open: '個人情報を見る',
    postpone: '期限を延ばす',
    to: 'いつまで残しますか',
    because: '残すわけ',
    becauseHint: '同意する人が読みます。人の名前は書かないでください。例: けがの保険の手続きが続いているため',
    missing: 'いつまで残すかと、残すわけを入れてから押してください。',
  },
  closing: {
    title: '閉所',
    open: 'この災害の活動がすべて終わったら、センターを閉じます。個人情報の保存期間はこの日から数えます。',
    close: 'センターを閉じる',
    sure: 'センターを閉じます。新しい日は開けなくなります。あとで取り消せます。',
    closed: (on: string, by: string) => `${on}に閉じました（${by}）。`,
    reopen: '閉所を取り消す',
  },
  exports: {
    title: '一覧を書き出す',
    hint: '表計算ソフトで開けるファイルにします。書き出すたびに、だれがいつ書き出したかが残ります。住所非開示の世帯は、どのファイルにも入りません。',
    personal: '氏名・電話・住所などの個人情報も入れる',
    because: '個人情報が要るわけ',
    becauseHint: '経過記録に残ります。人の名前は書かないでください。',
    day: '日付',
    formats: { xlsx: 'Excel', csv: 'CSV' },
    take: (name: string, format: string) => `${name}を${format}で書き出す`,
    done: (name: string) => `${name}を書き出しました。使い終わったファイルは消してください。`,
    twoPeople:
      'もう1人の統括の同意が要ります。いないときは予約でき、全部のデスクに知らせたうえで、24時間後に書き出せます。個人情報のない一覧は、すぐに書き出せます。',
    readyTitle: '予約した一覧を書き出せます',
    ready: (until: string) => `${until}まで、ここから保存できます。`,
    readyTake: (format: string) => `予約した一覧を${format}で保存`,
    noLine: 'センターにつながりません。つながってから、もう一度押してください。',
    noReason: '個人情報が要るわけを書いてから押してください。',
    notHeld: 'この個人情報は、いまの担当では見られません。本部の人に頼んでください。',
    noDay: 'まだ活動日がありません。',
  },
  times: {
    title: '保存期間',
    hint: '期間が過ぎると、14日前に知らせてから自動で消します。',
    personalDays: '活動した人・依頼した人の情報：閉所から',
    dayOnlyDays: '体調など、その日だけの情報：一日を閉じてから',
    accessLogMonths: 'だれが見たかの記録：閉所から',
    rosterMonths: 'ボランティア登録：更新が切れた年度の終わりから',
    days: '日',
    months: 'か月',
    save: '期間を保存',
    saved: '保存しました。',
  },
  atSetUp: {
    title: '個人の情報を持っている期間',
    what: '期間が過ぎたものは、センターが自動で消します。人の情報は、消す14日前に画面で知らせます。人数や時間の統計は残ります。',
    personalDays: '活動した人・依頼した人',
    dayOnlyDays: '体調など、その日だけのこと',
    accessLogMonths: 'だれが見たかの記録',
    rosterMonths: 'ボランティア登録',
    from: {
      personalDays: '閉所から',
      dayOnlyDays: '一日を閉じてから',
      accessLogMonths: '閉所から',
      rosterMonths: '更新が切れた年度の終わりから',
    },
    change: 'いま決めなくてかまいません。ひらいたあと、「個人情報」の画面でいつでも変えられます。',
  },
  erase: {
    title: '個人の記録を印刷・消去する',
    hint: '登録・受付・ニーズで本人の記録を開き、「記録を消す…」を押すと、ここに出ます。',
    erase: '消す',
    because: '消すわけ',
    sure: (label: string) => `「${label}」の記録を消しますか`,
    words:
      '氏名・連絡先・内容・写真をすべて消します。人数や時間の統計は残ります。だれにも元に戻せません。もう1人の本部の人の同意が要ります。',
    done: '消しました。紙に残っているものは、集めて細断してください。',
    cancel: 'やめる',
  },
} as const

export const recordWords = {
  print: { person: 'この人の記録を印刷', household: '世帯の記録を印刷', group: '団体の記録を印刷' },
  erase: '記録を消す…',
} as const
