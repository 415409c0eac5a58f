import type { PhoneTexts } from '#shared/texts/text.ts'

/** The desks as phones call them; in English the sign that stands on the table is said as well. */
export const deskPhone = {
  affairs: { ja: '総務', easy: '総務《そうむ》', en: '総務 (office)' },
  reception: { ja: '受付', easy: '受付《うけつけ》', en: '受付 (check-in)' },
  needs: { ja: 'ニーズ', easy: 'ニーズ', en: 'ニーズ (requests)' },
  survey: { ja: '現地調査', easy: '家《いえ》を 見《み》る', en: '現地調査 (surveys)' },
  dispatch: { ja: 'マッチング', easy: 'マッチング', en: 'マッチング (teams)' },
  equipment: { ja: '資機材・送り出し', easy: '道具《どうぐ》', en: '資機材・送り出し (tools, send-off)' },
  return: { ja: '帰着', easy: 'もどる 人《ひと》', en: '帰着 (return)' },
  frontDesk: { ja: '窓口', easy: '窓口《まどぐち》', en: '窓口 (front desk)' },
} satisfies PhoneTexts
