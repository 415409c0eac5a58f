import type { Attendance } from '#shared/volunteers/attendance.ts'
import type { MistakeReason } from '#shared/volunteers/reception-form.ts'
import type { InsuranceGap } from '#shared/volunteers/rules.ts'

/** The reception desk's words. */
export const receptionWords = {
  unverified: (plan: string) => `${plan} 未確認`,
  consulting: '体調相談',
  hasNote: 'メモ',
  nameToFollow: '名前待ち',
  ofGroup: (number: number, name: string) => `G-${number} ${[...name].slice(0, 8).join('')}`,
  cameraTitle: '名札をカメラにかざしてください',
  cameraFailed:
    'カメラを使えません。このパソコン自身の画面（http://localhost…）で開き、カメラの使用を許可してください。番号を検索欄に入れても同じです。',
  panel: '受付',
  list: 'きょう受付した人',
  empty: 'まだ受付した人はいません。ポスターのQRを読んでもらうか、「代行入力」で入力してください。',
  notFound: 'きょう受付した人の中には見つかりません。番号・氏名・ふりがな・電話番号で探せます。',
  noDay: 'きょうの受付はまだ始まっていません。統括が日を開くと使えます。',
  search: '番号・氏名・ふりがな・電話番号で探す（名札・登録・予約のQRもここで読めます）',
  found: (count: number) => `${count}人`,
  places: (taken: number, capacity: number, kept: number) =>
    `受付 ${taken}人／募集 ${capacity}人${kept > 0 ? `（予約で空けてある ${kept}人）` : ''}`,
  columns: { number: '番号', name: '氏名', status: 'いま', insurance: '保険', marks: '確かめること', at: '受付' },
  proxy: '代行入力',
  tags: '名札を印刷',
  tagsOfAll: (count: number) => `まだの人の名札（${count}枚）`,
  camera: 'カメラで読む',
  closePublic: 'スマートフォンの受付を止める',
  openPublic: 'スマートフォンの受付を始める',
  publicIsClosed: 'スマートフォンからの受付は、いま止まっています。',
  pick: '一覧から人を選ぶと、ここに出ます。',
  saved: (number: number) => `${number}番で受付しました`,
  listed: (number: number) => `${number}番でキャンセル待ちに入りました`,
  kept: '送信待ちです。つながると自動で送ります。入力は残っています。',
  placeFree: (number: number, name: string) => `空きがあります。キャンセル待ちの先頭は${number}番 ${name}さんです。`,
  letIn: '受付に入れる',
  undone: {
    cancelled: (number: number) => `${number}番を取り消しました`,
    left: (number: number) => `${number}番は退所しました`,
    settled: (number: number) => `${number}番の体調相談を終えました`,
    consulting: (number: number) => `${number}番を体調相談にしました`,
    centerWork: (number: number) => `${number}番はセンター業務です`,
    waiting: (number: number) => `${number}番は待機に戻りました`,
    insurance: (number: number) => `${number}番の保険を記録しました`,
    consent: (number: number) => `${number}番の保護者の同意を記録しました`,
  },
} as const

/** Of two check-ins of one person on one day, one stands for both. */
export const mergedWords = {
  into: (standing: number) => `${standing}番にまとめ`,
  leadHere: (others: readonly number[], standing: number) =>
    `${others.map((number) => `${number}番`).join('・')}は、同じ人の${standing}番にまとめました。どの名札でも、この人が開きます。`,
  hasNoMore: (number: number, standing: number, name: string) =>
    `${number}番は、同じ人の${standing}番 ${name}さんにまとめました。`,
} as const

