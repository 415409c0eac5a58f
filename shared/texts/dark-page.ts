import type { PhoneTexts } from '#shared/texts/text.ts'

/** What a page without records says in a drill: its time, and that devices are put away. */
export const darkPageTexts: PhoneTexts<'time' | 'dark'> = {
  time: { ja: '訓練の時刻', easy: 'くんれんの じかん', en: 'Drill time' },
  dark: {
    ja: '端末を使わない時間です。紙で続けてください。',
    easy: 'いま スマホを つかいません。かみで つづけてください。',
    en: 'No devices for now. Please go on with paper.',
  },
}
