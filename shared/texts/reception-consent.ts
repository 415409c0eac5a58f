import type { Language } from '#shared/core/language.ts'

/** What somebody agrees to when checking in, by the version that their check-in records. A wording is never changed; a new one gets a new version. */
export const consentWordings: Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>> = {
  '2026-11': {
    ja: [
      '自分の意思で、無償で活動します。体調が悪くなったら、すぐにリーダーかセンターに伝えます。',
      'リーダーとセンターの指示に従い、頼まれた作業だけをします。別の作業を頼まれたら、センターに電話して聞きます。',
      '活動先で見聞きしたことや写真を、人に話したりSNSに載せたりしません。',
      '危険を感じたら作業をやめます。中止の知らせがあれば、すぐに戻ります。',
      '物品を売ること、宗教や政治の勧誘をしません。',
      '入力した個人情報は、当日の連絡、保険の手続き、けがや急病への対応、活動の記録に使われます。社会福祉協議会が管理し、活動に必要な人のほかには渡されません。',
      '命や体を守るために必要なときは、健康と緊急連絡先を救護や医療の人に伝えることがあります。',
    ],
    easy: [
      'おかねを もらわないで かつどうします。ぐあいが わるい ときは、すぐに リーダーか センターに いいます。',
      'リーダーと センターの いう ことを まもります。たのまれた しごとだけ します。ほかの ことを たのまれたら、センターに でんわします。',
      'いった いえの ことや しゃしんを、ほかの ひとに いいません。SNSに のせません。',
      'あぶないと おもったら、やめます。「中止（ちゅうし）」の おしらせが あったら、すぐ もどります。',
      'ものを うりません。しゅうきょうや せいじに さそいません。',
      'かいた ことは、れんらく、ほけん、けがや びょうきの とき、かつどうの きろくに つかいます。しゃかいふくし きょうぎかいが まもります。ひつような ひと だけが みます。',
      'いのちを まもる ために、からだの ことと きんきゅうの れんらくさきを びょういんの ひとに つたえる ことが あります。',
    ],
    en: [
      'I take part of my own will and without pay. If I feel unwell I tell the leader or the center at once.',
      'I follow the leader and the center and do only the work agreed. If I am asked for anything else, I phone the center.',
      'I do not talk about, photograph or post online what I see at people’s homes.',
      'I stop when it seems dangerous. When the activity is stopped, I return at once.',
      'I do not sell anything and do not recruit for any religion or party.',
      'What I enter is used for contact on the day, insurance, care in case of injury or illness, and the record of the activity. The Council of Social Welfare keeps it and gives it only to those who need it for the activity.',
      'Where life or health is at risk, health and emergency contact may be told to first aid or medical staff.',
    ],
  },
  '2026-12': {
    ja: [
      '自分の意思で、無償で活動します。体調が悪くなったら、すぐに伝えます。',
      'リーダーとセンターの指示に従い、頼まれた作業だけをします。ほかはセンターに電話します。',
      '活動先のことや写真を、話したりSNSに載せたりしません。',
      '危険なときはやめ、中止の知らせですぐに戻ります。',
      '販売、宗教や政治の勧誘をしません。',
      '氏名や連絡先は、受付と班分け、保険、けがや病気の連絡だけに、社会福祉協議会が使います。',
      '法律や命に関わるときのほかは、同意なしに渡しません。',
      '体調の記録はその日のあとに、氏名や連絡先は閉所から決められた期間（ふつう90日）で消します。',
      '見る・直す・消すは、いつでも窓口へ。',
    ],
    easy: [
      'おかねを もらわないで かつどうします。ぐあいが わるい ときは、すぐに いいます。',
      'リーダーと センターの いう ことを まもります。たのまれた しごとだけ します。ほかは センターに でんわします。',
      'いった いえの ことや しゃしんを、ほかの ひとに いいません。SNSに のせません。',
      'あぶないと おもったら、やめます。「中止（ちゅうし）」の おしらせが あったら、すぐ もどります。',
      'うったり、しゅうきょうや せいじに さそったり しません。',
      'なまえや でんわばんごうは、うけつけ、ほけん、けがや びょうきの れんらく だけに つかいます。しゃかいふくし きょうぎかいが まもります。',
      'ほうりつの とき、いのちの ときの ほかは、わたしません。',
      'からだの ことは その ひの あとに けします。なまえや でんわばんごうは、センターが おわって 90にちぐらいで けします。',
      'みる、なおす、けす ことは、うけつけの ひとに いって ください。',
    ],
    en: [
      'I take part of my own will and without pay. If I feel unwell I tell the leader or the center at once.',
      'I follow the leader and the center and do only the work agreed. For anything else I phone the center.',
      'I do not talk about, photograph or post online what I see at people’s homes.',
      'I stop when it seems dangerous and return at once when told.',
      'I do not sell anything or recruit for a religion or party.',
      'My name and contacts are used by the Council of Social Welfare only for check-in, teams, insurance, and after an injury or illness.',
      'They are given to nobody else without my consent, except by law or where life or health is at risk.',
      'Notes on health are erased after the day, names and contacts usually 90 days after the center closes.',
      'I can ask the desk to see, correct or erase my record.',
    ],
  },
}
