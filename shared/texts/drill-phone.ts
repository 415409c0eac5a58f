import type { PhoneTexts } from '#shared/texts/text.ts'

/** What every phone says in a drill: its time, and that it is put away. */
export const drillPhone = {
  over: {
    ja: 'この訓練は終わりました。ありがとうございました。',
    easy: '訓練《くんれん》は おわりました。ありがとうございました。',
    en: 'This drill is over. Thank you for taking part.',
  },
  drillTime: { ja: '訓練の時刻', easy: '訓練《くんれん》の 時間《じかん》', en: 'Drill time' },
  stands: { ja: '（止まっています）', easy: '（とまっています）', en: ' (paused)' },
  dark: {
    ja: '端末を使わない時間です',
    easy: 'いま スマホを つかいません',
    en: 'No devices for now',
  },
  darkMore: {
    ja: '{clock} から。この画面を使わず、紙で続けてください。書きかけのものは残っています。',
    easy: '{clock} から。紙《かみ》で つづけてください。',
    en: 'Since {clock}. Please go on with paper. What you were typing is kept.',
  },
} satisfies PhoneTexts
