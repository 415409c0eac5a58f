import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import type { Check, CheckName, Light } from '#shared/keeping/health.ts'
import type { HealthFacts } from '#shared/keeping/health-reads.ts'
import type { TroubleCardName } from '#shared/texts/trouble-cards.ts'

/** 元気ですか: the same words on the page, in the bar and in the terminal. */
export const lightWords: Record<Light, string> = {
  green: '元気',
  yellow: '気をつける',
  red: '手当てが要る',
  note: '参考',
}

export const checkTitles: Record<CheckName, string> = {
  writing: '書き込み',
  room: 'ディスクの空き',
  disk: '停電への備え',
  backup: '控え',
  second: '2か所目の控え',
  clock: '時計',
  sleep: 'スリープ',
  devices: '各機器',
  file: 'データ',
  start: '停電・異常終了',
  encrypted: '通信の暗号',
  certificate: '証明書',
  version: '版',
  accessLog: '閲覧の記録',
}

/** Which card says what to do about a check. */
export const cardOfCheck: Record<CheckName, TroubleCardName> = {
  writing: 'writingStopped',
  room: 'noRoom',
  disk: 'powerCut',
  backup: 'handOver',
  second: 'handOver',
  clock: 'clock',
  sleep: 'closedLaptop',
  devices: 'noLine',
  file: 'damaged',
  start: 'powerCut',
  encrypted: 'plainLine',
  certificate: 'plainLine',
  version: 'newVersion',
  accessLog: 'accessLog',
}

const minutesIn = (ms: number) => Math.max(0, Math.floor(ms / 60_000))

/** 3日, 2時間, 5分, 20秒: how long something is, without saying when. */
export function spanWords(ms: number): string {
  const minutes = minutesIn(Math.abs(ms))
  if (minutes >= 2880) return `${Math.floor(minutes / 1440)}日`
  if (minutes >= 120) return `${Math.floor(minutes / 60)}時間`
  return minutes > 0 ? `${minutes}分` : `${Math.round(Math.abs(ms) / 1000)}秒`
}

const timeOf = (at: string) => clockOf(at, timeZone)
const gigabytes = (bytes: number | null | undefined) =>
  typeof bytes === 'number' ? `（残り ${(bytes / 1024 ** 3).toFixed(1)} GB）` : ''

type Sentence = string | ((facts: HealthFacts) => string)

const commitWords = ({ writing }: HealthFacts) => `${Math.ceil(writing?.commitMs ?? 0)}ミリ秒`
const backupAge = ({ backup }: HealthFacts) => spanWords(backup?.ageMs ?? 0)
const behind = ({ backup }: HealthFacts) => `${backup?.behind ?? 0}件`
const secondAt = (copy: HealthFacts['secondCopy']) => (copy?.at ? timeOf(copy.at) : '')
const sleepSpan = ({ sleep }: HealthFacts) =>
  sleep?.last ? `${timeOf(sleep.last.from)}〜${timeOf(sleep.last.to)}` : ''
const recovered = ({ start: { recovery } }: HealthFacts) =>
  `${recovery ? timeOf(recovery.at) : ''} に復帰しました。${recovery?.lastAct ? `最後の記録 ${timeOf(recovery.lastAct)}。` : ''}失われた記録 ${recovery?.lost ?? 0}。`
const clockOff = ({ clock }: HealthFacts) =>
  `${spanWords(clock?.offMs ?? 0)}${(clock?.offMs ?? 0) < 0 ? '戻りました' : '進みました'}`

