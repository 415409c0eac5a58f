import type { PhoneTexts } from '#shared/texts/text.ts'

/** What a phone's page says of its line and of the center while somebody reads or types. What stands in braces is filled in. */
export const pulseTexts = {
  asOf: { ja: '{time} の内容', easy: '{time} の ないよう', en: 'As of {time}' },
  stale: {
    ja: 'センターにつながりません。センターのWi-Fiを確かめてください。入れたものは、この画面に残っています。',
    easy: 'センターに つながりません。センターの Wi-Fiを みてください。かいた ものは のこっています。',
    en: 'The center cannot be reached. Please check that you are on its Wi-Fi. What you entered stays on this page.',
  },
  stopped: {
    ja: 'いまセンターで記録を保存できません。このまま入れて送ってかまいません。この電話に残り、直ったら自動で送ります。急ぐときは受付の人に声をかけてください。',
    easy: 'いま センターは きろくを のこせません。このまま かいて おくって だいじょうぶです。この でんわに のこります。なおったら じどうで おくります。いそぐ ときは スタッフに いってください。',
    en: 'The center cannot save anything right now. You can go on and send: it is kept on this phone and sent by itself later. In a hurry, please tell the staff.',
  },
  newer: {
    ja: '新しい版になりました。入れたものを残して、読み込み直せます。',
    easy: 'あたらしく なりました。かいた ものは のこります。',
    en: 'There is a newer version. What you entered is kept when you update.',
  },
  reload: { ja: '入力を残して更新', easy: 'あたらしく する', en: 'Update' },
} satisfies PhoneTexts
