import type { PhoneTexts } from '#shared/texts/text.ts'

/** What observers look at: the procedure before the head counts. */
export const watchPhone = {
  who: {
    ja: 'だれが決めるか、はじめに決まっていたか',
    easy: 'だれが 決《き》めるか、はじめに 決《き》まっていましたか',
    en: 'Was it clear from the start who decides?',
  },
  stuck: {
    ja: 'わからないとき、すぐに聞けていたか',
    easy: 'わからない とき、すぐに 聞《き》いていましたか',
    en: 'When stuck, did they ask at once?',
  },
  handOver: {
    ja: '交代のとき、引き継ぎがあったか',
    easy: '人《ひと》が かわる とき、つぎの 人《ひと》に 話《はな》しましたか',
    en: 'When people changed, was the work handed over?',
  },
  line: {
    ja: '列の先頭から番号まで、何分かかっているか',
    easy: 'ならんでから 番号《ばんごう》まで、なん分《ぷん》ですか',
    en: 'Minutes from the head of the queue to the number',
  },
  insurance: {
    ja: '保険と体調を、口で確かめているか',
    easy: '保険《ほけん》と 体《からだ》の ことを 聞《き》いていますか',
    en: 'Are insurance and health asked aloud?',
  },
  noPhone: {
    ja: 'スマートフォンのない人に、すぐ声をかけているか',
    easy: 'スマホが ない 人《ひと》に すぐ 話《はな》していますか',
    en: 'Is somebody without a phone spoken to at once?',
  },
  minors: {
    ja: '未成年だけの人を、止めて相談しているか',
    easy: 'こどもだけの 人《ひと》を とめて、相談《そうだん》していますか',
    en: 'Are minors on their own held back and talked to?',
  },
  same: {
    ja: '同じ世帯でないか、はじめに調べているか',
    easy: 'おなじ 家《いえ》か、はじめに 見《み》ていますか',
    en: 'Do they first look whether it is the same household?',
  },
  promise: {
    ja: 'できない約束をしていないか',
    easy: 'できない 約束《やくそく》を していませんか',
    en: 'Do they promise nothing that cannot be done?',
  },
  place: {
    ja: 'あいまいな場所を、目印まで聞いているか',
    easy: '場所《ばしょ》を 目印《めじるし》まで 聞《き》いていますか',
    en: 'Is a vague place asked down to a landmark?',
  },
  answer: {
    ja: '断る・つなぐとき、理由と返事の日を書いているか',
    easy: 'ことわる とき、わけと 返事《へんじ》の 日《ひ》を 書《か》いていますか',
    en: 'When refusing or referring: reason and day of reply written?',
  },
  danger: {
    ja: '危険（電気・裏山・瓦）を、先に確かめているか',
    easy: 'あぶない ところ（電気《でんき》・山《やま》・かわら）を 先《さき》に 見《み》ていますか',
    en: 'Are dangers (power, slope, tiles) looked at first?',
  },
  size: {
    ja: '人数と道具を、見て決めているか',
    easy: '人《ひと》の 数《かず》と 道具《どうぐ》を、見《み》て 決《き》めていますか',
    en: 'Are headcount and tools settled from what is seen?',
  },
  consent: {
    ja: '班に何を伝えてよいか、本人に聞いているか',
    easy: 'なにを 話《はな》して いいか、その人《ひと》に 聞《き》いていますか',
    en: 'Is the person asked what the team may be told?',
  },
  gate: {
    ja: '確かめの終わっていない家に、班を出していないか',
    easy: 'まだ たしかめていない 家《いえ》に 行《い》っていませんか',
    en: 'Is no team sent to a house not yet cleared?',
  },
  balance: {
    ja: '経験者と車が、かたよらずに入っているか',
    easy: 'なれた 人《ひと》と 車《くるま》が、どの 班《はん》にも いますか',
    en: 'Are experience and cars spread over the teams?',
  },
  again: {
    ja: '終わった家に、もう一度出していないか',
    easy: 'おわった 家《いえ》に もういちど 行《い》っていませんか',
    en: 'Is no team sent again to a finished house?',
  },
  waiting: {
    ja: '長く待つ人に、声をかけているか',
    easy: '長《なが》く 待《ま》つ 人《ひと》に 話《はな》していますか',
    en: 'Are people who wait long spoken to?',
  },
  briefing: {
    ja: '出発の前に、安全の説明をしているか',
    easy: '行《い》く まえに、安全《あんぜん》の 話《はなし》を していますか',
    en: 'Is there a safety briefing before leaving?',
  },
  tools: {
    ja: '渡した道具の数を、書いているか',
    easy: 'わたした 道具《どうぐ》の 数《かず》を 書《か》いていますか',
    en: 'Are the tools handed out counted and written down?',
  },
  paper: {
    ja: '依頼書と地図を、持っているか',
    easy: '紙《かみ》と 地図《ちず》を もっていますか',
    en: 'Do they carry the work order and the map?',
  },
  three: {
    ja: 'けが・ヒヤリハット・体調の3つを、先に聞いているか',
    easy: 'けが・あぶなかった こと・体《からだ》の 3つを 先《さき》に 聞《き》いていますか',
    en: 'Injury, near miss, health: are these three asked first?',
  },
  missing: {
    ja: '全員いるか、名前で確かめているか',
    easy: 'みんな いるか、名前《なまえ》で 見《み》ていますか',
    en: 'Is everybody checked off by name?',
  },
  wash: {
    ja: '手洗い・うがい・道具洗いを、すすめているか',
    easy: '手《て》と 道具《どうぐ》を あらうように 言《い》っていますか',
    en: 'Are washing hands, gargling and cleaning tools suggested?',
  },
  decide: {
    ja: '決めたことと理由が、全員に伝わっているか',
    easy: '決《き》めた ことと わけが、みんなに つたわっていますか',
    en: 'Do decisions and their reasons reach everybody?',
  },
  weather: {
    ja: '暑さ・雨・余震で、止める判断をしているか',
    easy: '暑《あつ》さ・雨《あめ》・地震《じしん》で、とめる ことを 決《き》めていますか',
    en: 'Are heat, rain and aftershocks judged, and work stopped?',
  },
  all: {
    ja: '帰っていない人を、名前で追っているか',
    easy: '帰《かえ》っていない 人《ひと》を 名前《なまえ》で さがしていますか',
    en: 'Are people not back yet followed up by name?',
  },
} satisfies PhoneTexts

export type WatchKey = keyof typeof watchPhone

const everywhere: readonly WatchKey[] = ['who', 'stuck', 'handOver']

/** By the work that a desk does. */
const lists: Readonly<Record<string, readonly WatchKey[]>> = {
  reception: ['line', 'insurance', 'noPhone', 'minors'],
  needs: ['same', 'promise', 'place', 'answer'],
  survey: ['danger', 'size', 'consent'],
  dispatch: ['gate', 'balance', 'again', 'waiting'],
  equipment: ['briefing', 'tools', 'paper'],
  return: ['three', 'missing', 'wash'],
  lead: ['decide', 'weather', 'all'],
}

/** The checklist of the desks that do these works; what is true everywhere comes last. */
export function watchListOf(works: readonly string[]): readonly WatchKey[] {
  return [...new Set(works)].flatMap((work) => lists[work] ?? []).concat(everywhere)
}