export const cardWords = {
  validUntil: (date: string) => `（${date}まで）`,
  channelTitle: '受付のしかた',
  linkWarning: '作り直すと、前のページは使えなくなります。本人が目の前にいるときに作ってください。',
  back: '一覧へ',
  number: (number: number) => `${number}番`,
  acts: 'この人にすること',
  settle: '体調相談を終える（待機へ）',
  consult: '体調相談にする',
  centerWork: 'センター業務へ',
  waitAgain: '待機に戻す',
  leave: '退所',
  cancel: '受付を取り消す',
  restore: '取消を戻す',
  comeBack: '退所を戻す',
  letIn: 'キャンセル待ちから受付に入れる',
  tag: '名札',
  correct: '内容を直す',
  link: '個人ページを作り直す',
  care: '体調・緊急連絡先を見る',
  careHide: '体調・緊急連絡先を隠す',
  insurance: '保険',
  insuranceHelp:
    '見せてもらうもの: 加入カードか加入完了の画面。入っていない人は、ここで申し込みを手伝ってから「加入した」を記録します。断る必要はありません。',
  plan: 'プラン',
  joinedOn: '加入日（わかれば）',
  dateUnfit: '加入日を読めません。直すか、消してください。',
  seen: '加入カードを確認した',
  enrolled: 'きょう、ここで加入した',
  verifiedBy: (name: string) => `確認: ${name}`,
  notVerified: '本人の申告（まだ確認していません）',
  guardian: '保護者の同意',
  guardianGiven: '同意書・電話で確認した',
  guardianAccompanied: '保護者同伴',
  guardianMissing: 'まだ',
  note: '受付メモ（スタッフだけに見えます）',
  saveNote: 'メモを保存',
  noteSaved: 'メモを保存しました',
  health: '体調',
  healthNote: '気になること',
  talkedWith: (name: string) => `相談した人: ${name}`,
  emergency: '緊急連絡先',
  phone: '電話',
  birthDate: '生年月日',
  skills: '特技・資格',
  vehicle: '車',
  cameBefore: '前に来たことがある',
  channel: { phone: 'スマートフォン', proxy: '代行入力', paper: '紙から入力' },
  keyedBy: (name: string) => `入力: ${name}`,
  linkTitle: '新しい個人ページ',
  linkText: '本人のスマートフォンで読んでもらってください。前のページは使えなくなりました。',
  linkLabel: '個人ページのQR',
  noAddress: 'このパソコンがWi-Fiにつながっていないため、スマートフォンから開けません。',
} as const

/** Somebody who is known already, at the reception desk. */
export const arrivalWords = {
  title: 'まだ受付していない人（予約のある人・登録のある人・前に来た人）',
  columns: { number: '登録番号', name: '氏名', phone: '電話', reserved: '予約', last: '前回' },
  reserved: (number: number, halves: string, people: number) =>
    `予約${number}番 ${halves}${people > 1 ? ` ${people}人` : ''}`,
  reservedToo: '受付すると、予約も来所になります。',
  groupElsewhere: (name: string) => `${name} は団体の予約です。「団体」のデスクで受付してください。`,
  due: '登録の更新がまだ',
  neverCame: '来るのは初めて',
  last: (date: string) => `前回 ${date}`,
  more: (count: number) => `あと${count}人います。続けて入れると絞れます。`,
  noLine: 'サーバーにつながらないため、予約や登録のある人と前に来た人は探せません。「代行入力」で受付できます。',
  gone: 'この人の記録が見つかりません。もう一度探してください。',
  loading: '読み込んでいます…',
  say: '体調・保険・緊急連絡先の3つを確かめます。約束（安全・個人情報）も、ひとこと確かめてください。',
  health: 'きょうの体調',
  healthNote: '気になること・できない作業',
  insurance: '保険',
  planMissing: '保険を選んでください。',
  phoneUnfit: '緊急連絡先の電話番号を読めません。直すか、消してください。',
  emergencyLine: (name: string, relation: string, phone: string) =>
    `緊急連絡先: ${name === '' && phone === '' ? 'まだありません' : `${name} ${relation} ${phone}`}`,
  emergencyName: '氏名',
  emergencyPhone: '電話',
  emergencyRelation: '続柄',
  full: '募集人数に達しています。受付すると、キャンセル待ちに入ります。',
  confirm: '3つとも確かめた',
  checkIn: '受付する',
  list: 'キャンセル待ちに入れる',
  cancel: 'やめる',
} as const

export const proxyWords = {
  correctOf: (number: number) => `${number}番`,
  columns: { name: '氏名', phone: '電話', birthDate: '生年月日', attendance: '受付' },
  title: '代行入力',
  say: 'お名前とふりがな、電話番号をうかがいます。きょうの活動の連絡と保険、けがのときだけに使います。',
  fromPaper: '紙の受付票から入力する',
  writtenAt: '紙に書かれた時刻',
  timeUnfit: '時刻を 9:05 のように入れてください。',
  name: '氏名',
  nameKana: 'ふりがな',
  phone: '電話番号',
  noPhone: '電話がない人は、緊急連絡先の番号を入れてください。',
  birthDate: '生年月日',
  sex: '性別',
  emergencyName: '緊急連絡先の氏名',
  emergencyPhone: '緊急連絡先の電話',
  emergencyRelation: '続柄',
  insurance: '保険',
  joinedOn: '加入日（わかれば）',
  health: 'きょうの体調',
  healthNote: '気になること・できない作業',
  guardian: '保護者の同意（18歳未満）',
  more: '車・特技・住所など',
  vehicle: '車',
  skills: '特技・資格',
  licences: '運転免許',
  experience: '災害ボランティアの経験がある',
  affiliation: '所属',
  postalCode: '郵便番号',
  address: '住所',
  email: 'メール',
  consent: '約束を読み上げ（または見せ）、同意を得た',
  readConsent: '約束の文面',
  submit: '受付する',
  cancel: 'やめる',
  full: '募集人数に達しています。受付すると、キャンセル待ちに入ります。',
  doubleTitle: '同じ人かもしれません',
  doubleHelp: '見比べて、どちらかを選んでください。',
  today: (number: number, status: string) => `きょう受付済み（${number}番・${status}）`,
  before: (date: string) => `前回 ${date}`,
  same: '同じ人',
  another: '別の人',
  open: (number: number) => `${number}番を開く`,
  typed: 'いま入力した人',
  anotherChosen: '「別の人」として受付します。',
  sameChosen: (name: string) => `前に来た${name}さんとして受付します。`,
  correctTitle: '内容を直す',
  save: '保存する',
  savedDetails: '直しました',
} as const

