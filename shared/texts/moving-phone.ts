import type { PhoneTexts } from '#shared/texts/text.ts'

/** What a volunteer's page says where the center has another address than it had: a new laptop. */
export const movingPhone = {
  ask: {
    ja: 'センターのアドレスが変わったとき',
    easy: 'センターの アドレスが かわった とき',
    en: 'If the center has a new address',
  },
  how: {
    ja: '新しいポスターのアドレスを入れてください。この電話にある記録を、新しいセンターに引き継ぎます。新しいポスターの QR だけを読むと、この電話の記録はここに残ったままです。',
    easy: 'あたらしい ポスターの アドレスを かいてください。この 電話《でんわ》の ものを あたらしい センターに おくります。',
    en: 'Type the address of the new poster. What lies on this phone goes along to the new center. If you only scan the new QR, it stays behind here.',
  },
  counts: {
    ja: 'まだ送っていないもの {unsent}件、送信済みの控え {copies}件',
    easy: 'まだ おくっていないもの {unsent}、おくった もの {copies}',
    en: '{unsent} not sent yet, {copies} kept copies of what was sent',
  },
  draft: {
    ja: '書きかけの受付も引き継ぎます。',
    easy: 'かいている うけつけも おくります。',
    en: 'The form that is half filled in goes along too.',
  },
  address: { ja: '新しいアドレス', easy: 'あたらしい アドレス', en: 'New address' },
  addressHint: {
    ja: '例：192.168.1.5:8080',
    easy: 'れい：192.168.1.5:8080',
    en: 'For example 192.168.1.5:8080',
  },
  unfit: {
    ja: 'センターのアドレスとして読めません。ポスターのとおりに入れてください。',
    easy: 'アドレスを もういちど みてください。',
    en: 'This is no address of a center. Please type it as on the poster.',
  },
  move: { ja: '新しいセンターへ引き継ぐ', easy: 'あたらしい センターへ おくる', en: 'Take it to the new center' },
  silent: {
    ja: '引き継げませんでした。この画面を閉じずに、受付で「送信待ち {unsent}件」と伝えてください。',
    easy: 'おくれませんでした。この ページを とじないで、受付《うけつけ》で 「まだ おくっていないもの {unsent}」と いってください。',
    en: 'It could not be taken along. Keep this page open and tell reception: “{unsent} not sent yet”.',
  },
  moved: {
    ja: '新しいセンターに引き継ぎました。これからは新しい画面を使ってください。',
    easy: 'あたらしい センターへ おくりました。あたらしい ページを つかってください。',
    en: 'The new center has it. Please use the new page from now on.',
  },
  takeTitle: {
    ja: 'まえのアドレスから引き継ぎますか',
    easy: 'まえの ページから もらいますか',
    en: 'Take over from the old address?',
  },
  takeFrom: {
    ja: '{origin} の画面から、まだ送っていないもの {unsent}件と控え {copies}件が届きました。ご自分で開いた画面なら、引き継いでください。',
    easy: '{origin} から {unsent}と {copies} とどきました。じぶんで ひらいた ページなら おしてください。',
    en: '{unsent} not sent yet and {copies} kept copies came from {origin}. If you opened that page yourself, take them over.',
  },
  take: { ja: '引き継ぐ', easy: 'もらう', en: 'Take over' },
  waitsForOld: {
    ja: 'まえの画面からの引き継ぎを待っています…',
    easy: 'まえの ページを まっています…',
    en: 'Waiting for the old page…',
  },
  oldGone: {
    ja: 'まえの画面から何も届きません。まえの画面を開いたまま、受付の人に見せてください。',
    easy: 'なにも とどきません。まえの ページを スタッフに みせてください。',
    en: 'Nothing comes from the old page. Please show the old page to the staff.',
  },
  notTaken: {
    ja: 'いまは引き継げません。もう一度押してください。だめなときは、まえの画面を閉じずに、受付で伝えてください。',
    easy: 'いま もらえません。もういちど おしてください。だめな ときは スタッフに いってください。',
    en: 'It could not be taken over now. Please press again; if that fails, keep the old page open and tell reception.',
  },
  oldCenter: {
    ja: 'ここは古い本部です。引き継ぎません。受付の人にこの画面を見せてください。',
    easy: 'ここは ふるい センターです。スタッフに みせてください。',
    en: 'This is an old copy of the center. Nothing is taken over. Please show this page to the staff.',
  },
} satisfies PhoneTexts
