import { attendanceStatusTexts } from '#shared/texts/attendance-status.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'
import type * as problems from '#shared/volunteers/problems.ts'

export const volunteersProblemTexts: ProblemTexts<typeof problems> = {
  'volunteers.receptionClosed': {
    ja: ({ opensAt, closesAt }) =>
      `いまはスマートフォンで受付できません（受付は ${opensAt}〜${closesAt}）。受付の人に声をかけてください。`,
    easy: ({ opensAt, closesAt }) =>
      `いま スマートフォンの うけつけは できません（${opensAt}から ${closesAt}まで）。スタッフに きいてください。`,
    en: ({ opensAt, closesAt }) =>
      `Check-in by phone is closed now (open ${opensAt} to ${closesAt}). Please ask the staff.`,
  },
  'volunteers.dayFull': {
    ja: ({ capacity, kept = 0 }) =>
      kept > 0
        ? `きょうの募集人数（${capacity}人）は、予約した人の${kept}人分を入れると、いっぱいです。キャンセル待ちに入ることができます。`
        : `きょうの募集人数（${capacity}人）に達しました。キャンセル待ちに入ることができます。`,
    easy: ({ capacity, kept = 0 }) =>
      kept > 0
        ? `きょうは よやくした ひとの ${kept}にんぶんを いれると ${capacity}にんで いっぱいです。キャンセルを まつ ことが できます。`
        : `きょうは ${capacity}にんで いっぱいです。キャンセルを まつ ことが できます。`,
    en: ({ capacity, kept = 0 }) =>
      kept > 0
        ? `Today’s ${capacity} places are taken, counting ${kept} kept for people with a reservation. You can join the waiting list.`
        : `Today’s ${capacity} places are taken. You can join the waiting list.`,
  },
  'volunteers.alreadyCheckedIn': {
    ja: () => 'きょうはもう受付されています。番号がわからないときは、受付の人に声をかけてください。',
    easy: () => 'きょうは もう うけつけが おわっています。ばんごうが わからないときは スタッフに きいてください。',
    en: () => 'You are already checked in today. If you do not know your number, please ask the staff.',
  },
  'volunteers.notRecognised': {
    ja: () => '前の記録が見つかりません。下の欄にはじめから入れてください。',
    easy: () => 'まえの きろくが ありません。したに はじめから かいてください。',
    en: () => 'No earlier record was found. Please fill in the form below.',
  },
  'volunteers.notBorn': {
    ja: () => '生年月日が先の日付になっています。直してください。',
    easy: () => 'うまれた ひを もういちど みてください。',
    en: () => 'The date of birth is in the future. Please correct it.',
  },
  'volunteers.likelyDouble': {
    ja: ({ number, name }) =>
      number === null
        ? `前に来た${name}さんと同じ人かもしれません。見比べて、「同じ人」か「別の人」を選んでください。`
        : `${number}番 ${name}さんと同じ人かもしれません。見比べて、「同じ人」か「別の人」を選んでください。`,
  },
  'volunteers.stillOut': { ja: ({ number }) => `${number}番の人は活動中です。帰着してからにしてください。` },
  'volunteers.inTeam': {
    ja: ({ number }) => `${number}番の人は班に入っています。マッチングで班から外してからにしてください。`,
  },
  'volunteers.notInThisStatus': {
    ja: ({ number, status }) =>
      `${number}番の人はいま「${attendanceStatusTexts[status].ja}」です。一覧を確かめてください。`,
  },
  'volunteers.othersAhead': {
    ja: ({ first }) => `キャンセル待ちの先頭は${first}番の人です。先頭から順に入れてください。`,
  },
  'volunteers.isGrownUp': { ja: ({ number }) => `${number}番の人は18歳以上なので、保護者の同意はいりません。` },
  'volunteers.mustBeAccompanied': {
    ja: ({ number }) =>
      `${number}番の人は小学生以下です。保護者が一緒に活動するときだけ参加できます。「保護者同伴」を選んでください。`,
  },
  'volunteers.changedMeanwhile': {
    ja: ({ number, by, at }) =>
      `${number}番の記録は、${at}に${by === '' ? '別の人' : `${by}さん`}が直しました。いまの内容を見てから、もう一度直してください。入力は残っています。`,
  },
  'volunteers.joinedInFuture': { ja: () => '保険の加入日が先の日付になっています。直してください。' },
  'volunteers.paperFromFuture': { ja: () => '紙に書かれた時刻が先の時刻になっています。直してください。' },
}
