import type { PhoneTexts } from '#shared/texts/text.ts'

/** The posters at the entrance: three short steps in three languages. */
export const posterTexts: PhoneTexts<
  'title' | 'wifi' | 'reception' | 'fill' | 'noPhone' | 'network' | 'password' | 'another'
> = {
  title: { ja: 'ボランティア受付', easy: 'ボランティアの うけつけ', en: 'Volunteer check-in' },
  wifi: { ja: 'Wi-Fiにつなぐ', easy: 'Wi-Fiに つなぎます', en: 'Join the Wi-Fi' },
  reception: { ja: 'QRを読む', easy: 'QRを よみます', en: 'Scan the code' },
  fill: { ja: '入力すると番号が出ます', easy: 'かくと ばんごうが でます', en: 'Fill in, get your number' },
  noPhone: {
    ja: 'スマートフォンがない方は、受付の人に声をかけてください。',
    easy: 'スマホが ない ひとは スタッフに いってください。',
    en: 'No phone? Please ask the staff.',
  },
  another: {
    ja: '別の日に来る方は、こちらで活動予約ができます。',
    easy: 'べつの ひに くる ひとは ここで よやくが できます。',
    en: 'Coming on another day? Reserve a place here.',
  },
  network: { ja: 'Wi-Fi', easy: 'Wi-Fi', en: 'Wi-Fi' },
  password: { ja: 'パスワード', easy: 'パスワード', en: 'Password' },
}

/** What the bar above the poster says; staff alone see it. */
export const posterBarTexts = {
  poster: 'ポスター',
  address: 'アドレス',
  choose: 'このアドレスにする',
  noAddress:
    'このパソコンはネットワークにつながっていません。Wi-Fiかケーブルにつないでから、このページを読み込み直してください。',
  noWifi: 'Wi-Fiの名前がまだ入っていません。デスクの画面の「統括」→「ポスター」で入れると、ここに載ります。',
  printedAt: (when: string) => `${when} 印刷`,
  cards: '各デスクの仕事',
  ask: '困ったら',
} as const
