import type * as problems from '#shared/dispatch/problems.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { teamStatusWords } from '#shared/texts/teams-problems.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'

const list = (numbers: readonly number[]) => numbers.map((number) => `${number}番`).join('・')

export const dispatchProblemTexts: ProblemTexts<typeof problems> = {
  'dispatch.calledPersonHere': {
    ja: ({ number }) => `受付番号${number}の人は、もう受け付けられています。その人を外して、もう一度押してください。`,
  },
  'dispatch.consentOnTheSpot': {
    ja: ({ name }) => `${name}さんは18歳未満です。保護者の同意を見てから、受付で受け付けてください。`,
  },
  'dispatch.noNeed': { ja: ({ team }) => `${team}班に仕事がまだありません。ニーズの札を選んで割り当ててください。` },
  'dispatch.noLeader': {
    ja: ({ team }) => `${team}班のリーダーが決まっていません。名札を押して選んでください。`,
  },
  'dispatch.teamTooSmall': {
    ja: ({ team, size, needed }) =>
      `${team}班は${size}人です。${needed}人以上で出発します。待っている人を加えてください。`,
  },
  'dispatch.minorsAlone': {
    ja: ({ team, numbers }) => `${team}班は18歳未満だけです（${list(numbers)}）。大人を加えてください。`,
  },
  'dispatch.consentMissing': {
    ja: ({ numbers }) => `${list(numbers)}の人に保護者の同意（小学生は同伴）がありません。受付で確かめてください。`,
  },
  'dispatch.uninsured': {
    ja: ({ numbers, onTheSpot }) =>
      `${list(numbers)}の人は、きょうに有効な保険がありません。${
        onTheSpot ? '受付で加入手続きをすれば出発できます。' : '受付で保険を確かめてください。'
      }`,
  },
  'dispatch.notBriefed': {
    ja: ({ team }) => `${team}班は説明（オリエンテーション）がまだです。「説明済み」を押してください。`,
  },
  'dispatch.noSheet': { ja: ({ team }) => `${team}班の活動依頼書がまだです。先に印刷してください。` },
  'dispatch.sheetVoid': {
    ja: ({ sheet }) => `依頼書 ${sheet} は無効になりました（班か仕事が変わりました）。新しい依頼書を印刷してください。`,
  },
  'dispatch.needRewritten': {
    ja: ({ need, sheet }) =>
      `${needNumberText(need)} の内容が、依頼書 ${sheet} を印刷したあとに変わりました。依頼書を印刷し直してください。`,
  },
  'dispatch.leadOnly': {
    ja: ({ team, need }) =>
      `${needNumberText(need)} は住所非開示です。${team}班を送るかどうかは統括が決め、統括が出発を押します。`,
  },
  'dispatch.notReady': {
    ja: ({ team, status }) => `${team}班はもう「${teamStatusWords[status] ?? status}」です。`,
  },
  'dispatch.stopped': { ja: ({ at, reason }) => `${at}から活動中止です（${reason}）。統括の解除を待ってください。` },
  'dispatch.alreadyOnTheWay': {
    ja: ({ team }) => `${team}班からはもう連絡か帰着があります。出発は取り消せません。帰着のデスクで受けてください。`,
  },
  'dispatch.notOut': {
    ja: ({ team, status }) =>
      `${team}班はいま「${teamStatusWords[status] ?? status}」です。行き先の訂正は、出発してから帰着するまでです。`,
  },
  'dispatch.goesElsewhere': {
    ja: ({ team, need }) => `${team}班の行き先は、いま${needNumberText(need)}です。確かめて、もう一度選んでください。`,
  },
  'dispatch.departureUnchecked': { ja: ({ left }) => `出発前の確認があと${left}つあります。` },
}
