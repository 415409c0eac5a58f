import { halvesTexts, reservationKindTexts, reservationStatusTexts } from '#shared/texts/reservation-words.ts'

const japanese =
  <K extends string>(texts: Record<K, { ja: string }>) =>
  (key: K) =>
    texts[key].ja

export const halvesWord = japanese(halvesTexts)
export const kindWord = japanese(reservationKindTexts)
export const statusWord = japanese(reservationStatusTexts)

/** The desk's screen of 活動予約. */
export const reservationsTexts = {
  panel: '活動予約',
  explain: '来る日を前もって決める予約です。ボランティア登録や当日受付とは別のものです。',
  noDays: '予約できる日がまだありません',
  noDaysHint: '「予約の日を作る」を押して、日と人数を入れてください。スマートフォンは /reservation で予約します。',
  newDay: '予約の日を作る',
  reserveFor: '電話の人の予約を入れる',
  settings: '人数を変える',
  chooseDay: '活動の日',
  closeDay: 'しめきる',
  reopenDay: 'もう一度開く',
  isClosed: 'しめきり',
  opens: (date: string, clock: string) => `${date} ${clock} から`,
  boardCaption: '予約の数（予約／人数）',
  half: '時間',
  count: (booked: number, cap: number, waiting: number) =>
    `${booked}／${cap}人${waiting > 0 ? `（待ち${waiting}）` : ''}`,
  arrived: (people: number) => `来所 ${people}人`,
  search: '予約をさがす（名前・かな・電話・番号・コード）',
  listCaption: '予約の一覧（早い順）',
  empty: 'あてはまる予約はありません。',
  shown: (shown: number, total: number) => `${total}件のうち${shown}件`,
  found: (total: number) => `${total}件`,
  more: '次の50件',
  first: '最初の50件',
  columns: {
    number: '番号',
    name: '名前',
    wish: '時間・種類',
    people: '人',
    status: '状態',
    phone: '電話',
    acts: '操作',
  },
  inLine: (place: number) => `${place}番目`,
  all: 'すべて',
  filter: '状態',
  cancel: '取り消す',
  restore: '元に戻す',
  arrivedAct: '来所にする',
  notArrived: '来所を戻す',
  cancelled: (number: number) => `予約${number}番を取り消しました。`,
  marked: (number: number) => `予約${number}番を来所にしました。`,
  release: '来なかった予約を解放',
  releaseTitle: '来なかった予約を解放しますか',
  releaseHint:
    'まだ来所していない予約の場所を、当日受付の人に回します。この日の予約はしめきりになります。遅れて来た人は、あとから「来所にする」で受けられます。',
  released: (count: number) => `${count}件を解放しました。`,
  stop: 'やめる',
  save: '保存する',
  make: 'この日を作る',
  made: '予約の日を作りました。',
  saved: '保存しました。',
  reserve: '予約を入れる',
  reservedAs: (number: number) => `予約${number}番で入りました。`,
  waitsAs: (number: number, place: number) => `予約${number}番。満員なので、キャンセル待ち${place}番目です。`,
  opensOn: '予約を始める日',
  opensClock: '予約を始める時刻',
  clockHint: '例：9:00',
  keepsPlaces: '当日、来ていない予約の場所を空けておく',
  badNumber: '0から5000までの数字で入れてください。',
  badDate: '日付を入れてください。',
  badTime: '時刻を 9:00 のように入れてください。',
  people: '人',
  kind: '種類',
  headcount: '人数',
  groupName: '団体の名前',
  name: '氏名',
  nameKana: 'ふりがな',
  phone: '電話番号',
  birthDate: '生年月日',
  address: '住所',
  noLine: 'サーバーにつながりません。つながると、いまの数が出ます。',
} as const
