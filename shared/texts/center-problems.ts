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
  'center.dayChangedMeanwhile': {
    ja: ({ by, at }) =>
      `活動日の設定は、${at}に${by === '' ? '別の人' : `${by}さん`}が変えました。両方を見てから、もう一度保存してください。入力は残っています。`,
  },
  'center.dayIsClosed': { ja: ({ date }) => `${date} の活動日はもう閉じています。` },
  'center.wifiPasswordTooShort': {
    ja: () => 'Wi-Fiのパスワードは8文字以上です。パスワードがないWi-Fiなら、空のままにしてください。',
  },
  'center.alreadyInForm': {
    ja: () => '体制はもう変わっています。ほかの統括が先に変えました。いまの体制を確かめてください。',
  },
  'center.leftWithoutDesk': { ja: ({ name }) => `${name}さんのデスクがありません。ひとつ以上えらんでください。` },
  'center.changeUndone': { ja: () => 'この変更はもう元に戻してあります。' },
  'center.laterChange': { ja: () => 'このあとで体制がもう一度変わりました。元に戻せるのは最後の変更だけです。' },
  'center.tooLateToUndo': {
    ja: ({ by, at }) =>
      `もう元に戻せません。${at}に${by === '' ? '来場者のスマートフォン' : `${by}さん`}が、新しい体制で記録をつくりました。前の体制にするときは、もう一度変えてください。`,
  },
  'center.deskNameTaken': { ja: ({ label }) => `「${label}」というデスクはもうあります。別の名前にしてください。` },
  'center.deskTaken': { ja: () => 'このデスクはもう加えてあります。画面を確かめてください。' },
  'center.tooManyDesks': { ja: ({ most }) => `デスクは${most}までです。使わないデスクをまとめてください。` },
  'center.unknownOwnDesk': { ja: () => 'このデスクはもうありません。ほかの人が先にまとめたようです。' },
  'center.oneDesk': { ja: () => 'ちがうデスクを2つえらんでください。' },
  'center.nothingLeft': { ja: () => 'もとのデスクにも、仕事をひとつ以上残してください。' },
  'center.deskHasAnother': {
    ja: () => 'この人の受け持ちが、いま変わりました。もう一度えらんでください。',
  },
  'center.hoursReversed': { ja: ({ from, to }) => `時刻の順が逆です（${from} から ${to}）。直してください。` },
}
