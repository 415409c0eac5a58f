import type * as problems from '#shared/access/problems.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'

export const accessProblemTexts: ProblemTexts<typeof problems> = {
  'access.wrongPin': {
    ja: ({ left }) =>
      left > 0
        ? `PINが違います。あと${left}回試せます。`
        : 'PINが違います。少し待ってから試すか、統括に新しいPINを頼んでください。',
  },
  'access.unknownStaff': { ja: () => 'この名前の担当者はいません。名前を確かめるか、統括に登録を頼んでください。' },
  'access.nameTaken': { ja: ({ name }) => `「${name}」さんはもう登録されています。区別できる名前にしてください。` },
  'access.unknownDesk': { ja: ({ desk }) => `「${desk}」というデスクはこのセンターにありません。選び直してください。` },
  'access.stepUpNeeded': { ja: () => 'この操作の前に、もう一度PINを入れてください。入力はそのまま残っています。' },
  'access.secondPersonNeeded': {
    ja: ({ others }) =>
      others > 0
        ? 'この操作には、もう1人の統括の同意が必要です。入力はそのまま残っています。'
        : 'この操作には、もう1人の統括の同意が必要です。いま同意できる人はいません。24時間後に行うよう予約できます。',
  },
  'access.actWaits': {
    ja: () =>
      'この操作は予約しました。もう1人の統括が自分の席で承認するか、ほかに統括がいないまま24時間たつと行われます。それまでは取り消せます。',
  },
  'access.actRefused': {
    ja: ({ by }) => `この操作は${by}さんが断りました。必要なら、話し合ってからやり直してください。`,
  },
  'access.tooNewToConsent': {
    ja: ({ name }) =>
      `${name}さんは、操作する人と24時間以内に登録やPINの変更をし合っているので、まだ同意できません。ほかの統括に頼むか、24時間待ってください。`,
  },
  'access.ownAct': {
    ja: () =>
      'これは、この操作をしようとしている本人のバッジかお名前です。同意できるのは、もう1人の統括の人です。その人のバッジかお名前とPINで入れてください。',
  },
  'access.notAnotherLead': { ja: () => 'この人は統括ではないので、同意できません。ほかの統括の人に頼んでください。' },
  'access.papersDoNotAddUp': {
    ja: ({ printed }) =>
      `数が合いません。きょう番号をつけた紙は${printed}枚です。戻った枚数と、戻っていない紙の番号を確かめてください。`,
  },
  'access.badgeNeeded': {
    ja: () => 'この端末では、はじめにバッジのQRが必要です。バッジを読み取ってから、PINを入れてください。',
  },
  'access.unknownBadge': {
    ja: () =>
      'このバッジは使えません。作り直す前のバッジか、ほかのセンターのものです。統括に新しいバッジを頼んでください。',
  },
  'access.lastLead': { ja: ({ name }) => `${name}さんのほかに統括がいません。先に別の人を統括にしてください。` },
}
