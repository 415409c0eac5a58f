import type { PhoneTexts } from '#shared/texts/text.ts'

/** How a phone's page stands with the center: its line, and what lies on the phone still. */
export const linePhone = {
  line: { ja: '接続の状態', easy: 'つながっているか', en: 'State of the connection' },
  noLine: { ja: '接続がありません', easy: 'つながっていません', en: 'No connection' },
  checking: { ja: '確かめています', easy: '確《たし》かめています', en: 'Checking' },
  live: { ja: 'つながっています', easy: 'つながっています', en: 'Connected' },
  asOf: { ja: '{time} の内容です', easy: '{time} の ことです', en: 'as of {time}' },
  unsent: {
    ja: '送信待ち {count}件。消えません。つながると自分で送ります。',
    easy: 'まだ 送《おく》っていないもの {count}つ。きえません。つながると 送《おく》ります。',
    en: '{count} not sent yet. Nothing is lost; it is sent when the line is back.',
  },
  notKept: {
    ja: 'この画面は端末に保存できません。送り終わるまで閉じないでください。',
    easy: 'この 電話《でんわ》は 保存《ほぞん》できません。送《おく》るまで とじないでください。',
    en: 'This browser cannot keep anything. Do not close the page before it is sent.',
  },
  centerStopped: {
    ja: 'いまセンターで記録を保存できません。押したことはこの電話に残り、直ったら自分で送ります。急ぐときは電話か、スタッフに直接伝えてください。',
    easy: 'いま センターは きろくを のこせません。おした ことは この でんわに のこって、あとで 送《おく》ります。いそぐ ときは スタッフに いってください。',
    en: 'The center cannot save anything right now. What you press is kept on this phone and sent later. If it is urgent, call or tell the staff.',
  },
  newer: {
    ja: '新しい版です。入力は残ります。',
    easy: 'あたらしく なりました。入《い》れた ものは のこります。',
    en: 'There is a newer version. What you entered is kept.',
  },
  reload: { ja: '入力を残して更新', easy: 'あたらしくする', en: 'Update' },
  putAside: { ja: '届けられなかったもの', easy: '送《おく》れなかった もの', en: 'Not accepted' },
  understood: { ja: 'わかりました', easy: 'わかりました', en: 'OK' },
} satisfies PhoneTexts
