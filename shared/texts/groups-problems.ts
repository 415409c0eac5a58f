import type * as problems from '#shared/groups/problems.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'

const futureWords = {
  birthDate: '生年月日',
  insurance: '保険の加入日',
  arrival: '着いた時刻',
} as const

const lineText = (line: number | null) => (line === null ? '' : `名簿の${line}行目の`)

const stateWords = { here: '受付済み', left: '退所済み', cancelled: '取り消し済み' } as const

export const groupsProblemTexts: ProblemTexts<typeof problems> = {
  'groups.notEnoughPlaces': {
    ja: ({ free, headcount }) =>
      `きょうの残りは${free}人分で、${headcount}人は入りきりません。「全員でキャンセル待ち」か「入れる人数だけ受け付ける」を選んでください。`,
  },
  'groups.namesAreIn': {
    ja: ({ group }) => `団体G-${group}は全員の名前が入っています。名簿の写真は残せません。`,
  },
  'groups.enoughListPictures': {
    ja: ({ group, most }) => `団体G-${group}の名簿の写真は${most}枚までです。要らない写真を消してください。`,
  },
  'groups.tooMany': { ja: ({ most }) => `一度に受け付けられるのは${most}人までです。分けて受け付けてください。` },
  'groups.notHere': {
    ja: ({ group, status }) => `団体G-${group}はいま「${stateWords[status]}」です。一覧を確かめてください。`,
  },
  'groups.atWork': {
    ja: ({ group, people }) =>
      `団体G-${group}の${people}人は班に入ったか、もう活動しています。受付の取り消しはできません。班から外すか、退所にしてください。`,
  },
  'groups.nobodyToLeave': {
    ja: ({ group, out }) =>
      out === 0
        ? `団体G-${group}には、退所にする人がいません。`
        : `団体G-${group}の${out}人は活動中か班に入っています。帰着してから退所にしてください。`,
  },
  'groups.nobodyWaits': { ja: ({ group }) => `団体G-${group}にキャンセル待ちの人はいません。` },
  'groups.othersWait': {
    ja: ({ first }) => `キャンセル待ちの先頭は${first}番の人です。先頭から順に入れてください。`,
  },
  'groups.noPlaces': { ja: ({ capacity }) => `きょうの募集人数（${capacity}人）に達しています。` },
  'groups.notSoManyUnnamed': {
    ja: ({ left }) => `名前のない人で取り消せるのは${left}人です。班に入った人は取り消せません。`,
  },
  'groups.inFuture': {
    ja: ({ what, line }) => `${lineText(line)}${futureWords[what]}が先の日付や時刻になっています。直してください。`,
  },
  'groups.twiceInList': {
    ja: ({ line, other }) =>
      `名簿の${other}行目と${line}行目は同じ人のようです。1行にするか、別の人なら生年月日か電話を入れてください。`,
  },
  'groups.inOtherGroup': {
    ja: ({ line, group }) =>
      `名簿の${line}行目の人は、きょう団体G-${group}で受付されています。どちらで活動するか聞いてください。`,
  },
  'groups.notOfGroup': {
    ja: ({ group }) => `選んだ人の中に、団体G-${group}でない人がいます。一覧を確かめてください。`,
  },
  'groups.changedMeanwhile': {
    ja: ({ group, by, at }) =>
      `団体G-${group}の内容は、${at}に${by === '' ? '別の人' : `${by}さん`}が直しました。いまの内容を見てから、もう一度直してください。入力は残っています。`,
  },
}
