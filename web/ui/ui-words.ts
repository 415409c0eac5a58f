import { createContext } from 'preact'
import { formatDate, formatEra } from '#shared/core/japanese-date.ts'
import type { Language } from '#shared/core/language.ts'

/** The few words the kit says by itself; everything else comes in as props. */
export interface KitWords {
  required: string
  people: string
  print: string
  characterKeys: string
  deskCard: string
  close: string
  undo: string
  secondsLeft: (seconds: number) => string
  charactersLeft: (count: number) => string
  charactersOver: (count: number) => string
  working: string
  /** A part of the page cannot be loaded any more: the center has a newer version. */
  partGone: string
  loadAnew: string
  /** How many rows of a list are not drawn yet; pressing it draws some of them. */
  moreRows: (left: number) => string
  clear: string
  choose: string
  fixThese: (count: number) => string
  /** The date, `YYYY-MM-DD`, read back to whoever typed it. */
  dateUnderstood: (date: string) => string
  dateNotUnderstood: string
  leader: string
  slots: (filled: number, wanted: number, unit: string) => string
  live: string
  stale: string
  offline: string
  size: string
  sizes: Record<'standard' | 'large' | 'largest', string>
  ground: string
  grounds: Record<'light' | 'dark', string>
  language: string
  notice: Record<'information' | 'warning' | 'stop', string>
}

const ja: KitWords = {
  people: '人',
  print: '印刷',
  characterKeys: '1文字のキーで操作する',
  deskCard: 'このデスクの仕事',
  required: '必須',
  close: '閉じる',
  undo: '元に戻す',
  secondsLeft: (seconds) => `あと${seconds}秒`,
  charactersLeft: (count) => `あと${count}文字`,
  charactersOver: (count) => `${count}文字多いです`,
  working: '送っています…',
  partGone: '新しい版になったため、ここは更新すると使えます。入力は残ります。',
  loadAnew: '入力を残して更新',
  moreRows: (left) => `あと${left}件を見る`,
  clear: '消す',
  choose: '選んでください',
  fixThese: (count) => `直すところが${count}つあります`,
  dateUnderstood: (date) => `${formatDate(date, 'ja')}(${formatEra(date).replace(/年.*/, '年')})ですね`,
  dateNotUnderstood: '例: 昭和45年4月1日、1970/4/1、19700401',
  leader: 'リーダー',
  slots: (filled, wanted, unit) => `${wanted}${unit}中${filled}${unit}`,
  live: 'つながっています',
  stale: '少し前の内容です',
  offline: '接続なし',
  size: '文字の大きさ',
  sizes: { standard: '標準', large: '大', largest: '特大' },
  ground: '画面の明るさ',
  grounds: { light: '明るい画面', dark: '暗い画面' },
  language: '言語',
  notice: { information: 'お知らせ', warning: '注意', stop: '中止' },
}

const easy: KitWords = {
  ...ja,
  people: 'にん',
  print: 'いんさつ',
  characterKeys: '1もじの キーを つかう',
  deskCard: 'この つくえの しごと',
  required: 'かならず',
  close: 'とじる',
  undo: 'もとに もどす',
  secondsLeft: (seconds) => `あと ${seconds}びょう`,
  charactersLeft: (count) => `あと ${count}もじ`,
  charactersOver: (count) => `${count}もじ おおいです`,
  working: 'おくっています…',
  partGone: 'あたらしく なりました。ボタンを おすと つかえます。入れた ものは のこります。',
  loadAnew: 'あたらしくする',
  moreRows: (left) => `あと ${left} こ 見る`,
  clear: 'けす',
  choose: 'えらんでください',
  fixThese: (count) => `なおす ところが ${count}つ あります`,
  dateUnderstood: (date) => `${formatDate(date, 'easy')} ですね`,
  dateNotUnderstood: 'れい: 1970/4/1',
  slots: (filled, wanted, unit) => `${wanted}${unit}の うち ${filled}${unit}`,
  live: 'つながっています',
  stale: 'すこし まえの ことです',
  offline: 'つながっていません',
  size: 'もじの おおきさ',
  sizes: { standard: 'ふつう', large: 'おおきい', largest: 'とても おおきい' },
  ground: 'がめんの あかるさ',
  grounds: { light: 'あかるい', dark: 'くらい' },
  language: 'ことば',
  notice: { information: 'おしらせ', warning: 'ちゅうい', stop: 'ちゅうし' },
}

const en: KitWords = {
  people: '',
  print: 'Print',
  characterKeys: 'Use single-letter keys',
  deskCard: 'What this desk does',
  required: 'required',
  close: 'Close',
  undo: 'Undo',
  secondsLeft: (seconds) => `${seconds} s left`,
  charactersLeft: (count) => `${count} characters left`,
  charactersOver: (count) => `${count} characters too many`,
  working: 'Sending…',
  partGone: 'There is a newer version: this part is here once you update. What you entered is kept.',
  loadAnew: 'Update',
  moreRows: (left) => `Show more (${left})`,
  clear: 'Clear',
  choose: 'Choose one',
  fixThese: (count) => (count === 1 ? 'One thing to put right' : `${count} things to put right`),
  dateUnderstood: (date) => `Read as ${formatDate(date, 'en')}`,
  dateNotUnderstood: 'For example 1970/4/1 or 1970-04-01',
  leader: 'Leader',
  slots: (filled, wanted) => `${filled} of ${wanted}`,
  live: 'Connected',
  stale: 'Slightly out of date',
  offline: 'No connection',
  size: 'Letter size',
  sizes: { standard: 'Normal', large: 'Large', largest: 'Largest' },
  ground: 'Screen brightness',
  grounds: { light: 'Light', dark: 'Dark' },
  language: 'Language',
  notice: { information: 'Information', warning: 'Caution', stop: 'Stop' },
}

export const uiWords: Record<Language, KitWords> = { ja, easy, en }

/** Which language the kit speaks beneath this point; Japanese unless a page says otherwise. */
export const UiWords = createContext<KitWords>(ja)
