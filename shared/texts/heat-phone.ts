import type { HeatBand } from '#shared/practice/weather.ts'
import type { PhoneTexts } from '#shared/texts/text.ts'

/** The weather of a drill, in a line on desks and phones; each band of 暑さ指数 (WBGT) has its word. */
export const heatPhone = {
  since: { ja: '{clock}から', easy: '{clock}から', en: 'From {clock}' },
  wbgt: { ja: '暑さ指数 {wbgt}（{band}）', easy: '暑《あつ》さ {wbgt}（{band}）', en: 'Heat index {wbgt} ({band})' },
  rain: { ja: '雨 {rain}mm', easy: '雨《あめ》 {rain}mm', en: 'Rain {rain} mm' },
  safe: { ja: 'ほぼ安全', easy: 'だいじょうぶ', en: 'almost safe' },
  caution: { ja: '注意', easy: '気《き》を つける', en: 'caution' },
  warning: { ja: '警戒', easy: 'よく 休《やす》む', en: 'warning' },
  severe: { ja: '厳重警戒', easy: 'とても あつい', en: 'severe warning' },
  danger: { ja: '危険', easy: 'あぶない', en: 'danger' },
  alert: {
    ja: '危険・熱中症警戒アラート',
    easy: 'あぶない。外《そと》に いない',
    en: 'danger, heat stroke alert',
  },
  specialAlert: {
    ja: '危険・熱中症特別警戒アラート',
    easy: 'とても あぶない。外《そと》に いない',
    en: 'danger, special heat stroke alert',
  },
} satisfies PhoneTexts

/** The letter in a band's mark, in every language: its shape and its word say the same. */
export const heatLetters: Readonly<Record<HeatBand, string>> = {
  safe: '安',
  caution: '注',
  warning: '警',
  severe: '厳',
  danger: '危',
  alert: '危',
  specialAlert: '危',
}
