import type { AdoptedItem } from '#shared/readiness/check-item.ts'
import type { CheckList } from '#shared/readiness/limits.ts'

/** One line of the usual lists: its key, what is done, who does it, and what this center has to settle for itself. */
type Line = readonly [key: string, text: string, who: string, asks?: string]

/** By when the lines of a list are done. */
const dueOf: Readonly<Partial<Record<CheckList, string>>> = {
  first3h: '3時間以内',
  first24h: '24時間以内',
  first72h: '72時間以内',
  untilOpening: '開設まで',
}

/** What a center starts from; it adopts the lists with one act and then writes its own. */
const lines: Readonly<Record<CheckList, readonly Line[]>> = {
  firstJobs: [
    ['jobs-materials', '土のう袋・スコップ・手袋などの資材を手配する', '資機材', '資材の頼み先と、頼む数'],
    ['jobs-survey', '現地調査をはじめる班と順番を決める', '現地調査', '調査に行ける人（建築・消防など）'],
    ['jobs-money', '使えるお金と、立て替えの手順を決める', '総務', '当面の財源と、決裁する人'],
    ['jobs-parking', '応援の車・バス・ボランティアの駐車場を確保する', '総務', '駐車場の場所と、台数'],
  ],
  first3h: [
    ['first3h-safety', '職員と家族の安否を確かめる', '統括', '安否を確かめる方法'],
    ['first3h-building', '建物・電気・水・通信を見て、使えるかを決める', '総務'],
    ['first3h-people-inside', 'いま建物にいる利用者を安全な所へ案内する', '総務'],
    ['first3h-headquarters', '社協の災害対策本部を置き、記録係を決める', '統括', '本部を置く部屋'],
    ['first3h-ward', '区の災害対策本部と、連絡の窓口を決める', '統括', '区の窓口の部署と電話'],
    ['first3h-network', '災害ボランティアネットワークの代表に連絡する', '統括', '代表と副代表の連絡先'],
    ['first3h-damage', '区内の被害を地図と一覧に書きはじめる', '総務'],
  ],
  first24h: [
    ['first24h-staff', '動ける職員・応援の人数を数え、当番を組む', '総務'],
    ['first24h-damage', '地域防災拠点・地区社協・ケアプラザから被害を聞く', 'ニーズ'],
    ['first24h-registered', '登録しているボランティア・団体に、動けるかを聞く', '受付'],
    ['first24h-wait-notice', '「募集はまだ」「電話はここへ」を知らせる', '総務'],
    ['first24h-decision', '開設するかを話し合う場を持ち、記録する', '統括', '開設を求める人と、決める人'],
    ['first24h-insurance', 'ボランティア活動保険の窓口と、入り方を確かめる', '総務'],
  ],
  first72h: [
    ['first72h-survey', '現地を歩き、ボランティアにできる作業を見きわめる', '現地調査'],
    ['first72h-agreement', '区・区社協・ネットワークで役割を確かめる', '統括', '三者の役割の取り決め'],
    ['first72h-city', '市の災害ボランティア支援センターに、状況と足りないものを伝える', '統括'],
    ['first72h-needs', '依頼の受け付けをはじめる', 'ニーズ'],
    ['first72h-rules', '受けない作業（危険・専門・営業）を決める', '統括', '事業所の片づけを受けるか'],
    ['first72h-neighbours', '近くの区・団体に応援を頼む', '統括'],
  ],
  untilOpening: [
    ['opening-date', '開設日・受付時間・募集人数を決める', '統括', '最初の日の募集人数'],
    ['opening-public', '募集の範囲と、持ち物・服装を知らせる', '総務'],
    ['opening-forms', '用紙・名札・ポスターを印刷する', '総務'],
    ['opening-safety', '暑さ・雨・余震のときに止めるめやすを決める', '統括', '止める暑さ指数（WBGT）'],
    ['opening-first-aid', '救護の人と、救急を呼ぶ手順を決める', '統括', '近くの医療機関'],
    ['opening-briefing', '当日の朝の打ち合わせと、オリエンテーションの文を用意する', 'マッチング'],
    ['opening-walk', '受付から帰着まで、一度歩いて確かめる', '統括'],
  ],
  desks: [
    ['desks-layout', '会場の配置を決め、床に動線を貼る', '統括', '会場の見取り図の置き場'],
    ['desks-reception', '受付の列をつくり、机・いす・表示を置く', '受付', '受付の列の数'],
    ['desks-needs', 'ニーズの机と電話を置く', 'ニーズ'],
    ['desks-dispatch', 'マッチングの机・地図・壁の掲示を置く', 'マッチング'],
    ['desks-equipment', '資機材の貸し出しと、返す所を分ける', '資機材・送り出し'],
    ['desks-return', '帰着と、手洗い・うがい・休む所をつくる', '帰着'],
    ['desks-people', '各デスクの担当を決め、名前を入れる', '統括'],
    ['desks-shade', '並ぶ人の日よけ・雨よけと、飲み水を置く', '受付'],
  ],
  lines: [
    ['lines-laptop', 'パソコンを立ち上げ、ささえを開く', '総務'],
    ['lines-wifi', 'Wi-Fi を用意し、スマートフォンで受付が開くのを確かめる', '総務'],
    ['lines-phones', '電話を用途で分ける（被災者・ボランティア・FAX・ネット・予備）', '総務', '使える電話の番号と本数'],
    ['lines-power', '発電機か蓄電池をつなぎ、使える時間を確かめる', '総務', '発電機・蓄電池の場所と、もつ時間'],
    ['lines-paper', '回線も電気もないときの紙の用紙を、各デスクに置く', '総務'],
    ['lines-radio', '無線・衛星電話など、ほかの連絡手段を確かめる', '総務', 'アマチュア無線などの手段'],
    ['lines-copy', 'USB メモリに控えをとる', '総務'],
  ],
  alternate: [
    ['alternate-place', '本来の建物が使えないときの場所を決める', '統括', '代わりの場所と、その管理者'],
    ['alternate-key', '鍵を開ける人と、入り方を確かめる', '総務', '鍵を持つ人'],
    ['alternate-services', '同じ建物の他の事業と、部屋の分け方を決める', '統括'],
    ['alternate-move', '運ぶもの（パソコン・用紙・資機材）と、運ぶ車を決める', '資機材'],
    ['alternate-hazard', '津波・浸水・土砂の想定を地図で確かめる', '統括'],
  ],
  stocks: [
    ['stocks-equipment', '資機材の数と場所を、備品の一覧で確かめる', '資機材'],
    ['stocks-forms', '用紙・名札・筆記具の数を確かめる', '総務'],
    ['stocks-expiry', '電池・飲み水・薬の期限を見る', '総務'],
    ['stocks-lent', '借りたものに印をつけ、返す日を書く', '資機材'],
    ['stocks-hygiene', '手袋・マスク・消毒液・目の保護具をそろえる', '救護'],
  ],
}

/** The usual lists, in their order. */
export const usualLists: readonly AdoptedItem[] = Object.entries(lines).flatMap(([name, items]) => {
  // The table has one entry for each list, and no other.
  const list = name as CheckList
  return items.map(([key, text, who, asks = '']) => ({
    key,
    list,
    text,
    who,
    due: dueOf[list] ?? '',
    asks,
    settled: '',
  }))
})
