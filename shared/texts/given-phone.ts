import type { PhoneTexts } from '#shared/texts/text.ts'

/** What happens to somebody in a drill, on the phone of whoever plays a part or leads a team. */
export const givenPhone = {
  given: { ja: 'あなたに起きたこと', easy: 'あなたに あったこと', en: 'What happens to you' },
  answer: { ja: 'したこと', easy: 'したこと', en: 'What you did' },
  sendAnswer: { ja: '送る', easy: '送《おく》る', en: 'Send' },
  answerWaits: {
    ja: '送信待ち: {answer}',
    easy: 'まだ 送《おく》っていません: {answer}',
    en: 'Not sent yet: {answer}',
  },
  ringing: {
    ja: 'あなたに知らせ: {title}',
    easy: 'あなたに おしらせ: {title}',
    en: 'For you: {title}',
  },
  answered: { ja: '送りました: {answer}', easy: '送《おく》りました: {answer}', en: 'Sent: {answer}' },
  within: { ja: '{minutes}分のうちに', easy: '{minutes}分の うちに', en: 'Within {minutes} minutes' },
  answeredBy: { ja: '答え（{by}）: {answer}', easy: 'こたえ（{by}）: {answer}', en: 'Answered by {by}: {answer}' },
  answerFirst: {
    ja: 'したことを書いてから送ってください。',
    easy: 'したことを かいてください。',
    en: 'Please write what you did first.',
  },
  toTeam: { ja: '状況付与（訓練）', easy: '訓練《くんれん》の できごと', en: 'Drill: this happens to your team' },
  teamHow: {
    ja: 'あなたの班に起きたこととして、どうするかを決めて送ってください。センターに電話で聞いてもかまいません。',
    easy: '班《はん》で きめて 送《おく》ってください。センターに 電話《でんわ》しても いいです。',
    en: 'Decide with your team what you do, and send it. You may call the center first.',
  },
} satisfies PhoneTexts
