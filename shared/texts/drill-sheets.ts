import type { InjectTo } from '#shared/practice/inject.ts'
import { deskLabel } from '#shared/texts/desk-names.ts'

const roles = {
  staff: 'デスクの係',
  volunteer: 'ボランティア役',
  survivor: '被災者・近所の人の役',
  observer: '観察',
} as const

/** To whom an inject goes, in words. */
export function recipientWords(to: InjectTo): string {
  if (to.kind === 'desk') return `${deskLabel(to.deskName)}デスクへ`
  if (to.kind === 'coach') return `${deskLabel(to.deskName)}で練習する人へ`
  if (to.kind === 'phone') return `${roles[to.role]}へ`
  return to.kind === 'team' ? '活動中の班へ' : '進行へ'
}

/** Who answered for a team; a drill is kept without the names of those who led. */
export const leaderOfTeam = (team: number) => `${team}班のリーダー`

/** Papers of a drill: the poster by which people join, and cards for those without a phone. */
export const drillSheetTexts = {
  poster: '訓練のポスター',
  join: { ja: '訓練に加わる', easy: 'くんれんに はいる', en: 'Join the drill' },
  choose: { ja: '役をえらぶ', easy: 'なにを するか えらびます', en: 'Choose your part' },
  scan: { ja: 'QRを読む', easy: 'QRを よみます', en: 'Scan the code' },
  noPhone: 'スマートフォンがない方には、進行の人がカードを渡します。',
  roleCards: '役割カード',
  noRoleCards: 'このシナリオには役割カードがありません。',
  injectCards: '状況付与カード',
  noInjectCards: 'このシナリオには状況付与がありません。',
  printedAt: (when: string) => `${when} 印刷`,
  page: (number: number, count: number) => `${number} / ${count}`,
  who: 'だれ',
  whatHappened: '何があったか',
  knows: '知っていること',
  doesNotKnow: '知らないこと',
  saysFirst: 'はじめに言うこと',
  call: (phone: string) => `センターの電話 ${phone}`,
  at: (clock: string) => `${clock} に渡す`,
  byHand: '進行の合図で渡す',
  within: (minutes: number) => `${minutes}分のうちに答える`,
  says: '相手の言うこと',
  answer: 'したこと・決めたこと（時刻と名前）',
} as const
