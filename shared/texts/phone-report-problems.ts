import type * as problems from '#shared/reports/phone-problems.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'

export const phoneReportProblemTexts: ProblemTexts<typeof problems> = {
  'reports.reportAccepted': {
    ja: ({ team }) => `${team}班の報告はもう受け取られています。直すときは帰着の人に話してください。`,
    easy: ({ team }) => `${team}班（はん）の ほうこくは もう うけとりました。なおすときは スタッフに いってください。`,
    en: ({ team }) =>
      `Team ${team}’s report has been received. To correct it, please tell the staff at the return desk.`,
  },
  'reports.nothingToReport': {
    ja: ({ team }) => `${team}班の依頼書が変わったか、まだ送り出されていません。本部に電話してください。`,
    easy: ({ team }) => `${team}班（はん）の しごとが かわりました。センターに でんわしてください。`,
    en: ({ team }) => `Team ${team}’s work order has changed or it has not been sent out. Please call the center.`,
  },
  'reports.timesReversed': {
    ja: ({ from, to }) => `終わった時刻（${to}）が始めた時刻（${from}）より前です。直してください。`,
    easy: ({ from, to }) => `じかんを なおしてください（${from} から ${to}）。`,
    en: ({ from, to }) => `The end (${to}) is before the start (${from}). Please correct the times.`,
  },
}
