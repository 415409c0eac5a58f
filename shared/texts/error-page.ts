/** What a person reads who opened an address that leads nowhere. */
export const errorPageTexts = {
  title: 'このページは開けません',
  notFound: 'アドレスが違うか、ページがなくなっています。下のボタンから進んでください。',
  notSignedIn:
    'この紙を開くには、担当者の確認が必要です。デスクの画面でお名前とPINを入れてから、もう一度開いてください。',
  other: 'うまく開けませんでした。もう一度開くか、受付の人に声をかけてください。',
  /** The same for phones, whose language nobody knows here. */
  easy: 'この ページは ひらけません。したの ボタンを おすか、スタッフに きいてください。',
  en: 'This page cannot be opened. Please use a button below or ask the staff.',
  toReception: 'ボランティアの受付へ',
  toDesk: '担当者の画面へ',
} as const

/** The sentence for a refusal that is met by opening an address. */
export function errorPageSentence(code: string): string {
  if (code === 'core.notFound') return errorPageTexts.notFound
  if (code === 'core.notSignedIn' || code === 'core.notAllowed') return errorPageTexts.notSignedIn
  return errorPageTexts.other
}