const sentences: Record<CheckName, Record<string, Sentence>> = {
  writing: {
    good: (facts) => `ふつうに保存できています（ほとんどが ${commitWords(facts)} 以内）。`,
    quiet: 'ふつうに保存できます。',
    slow: (facts) => `保存に時間がかかっています（${commitWords(facts)}）。ほかの重い作業を止めてください。`,
    unproved: 'いま試した書き込みができませんでした。紙に控えてください。',
    full: '空き容量がないため、いまは保存できません。',
    ioError: 'ディスクに書き込めないため、書き込みを止めています。読むことはできます。',
    damaged: 'データに傷が見つかったため、書き込みを止めています。',
    folderGone:
      'データのフォルダかUSBメモリが見つからないため、書き込みを止めています。元の場所に戻してから、立ち上げ直してください。',
    handedOver: '別のパソコンに引き継ぎ済みです。ここでは読むことだけできます。',
    unknown: 'センターは止まっています。',
  },
  room: {
    enough: ({ room }) => `十分にあります${gigabytes(room?.freeBytes)}。`,
    low: ({ room }) => `2 GB より少なくなりました${gigabytes(room?.freeBytes)}。大きなファイルを移してください。`,
    veryLow: ({ room }) => `500 MB より少なくなりました${gigabytes(room?.freeBytes)}。いま空きを作ってください。`,
    full: 'ありません。大きなファイルを移すか消すと、ひとりでに再開します。',
    unknown: 'ここではわかりません。',
  },
  disk: {
    steady: 'ディスクに書き終えるのを待ってから「済」と出しています。',
    doubtful:
      'このディスクは停電に弱い可能性があります。USBメモリなどを2か所目の控えに選ぶと、記録を失いにくくなります。',
    covered: 'このディスクは停電に弱い可能性がありますが、2か所目にも控えをとっています。',
    unknown: 'まだわかりません。',
  },
  backup: {
    young: (facts) => `${backupAge(facts)}前に、確かめた控えがあります。`,
    whole: (facts) => `いまの記録がすべて、確かめた控えに入っています（${backupAge(facts)}前）。`,
    old: (facts) => `最後の控えから ${backupAge(facts)}たちました。控えにない記録が ${behind(facts)}あります。`,
    failed: (facts) => `さきほどの控えは作れませんでした。その前の控えは ${backupAge(facts)}前のものです。`,
    failedNone: '控えを作れませんでした。確かめた控えは1つもありません。',
    none: '確かめた控えが1つもありません。',
    soon: 'はじめての控えは、1時間のうちにひとりでに作られます。',
    unknown: '訓練などの一時のデータなので、控えはありません。',
  },
  second: {
    present: '別のディスクかUSBメモリにも控えをとっています。',
    whole: ({ secondCopy }) => `2か所目にも、いまの記録がすべてあります（${secondAt(secondCopy)} の控え）。`,
    minute: ({ secondCopy }) => `2か所目にも、${secondAt(secondCopy)} までの記録があります。1分ごとに写しています。`,
    late: ({ secondCopy }) =>
      `2か所目の控えは ${secondAt(secondCopy)} で止まっています（あとの ${secondCopy?.behind ?? 0}件がまだです）。差し直すか、別のものに替えてください。`,
    soon: 'はじめての控えを、まもなく2か所目に写します。',
    noneThere: '2か所目に、まだ控えがありません。差し直すか、別のものに替えてください。',
    none: 'このパソコンの中にしか控えがありません。USBメモリなどを選ぶと、パソコンが壊れても残ります。',
    missing: '2か所目の控え先が見つかりません。USBメモリなどを差してください。',
    failed: '2か所目に控えを書けませんでした。差し直すか、別のものに替えてください。',
    unknown: '訓練などの一時のデータなので、ありません。',
  },
  clock: {
    good: '合っています（パソコンの時計どおりに進んでいます）。',
    jumped: (facts) => `PC の時計が ${clockOff(facts)}。センターは前の時刻のまま続けています。正しい時刻ですか。`,
    kept: (facts) => `PC の時計が ${spanWords(facts.clock?.offMs ?? 0)}ずれています。パソコンの設定で直してください。`,
    ahead: ({ clock: facts }) =>
      `センターの時刻が ${spanWords(facts?.aheadMs ?? 0)}進んでいます。記録の順を保つため、ゆっくり合わせています。`,
    unknown: 'ここではわかりません。',
  },
  sleep: {
    held: 'センターが開いている間、眠らないようにしています。ふたは閉じないでください。',
    impossible: 'このパソコンのスリープを止められません。電源の設定で「スリープしない」にしてください。',
    slept: (facts) => `${sleepSpan(facts)} スリープしていました。その間に押した操作は、各機器から届きます。`,
    unknown: 'ここではわかりません。',
  },
  devices: {
    none: ({ devices: facts }) =>
      `デスク ${facts?.desks ?? 0}台・スマートフォン ${facts?.phones ?? 0}台がつながり、送信待ちはありません。`,
    onTheWay: ({ devices: facts }) => `送信待ち ${facts?.waiting ?? 0}件。いま届くところです。`,
    waiting: ({ devices: facts }) =>
      `送信待ちが ${facts?.waiting ?? 0}件あり、古いものは ${spanWords(facts?.oldestMs ?? 0)}前です。その機器の画面を見てください。`,
    unknown: 'センターは止まっています。',
  },
  file: {
    whole: ({ file: { seq, head } }) => `記録 ${seq}番まで。確かめの文字 ${head === '' ? 'なし' : head}。`,
    damaged: '傷が見つかりました。確かめた控えから再開してください。',
  },
  start: {
    orderly: ({ start: { at } }) => `停電も異常終了もありません（${at === null ? '' : timeOf(at)} から動いています）。`,
    recovered,
    lost: recovered,
    unknown: 'センターは止まっています。',
  },
  encrypted: {
    https: 'デスクとの通信は暗号化されています。ボランティアのスマートフォンとの通信は暗号化されていません。',
    partly: ({ devices: facts }) =>
      `暗号化されていないデスクが ${facts?.plainDesks ?? 0}台あります。その機器で、いまのアドレスのあとに /https をつけて開いてください。`,
    http: 'この Wi-Fi の中の通信は暗号化されていません。知らない人を同じ Wi-Fi につながせないでください。',
    unknown: 'センターは止まっています。',
  },
  certificate: {
    good: ({ certificateDays: days }) => `あと ${days ?? 0}日使えます。その前に、ひとりでに新しくなります。`,
    endsSoon: ({ certificateDays: days }) => `あと ${days ?? 0}日で切れます。ささえを立ち上げ直してください。`,
    over: '切れています。ささえを立ち上げ直してください。それまでは http のアドレスが使えます。',
  },
  version: { runs: ({ version }) => `ささえ ${version} が動いています。` },
  accessLog: {
    intact: 'だれが見たかの記録は、つながっています。',
    broken: 'だれが見たかの記録に、書きかえられたあとがあります。統括に伝えてください。',
    unknown: 'ここではわかりません。',
  },
}

/** The one sentence of a check. */
export function checkSentence({ name, word }: Check, facts: HealthFacts): string {
  const sentence = sentences[name][word]
  if (sentence === undefined) return ''
  return typeof sentence === 'string' ? sentence : sentence(facts)
}

export const healthTexts = {
  title: '元気ですか',
  asked: (at: string) => `${dateOf(at, timeZone)} ${timeOf(at)} の様子`,
  overall: {
    green: 'センターは元気です。',
    yellow: '使えていますが、気をつけることがあります。',
    red: '手当てが要ることがあります。',
  },
} as const
