import type * as problems from '#shared/core/problems.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'

export const coreProblemTexts: ProblemTexts<typeof problems> = {
  'core.notAllowed': {
    ja: () => 'この操作はできません。担当のデスクか統括に頼んでください。',
    easy: () => 'これは できません。スタッフに きいてください。',
    en: () => 'You cannot do this. Please ask the staff.',
  },
  'core.notSignedIn': {
    ja: () => '担当者の確認が切れました。もう一度お名前とPINを入れてください。入力は残っています。',
    easy: () => 'もういちど うけつけの ページを ひらいてください。',
    en: () => 'Your session is over. Please open the page again.',
  },
  'core.notFound': {
    ja: () => '見つかりません。番号を確かめるか、一覧から選び直してください。',
    easy: () => 'みつかりません。スタッフに きいてください。',
    en: () => 'Not found. Please ask the staff.',
  },
  'core.unknownCommand': {
    ja: () => '画面が古いようです。ページを読み込み直してください。',
    easy: () => 'ページを もういちど ひらいてください。',
    en: () => 'This page is out of date. Please reload it.',
  },
  'core.malformed': {
    ja: () => '送られた内容を読み取れません。ページを読み込み直して、もう一度送ってください。',
    easy: () => 'おくった ものが よめません。ページを もういちど ひらいてください。',
    en: () => 'The message could not be read. Please reload the page and send it again.',
  },
  'core.unfitInput': {
    ja: () => '入力に直すところがあります。印のついた欄を確かめてください。',
    easy: () => 'なおす ところが あります。しるしの ある ところを みてください。',
    en: () => 'Some entries need correcting. Please check the marked fields.',
  },
  'core.tooLarge': {
    ja: () => '送る内容が大きすぎます。文を短くしてください。',
    easy: () => 'ながすぎます。みじかく してください。',
    en: () => 'This is too long. Please shorten it.',
  },
  'core.otherBodySameId': {
    ja: () => '同じ控え番号で別の内容が送られました。ページを読み込み直して、もう一度送ってください。',
    easy: () => 'ページを もういちど ひらいてください。',
    en: () => 'This was already sent with other content. Please reload and send it again.',
  },
  'core.tooManyTries': {
    ja: ({ seconds }) => `間違いが続きました。${seconds}秒待ってから、もう一度入れてください。`,
    easy: ({ seconds }) => `${seconds}びょう まってから、もういちど いれてください。`,
    en: ({ seconds }) => `Too many tries. Please wait ${seconds} seconds.`,
  },
  'core.tooManyAtOnce': {
    ja: ({ seconds }) => `この端末からいちどに多くが届いています。${seconds}秒たってから、もう一度送ってください。`,
    easy: ({ seconds }) => `いちどに たくさん とどきました。${seconds}びょう まって、もういちど おくってください。`,
    en: ({ seconds }) => `Too much at once. Please wait ${seconds} seconds, then send it again.`,
  },
  'core.readOnly': {
    ja: ({ reason }) =>
      reason === 'handedOver'
        ? 'このパソコンは引き継ぎ済みで、読むことだけできます。新しい本部のアドレスを開いてください。'
        : '記録を保存できない状態です。読むことはできます。紙に控えて、統括に知らせてください。',
    easy: ({ reason }) =>
      reason === 'handedOver'
        ? 'ここは ふるい ほんぶです。あたらしい QRコードを よんでください。'
        : 'いま ほぞん できません。スタッフに いってください。',
    en: ({ reason }) =>
      reason === 'handedOver'
        ? 'This is the old center. Please scan the new QR code.'
        : 'Nothing can be saved at the moment. Please tell the staff.',
  },
  'core.internal': {
    ja: () => 'こちらの不具合で処理できませんでした。入力は残っています。もう一度押してください。',
    easy: () => 'うまく いきませんでした。もういちど おしてください。',
    en: () => 'Something went wrong on our side. Your entries are kept. Please try again.',
  },
  'core.changedMeanwhile': {
    ja: () => 'ほかの人が先に変えました。両方を見てから、もう一度押してください。入力は残っています。',
  },
  'core.otherAuthor': {
    ja: () => 'この端末の担当者が替わっています。入力は残っています。お名前を確かめてから送り直してください。',
  },
  'core.wrongHost': {
    ja: () => 'このアドレスでは開けません。ポスターのQRコードから開いてください。',
    easy: () => 'ポスターの QRコードから ひらいてください。',
    en: () => 'This address does not work. Please use the QR code on the poster.',
  },
}