export const planWords: Record<Attendance['insurance']['plan'], string> = {
  naturalDisaster: '天災・地震補償プラン',
  basic: '基本プラン',
  none: '入っていない',
}

export const gapWords: Record<InsuranceGap, string> = {
  none: '未加入',
  notYetEffective: '明日から有効',
  expired: '期限切れ',
  wrongPlan: '天災プランでない',
}

export const consentWords: Record<Attendance['guardianConsent'], string> = {
  notNeeded: '不要',
  missing: '保護者の同意がまだ',
  given: '保護者の同意あり',
  accompanied: '保護者同伴',
}

export const ageBandWords: Record<Attendance['ageBand'], string> = {
  under18: '18歳未満',
  '18-29': '18〜29歳',
  '30s': '30代',
  '40s': '40代',
  '50s': '50代',
  '60s': '60代',
  '70andOver': '70歳以上',
  unknown: '年齢不明',
}

export const vehicleWords: Record<Attendance['vehicle'], string> = {
  none: 'なし',
  car: '乗用車',
  keiTruck: '軽トラック',
  van: 'ワゴン・バン',
}

export const sexWords = { female: '女性', male: '男性', notSaid: '回答しない' } as const
export const conditionWords = { good: '良好', concern: '気になるところがある' } as const

/** Sentences beside the fields that staff type into. */
export const mistakeWords: Record<MistakeReason, string> = {
  groupNameMissing: '団体の名前を入れてください。',
  headcountUnfit: '人数は数字で入れてください。',
  usualHeadcountUnfit: 'ふだんの人数を数字で入れてください。',
  vehiclesUnfit: '車は、台数と定員の両方を数字で入れてください。',
  nameMissing: '氏名を入れてください。',
  kanaMissing: 'ふりがなを入れてください。',
  kanaUnfit: 'ふりがなは、かな（またはローマ字）で入れてください。',
  phoneMissing: '電話番号を入れてください。',
  phoneUnfit: '電話番号の桁数を確かめてください。',
  birthDateMissing: '生年月日を入れてください。',
  dateUnfit: '日付として読めません。S33.4.3 や 1958/4/3 のように入れてください。',
  dateNotInCalendar: 'カレンダーにない日付です。',
  eraOutOfRange: '元号と年が合いません。',
  dateInFuture: '先の日付になっています。',
  tooOld: '生年月日の年を確かめてください。',
  healthMissing: '体調を選んでください。',
  insuranceMissing: '保険を選んでください。',
  emergencyNameMissing: '緊急連絡先の氏名を入れてください。',
  emergencyPhoneMissing: '緊急連絡先の電話を入れてください。',
  emailUnfit: 'メールアドレスの形を確かめてください。',
  tooLong: '長すぎます。短くしてください。',
  consentMissing: '同意を得たら、印をつけてください。',
}

/** 別の人に付け替える. */
export const reassignWords = {
  open: '別の人に付け替える',
  title: (number: number) => `${number}番を別の人に付け替える`,
  help: (name: string) =>
    `${name}さんとして受け付けましたが、来たのは別の人だったときに使います。番号・名札のQR・個人ページはそのままです。保険と保護者の同意は、もう一度確かめてください。`,
  kana: 'ふりがな',
  name: '氏名（はじめての人のとき）',
  find: '正しい人をさがす',
  phoneOrDate: '電話番号か生年月日を入れてください。',
  known: '見つかった人',
  nobody: '記録のある人は見つかりません。はじめての人なら、氏名を入れて付け替えてください。',
  hereAs: (number: number) => `きょう${number}番で受付済み`,
  toThis: (name: string) => `${name}さんに付け替える`,
  asNew: 'はじめての人として付け替える',
  allFour: '電話番号・生年月日・ふりがな・氏名を入れてください。',
  leave: 'やめる',
  done: (number: number, name: string) => `${number}番を${name}さんに付け替えました`,
} as const
