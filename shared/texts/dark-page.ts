import type { PhoneTexts } from '#shared/texts/text.ts'

/** What a page without records says while devices are put away in a drill. */
export const darkPageTexts: PhoneTexts<'dark'> = {
  dark: {
    ja: '端末を使わない時間です。紙で続けてください。',
    easy: 'いま スマホを つかいません。かみで つづけてください。',
    en: 'No devices for now. Please go on with paper.',
  },
}
