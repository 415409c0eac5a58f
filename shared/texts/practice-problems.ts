import { formatDate } from '#shared/core/japanese-date.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type * as problems from '#shared/practice/problems.ts'
import { deskLabel } from '#shared/texts/desk-names.ts'
import { injectPhoneProblemTexts } from '#shared/texts/inject-phone-problems.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'

export const practiceProblemTexts: ProblemTexts<typeof problems> = {
  ...injectPhoneProblemTexts,
  'practice.drillAlreadyStarted': { ja: ({ title }) => `訓練「${title}」は、もう始まっています。` },
  'practice.timeGoesOn': {
    ja: ({ now }) => `訓練の時計は戻せません。いま ${clockOf(now, timeZone)} より後を選んでください。`,
  },
  'practice.teamNotOut': {
    ja: ({ team }) => `${team}班は、もう外に出ていません。外に出ている班をえらんでください。`,
  },
  'practice.seatHanded': {
    ja: ({ desk, player, by, at }) =>
      player === 'human'
        ? `${deskLabel(desk)}は、${clockOf(at, timeZone)} に${by}さんが人にわたしています。`
        : `${deskLabel(desk)}は、${clockOf(at, timeZone)} に${by}さんが模擬の担当にわたしています。`,
  },
  'practice.deskNotForJoining': {
    ja: () => '統括の席には、この画面から入れません。進行の人に声をかけてください。',
    easy: () => 'この しごとは えらべません。スタッフに きいてください。',
    en: () => 'This desk cannot be joined here. Please ask the person who runs the drill.',
  },
  'practice.deskMissing': {
    ja: () => '受け持つデスクを選んでください。',
    easy: () => 'しごとを えらんでください。',
    en: () => 'Please choose a desk.',
  },
  'practice.pinMissing': {
    ja: () => 'デスクで使う6けたの番号を決めてください。',
    easy: () => '6この すうじを きめてください。',
    en: () => 'Please choose the six digits you will use at the desk.',
  },
  'practice.noCardLeft': {
    ja: () => '被災者役のカードは、すべて配り終わりました。ほかの役を選んでください。',
    easy: () => 'カードが もう ありません。ほかの 役（やく）を えらんでください。',
    en: () => 'All cards of this part are taken. Please choose another part.',
  },
  'practice.enoughPhotos': {
    ja: ({ most }) => `この訓練の写真は${most}枚までです。文字だけで残してください。`,
    easy: ({ most }) => `しゃしんは ${most}まいまでです。もじだけ かいてください。`,
    en: ({ most }) => `A drill has room for ${most} photos. Please write a note without one.`,
  },
  'practice.notTakingPart': {
    ja: () => 'この画面の役は終わっています。もう一度 QR を読んでください。',
    easy: () => 'もういちど QR を よんでください。',
    en: () => 'This part has ended. Please scan the QR again.',
  },
  'practice.noDrillRoom': {
    ja: () => 'この画面からは訓練を始められません。訓練は、本番のセンターを開いたパソコンで、統括の人が始めます。',
  },
  'practice.dayIsOpen': {
    ja: ({ date }) =>
      `${formatDate(date, 'ja')}の活動日が開いています。本番の活動をしているあいだ、このパソコンでは訓練を始められません。その日を閉じてから始めるか、別のパソコンを使ってください。`,
  },
  'practice.drillRuns': {
    ja: ({ title, port }) => `訓練「${title}」が動いています（ポート ${port}）。先にそれを終えてください。`,
  },
  'practice.noDrillRuns': { ja: () => 'いま動いている訓練はありません。' },
  'practice.scenarioUnfit': {
    ja: ({ line, sentence }) => `想定に直すところがあります。${line}行目: ${sentence}`,
  },
  'practice.scenarioOfBank': {
    ja: ({ name }) => `「${name}」は、はじめから入っている想定の名前です。name を別の名前にしてください。`,
  },
  'practice.editUnfit': {
    ja: ({ line, sentence }) => `このままでは訓練にできないため、変えていません。${line}行目: ${sentence}`,
  },
  'practice.entryNotInText': {
    ja: ({ key }) => `「${key}」は、もうこのファイルにありません。`,
  },
  'practice.scenarioSavedMeanwhile': {
    ja: ({ name, title, at, read }) => {
      const clock = clockOf(at, timeZone)
      const found = read
        ? `「${title}」（${name}）は、ここで読んだあと、${clock} に別の画面で保存されています。`
        : `「${name}」という名前では、「${title}」がもう保存されています（${clock}）。`
      return `${found}上書きはしていません。`
    },
  },
  'practice.noDevicesOff': { ja: () => '端末を使わない時間は、始まっていません。' },
  'practice.alreadyDevicesOff': {
    ja: ({ from }) => `${clockOf(from, timeZone)} から、端末を使わない時間になっています。`,
  },
}
