import type * as problems from '#shared/center/problems.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'

export const centerProblemTexts: ProblemTexts<typeof problems> = {
  'center.alreadySetUp': { ja: ({ name }) => `「${name}」はもう設置されています。ページを読み込み直してください。` },
  'center.notSetUp': {
    ja: () => 'センターはまだ開かれていません。受付の人に声をかけてください。',
    easy: () => 'センターは まだ あいていません。スタッフに きいてください。',
    en: () => 'The center is not open yet. Please ask the staff.',
  },
  'center.noOpenDay': {
    ja: () => 'きょうの受付はまだ始まっていません。受付の人に声をかけてください。',
    easy: () => 'きょうの うけつけは まだ はじまっていません。スタッフに きいてください。',
    en: () => 'Today’s reception has not begun yet. Please ask the staff.',
  },
  'center.dayAlreadyOpen': { ja: ({ date }) => `${date} の活動日がまだ開いています。先にその日を閉じてください。` },
  'center.dayExists': { ja: ({ date }) => `${date} の活動日はもうあります。日付を確かめてください。` },
  'center.dayIsClosed': { ja: ({ date }) => `${date} の活動日はもう閉じています。` },
  'center.wifiPasswordTooShort': {
    ja: () => 'Wi-Fiのパスワードは8文字以上です。パスワードがないWi-Fiなら、空のままにしてください。',
  },
  'center.hoursReversed': { ja: ({ from, to }) => `時刻の順が逆です（${from} から ${to}）。直してください。` },
}
