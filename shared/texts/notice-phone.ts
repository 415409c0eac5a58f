import type { PhoneTexts } from '#shared/texts/text.ts'

/** 活動中止, 短縮 and messages on a volunteer's phone. */
export const noticePhone = {
  stop: { ja: '活動中止', easy: '活動《かつどう》を やめます', en: 'Work is stopped' },
  shorten: { ja: '{time} までに戻ってください', easy: '{time} までに もどってください', en: 'Be back by {time}' },
  message: { ja: '本部からのお知らせ', easy: 'センターからの おしらせ', en: 'Message from the center' },
  stopOut: {
    ja: '作業をやめ、安全な道でセンターに戻ってください。全員がいるか確かめてください。',
    easy: '仕事《しごと》を やめて、みんなで センターに もどってください。',
    en: 'Stop working and return to the center by a safe way. Make sure everyone is with you.',
  },
  stopHere: {
    ja: '出発しないで、センターの人の話を聞いてください。',
    easy: '出発《しゅっぱつ》しないでください。スタッフの 話《はなし》を 聞《き》いてください。',
    en: 'Do not leave. Please listen to the staff.',
  },
  reason: { ja: '理由: {reason}', easy: 'どうして: {reason}', en: 'Reason: {reason}' },
  heat: { ja: '暑さ', easy: 'とても あつい', en: 'heat' },
  rain: { ja: '雨', easy: '雨《あめ》', en: 'rain' },
  earthquake: { ja: '余震・津波', easy: '地震《じしん》・津波《つなみ》', en: 'aftershock or tsunami' },
  at: { ja: '{time} に本部から', easy: '{time} に センターから', en: 'From the center at {time}' },
  understood: { ja: 'わかりました', easy: 'わかりました', en: 'I understand' },
  acknowledged: {
    ja: '「わかりました」を送りました',
    easy: '「わかりました」を 送《おく》りました',
    en: 'You have confirmed this',
  },
  acknowledgedUnsent: {
    ja: '「わかりました」はまだ送っていません',
    easy: '「わかりました」は まだ 送《おく》っていません',
    en: 'Your confirmation is not sent yet',
  },
  liftedStop: {
    ja: '{time} に中止が取り消されました。センターの人の話を聞いてください。',
    easy: '{time} に「やめる」が なくなりました。スタッフの 話《はなし》を 聞《き》いてください。',
    en: 'The stop was taken back at {time}. Please listen to the staff.',
  },
} satisfies PhoneTexts

/** The reasons that the lead taps most, as they are sent; other reasons stand as they were typed. */
export const commonReasons = { heat: '暑さ', rain: '雨', earthquake: '余震・津波' } as const
