interface WatchLine {
  key: string
  text: string
}

/** What observers look at, by the desk's work: the procedure before the head counts. Observers are staff of councils. */
const lists: Readonly<Record<string, readonly WatchLine[]>> = {
  everywhere: [
    { key: 'who', text: 'だれが決めるか、はじめに決まっていたか' },
    { key: 'stuck', text: 'わからないとき、すぐに聞けていたか' },
    { key: 'handOver', text: '交代のとき、引き継ぎがあったか' },
  ],
  reception: [
    { key: 'line', text: '列の先頭から番号まで、何分かかっているか' },
    { key: 'insurance', text: '保険と体調を、口で確かめているか' },
    { key: 'noPhone', text: 'スマートフォンのない人に、すぐ声をかけているか' },
    { key: 'minors', text: '未成年だけの人を、止めて相談しているか' },
  ],
  needs: [
    { key: 'same', text: '同じ世帯でないか、はじめに調べているか' },
    { key: 'promise', text: 'できない約束をしていないか' },
    { key: 'place', text: 'あいまいな場所を、目印まで聞いているか' },
    { key: 'answer', text: '断る・つなぐとき、理由と返事の日を書いているか' },
  ],
  survey: [
    { key: 'danger', text: '危険（電気・裏山・瓦）を、先に確かめているか' },
    { key: 'size', text: '人数と道具を、見て決めているか' },
    { key: 'consent', text: '班に何を伝えてよいか、本人に聞いているか' },
  ],
  dispatch: [
    { key: 'gate', text: '確かめの終わっていない家に、班を出していないか' },
    { key: 'balance', text: '経験者と車が、かたよらずに入っているか' },
    { key: 'again', text: '終わった家に、もう一度出していないか' },
    { key: 'waiting', text: '長く待つ人に、声をかけているか' },
  ],
  equipment: [
    { key: 'briefing', text: '出発の前に、安全の説明をしているか' },
    { key: 'tools', text: '渡した道具の数を、書いているか' },
    { key: 'paper', text: '依頼書と地図を、持っているか' },
  ],
  return: [
    { key: 'three', text: 'けが・ヒヤリハット・体調の3つを、先に聞いているか' },
    { key: 'missing', text: '全員いるか、名前で確かめているか' },
    { key: 'wash', text: '手洗い・うがい・道具洗いを、すすめているか' },
  ],
  lead: [
    { key: 'decide', text: '決めたことと理由が、全員に伝わっているか' },
    { key: 'weather', text: '暑さ・雨・余震で、止める判断をしているか' },
    { key: 'all', text: '帰っていない人を、名前で追っているか' },
  ],
}

/** The checklist of the desks that do these works; what is true everywhere comes last. */
export function watchListOf(works: readonly string[]): readonly WatchLine[] {
  return [...new Set(works)].flatMap((work) => lists[work] ?? []).concat(lists.everywhere ?? [])
}
