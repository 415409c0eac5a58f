import type { PhoneTexts } from '#shared/texts/text.ts'

/** 活動報告 on the leader's phone. Labels carry no ruby: fields speak their labels as plain text. */
export const reportPhone = {
  report: { ja: '活動報告', easy: 'ほうこく', en: 'Report' },
  open: { ja: '報告を書く', easy: 'ほうこくを かく', en: 'Write the report' },
  reopen: { ja: '報告を直す', easy: 'ほうこくを なおす', en: 'Correct the report' },
  outcome: { ja: '作業は', easy: 'しごとは', en: 'The work is' },
  completed: { ja: '完了', easy: 'おわり', en: 'finished' },
  toBeContinued: { ja: '続きがある', easy: 'つづきが ある', en: 'to be continued' },
  chooseOutcome: { ja: '完了か、続きがあるかを選んでください', easy: 'どちらか えらんでください', en: 'Choose one' },
  workDone: { ja: 'したこと', easy: 'した こと', en: 'What was done' },
  remaining: { ja: '残っている作業', easy: 'のこっている しごと', en: 'What remains' },
  nextHeadcount: { ja: '次に必要な人数', easy: 'つぎに いる ひとの かず', en: 'People needed next' },
  headcount: { ja: '活動した人数', easy: 'しごとを した ひとの かず', en: 'People who worked' },
  people: { ja: '人', easy: 'にん', en: '' },
  startedAt: { ja: '始めた時刻', easy: 'はじめた じかん', en: 'Started at' },
  endedAt: { ja: '終わった時刻', easy: 'おわった じかん', en: 'Ended at' },
  observation: { ja: '依頼者の様子・気づいたこと', easy: 'いえの ひとの ようす', en: 'How the household is' },
  observationHint: {
    ja: '体調、困りごとなど。書いたことは担当のデスクだけが見ます。',
    easy: 'かいた ことは スタッフだけが みます。',
    en: 'Health, worries and the like. Only the desks in charge see this.',
  },
  send: { ja: '報告を送る', easy: 'ほうこくを おくる', en: 'Send the report' },
  kept: {
    ja: '報告を保存しました（まだ送っていません）',
    easy: 'ほうこくを ほぞんしました（まだ おくっていません）',
    en: 'The report is kept on this phone, not sent yet',
  },
  sent: {
    ja: '報告が届きました（{time}）。帰着の窓口で確かめます。',
    easy: 'ほうこくが とどきました（{time}）。',
    en: 'Your report arrived at {time}. The return desk goes through it with you.',
  },
  accepted: { ja: '報告は受け取られました。', easy: 'ほうこくは おわりました。', en: 'Your report has been received.' },
} satisfies PhoneTexts
