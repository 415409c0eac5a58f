import type { PhotoKind } from '#shared/photos/photo.ts'
import type { PhoneTexts } from '#shared/texts/text.ts'

/** Photos on the leader's phone; desks show the same words in Japanese. */
export const photoPhone = {
  title: { ja: '写真', easy: 'しゃしん', en: 'Photos' },
  before: { ja: '作業前', easy: 'まえ', en: 'Before' },
  after: { ja: '作業後', easy: 'あと', en: 'After' },
  danger: { ja: '危険', easy: 'あぶない', en: 'Danger' },
  add: { ja: '{kind}の写真を加える', easy: '「{kind}」の しゃしん', en: 'Add a photo: {kind}' },
  hint: {
    ja: '人の顔や表札が写らないように。電波がなくても撮れます。つながったら自動で送ります。',
    easy: 'ひとの かおや なまえを とらないでください。でんぱが なくても とれます。',
    en: 'No faces or name plates, please. Without a signal, photos are kept and sent later.',
  },
  preparing: { ja: '写真を準備しています', easy: 'じゅんびしています', en: 'Preparing the photo' },
  waiting: { ja: '送信待ち', easy: 'まだです', en: 'Waiting' },
  sent: { ja: '送りました', easy: 'おくりました', en: 'Sent' },
  refused: { ja: '送れません', easy: 'おくれません', en: 'Not sent' },
  drop: { ja: 'この写真をやめる', easy: 'やめる', en: 'Drop this photo' },
  notKept: {
    ja: 'このページを閉じると送信待ちの写真が消えます。送り終わるまで開いたままにしてください。',
    easy: 'おくりおわるまで ページを とじないでください。',
    en: 'Please keep this page open until the photos are sent.',
  },
  none: { ja: '写真はまだありません', easy: 'しゃしんは ありません', en: 'No photos yet' },
  open: { ja: '{what}を大きく見る', easy: '{what}を おおきく みる', en: 'Look at: {what}' },
  place: {
    ja: '{kind}の写真 {index}／{count}',
    easy: '{kind} {index}／{count}',
    en: '{kind}, photo {index} of {count}',
  },
  previous: { ja: '前の写真', easy: 'まえの しゃしん', en: 'Previous' },
  next: { ja: '次の写真', easy: 'つぎの しゃしん', en: 'Next' },
  kindQuestion: { ja: '写真の種類', easy: 'なんの しゃしん？', en: 'What it shows' },
  ofHome: { ja: '行き先の写真', easy: 'いく ところの しゃしん', en: 'Photos of the place' },
  onlyWhileOut: {
    ja: '帰着の報告まで、班の人だけが見られます。保存したり、人に見せたりしないでください。',
    easy: 'おわるまで、はんの ひとだけ みます。ほかの ひとに みせないで ください。',
    en: 'For your team only, until it has reported. Please do not keep or share them.',
  },
  remove: { ja: 'この写真を消す', easy: 'けす', en: 'Remove this photo' },
  removed: { ja: '写真を消しました', easy: 'けしました', en: 'The photo is removed' },
  gone: { ja: '写真を表示できません', easy: 'しゃしんが みえません', en: 'The photo cannot be shown' },
  forNeed: { ja: '依頼', easy: 'いらい', en: 'need' },
  forSurvey: { ja: '現地調査', easy: 'げんちちょうさ', en: 'survey' },
  ofTeam: { ja: '{team}班の報告', easy: '{team}はん', en: 'team {team}' },
} satisfies PhoneTexts

/** 作業前 and the like for a chronology's line; empty for what is no kind. */
export function photoKindWords(kind: unknown): string {
  const known: Readonly<Record<string, { ja: string }>> = {
    before: photoPhone.before,
    after: photoPhone.after,
    danger: photoPhone.danger,
  } satisfies Record<PhotoKind, unknown>
  return known[String(kind)]?.ja ?? ''
}
