import type { PhoneTexts } from '#shared/texts/text.ts'

/** A volunteer's own page: where they stand in the day and what comes next. */
export const mePhone = {
  title: { ja: '{name} さんのページ', easy: '{name} さんの ページ', en: 'Page of {name}' },
  number: { ja: '受付番号', easy: '受付《うけつけ》の 番号《ばんごう》', en: 'Your number' },
  numberChanged: {
    ja: '受付番号が {before}番から {now}番に変わりました。二重になっていた受付を係が直しました。わからないときは、受付の人に聞いてください。',
    easy: '番号《ばんごう》が {before}から {now}に かわりました。スタッフが なおしました。わからない ときは 受付《うけつけ》で 聞《き》いてください。',
    en: 'Your number has changed from {before} to {now}. The staff corrected a double check-in. Please ask at reception if anything is unclear.',
  },
  sir: { ja: '{name} さん', easy: '{name} さん', en: '{name}' },
  showTag: {
    ja: 'デスクの人に見せるコード',
    easy: 'スタッフに 見《み》せる コード',
    en: 'Code to show at the desks',
  },
  steps: { ja: 'きょうの流れ', easy: 'きょう すること', en: 'Steps of today' },
  stepReception: { ja: '受付', easy: '受付《うけつけ》', en: 'Check-in' },
  stepBriefing: { ja: '説明', easy: '説明《せつめい》', en: 'Briefing' },
  stepTeam: { ja: '班', easy: '班《はん》', en: 'Team' },
  stepActivity: { ja: '活動', easy: '活動《かつどう》', en: 'Work' },
  stepReturn: { ja: '帰着', easy: 'もどる', en: 'Return' },
  waiting: { ja: 'お待ちください', easy: '待《ま》っていてください', en: 'Please wait' },
  waitingMore: {
    ja: '班が決まると、このページが変わります。説明が始まったら聞いてください。',
    easy: '班《はん》が きまると このページが かわります。説明《せつめい》を 聞《き》いてください。',
    en: 'This page changes when you are given a team. Please listen to the briefing when it begins.',
  },
  keepOpen: {
    ja: 'このページは閉じないでください',
    easy: 'このページを とじないでください',
    en: 'Please keep this page open',
  },
  waitingListed: {
    ja: 'キャンセル待ちです',
    easy: 'キャンセルを 待《ま》っています',
    en: 'You are on the waiting list',
  },
  waitingListedMore: {
    ja: '空きが出ると、このページが変わります。受付時間が終わるまでお待ちいただくか、受付の人に声をかけてください。',
    easy: 'あきが できると このページが かわります。スタッフに 聞《き》いても いいです。',
    en: 'This page changes when a place becomes free. You can wait here or ask the staff at reception.',
  },
  consulting: {
    ja: '体調の相談をしましょう',
    easy: '体《からだ》の ことを 話《はな》しましょう',
    en: 'Let us talk about your health',
  },
  consultingMore: {
    ja: '受付か救護の人に声をかけてください。相談が終わると、次に進みます。',
    easy: '受付《うけつけ》の 人《ひと》に 話《はな》してください。',
    en: 'Please speak to the staff at reception or first aid. You go on after that.',
  },
  centerWork: {
    ja: 'センターの仕事をお願いします',
    easy: 'センターで 仕事《しごと》を します',
    en: 'You work at the center',
  },
  centerWorkMore: {
    ja: '担当の人に場所と内容を聞いてください。終わったら受付へ戻ってください。',
    easy: 'スタッフに 聞《き》いてください。おわったら 受付《うけつけ》へ もどってください。',
    en: 'Please ask the staff what to do. Come back to reception when you have finished.',
  },
  inTeam: { ja: '班が決まりました', easy: '班《はん》が きまりました', en: 'You have a team' },
  inTeamMore: {
    ja: '同じ班の人と集まってください。道具を受け取り、送り出しの窓口で確認してから出発します。',
    easy: 'おなじ 班《はん》の 人《ひと》と 集《あつ》まってください。道具《どうぐ》を もらって、スタッフが いいと 言《い》ったら 出発《しゅっぱつ》します。',
    en: 'Please gather with your team, take your tools and check out at the exit desk before leaving.',
  },
  teamForming: {
    ja: '行き先と内容は、決まるとここに出ます。',
    easy: '行《い》く ところは きまったら ここに 出《で》ます。',
    en: 'Where and what will appear here once it is settled.',
  },
  out: { ja: '活動中です', easy: '活動《かつどう》しています', en: 'You are out' },
  outMore: {
    ja: '無理をせず、こまめに休んでください。困ったら本部に電話を。',
    easy: 'むりを しないで、よく 休《やす》んでください。こまったら センターに 電話《でんわ》してください。',
    en: 'Take breaks and do not overdo it. If anything is wrong, call the center.',
  },
  returned: { ja: 'おかえりなさい', easy: 'おかえりなさい', en: 'Welcome back' },
  returnedMore: {
    ja: 'けがや体の調子を帰着の人に伝え、道具と名札を返してください。',
    easy: 'けがを した 人《ひと》は スタッフに 言《い》ってください。道具《どうぐ》と 名札《なふだ》を 返《かえ》してください。',
    en: 'Tell the return desk about any injury, and give back tools and your name tag.',
  },
  left: { ja: 'お疲れさまでした', easy: 'ありがとうございました', en: 'Thank you for today' },
  leftMore: {
    ja: '水分をとって、ゆっくり休んでください。',
    easy: '水《みず》を 飲《の》んで、ゆっくり 休《やす》んでください。',
    en: 'Drink plenty of water and have a good rest.',
  },
  cancelled: {
    ja: '受付は取り消されました',
    easy: '受付《うけつけ》は なくなりました',
    en: 'Your check-in was cancelled',
  },
  cancelledMore: {
    ja: '心当たりがないときは、受付の人に声をかけてください。',
    easy: 'わからない ときは スタッフに 聞《き》いてください。',
    en: 'If this is a surprise, please ask at reception.',
  },
  hours: {
    ja: '活動した時間 {hours}時間{minutes}分',
    easy: '活動《かつどう》した 時間《じかん》 {hours}時間《じかん》{minutes}分《ふん》',
    en: 'Time worked: {hours} h {minutes} min',
  },
  ahead: {
    ja: 'あなたより前に {count}人 待っています',
    easy: 'あなたの 前《まえ》に {count}人《にん》 待《ま》っています',
    en: '{count} people are waiting before you',
  },
  aheadNone: {
    ja: 'あなたの前に待っている人はいません',
    easy: 'つぎは あなたの 番《ばん》に 近《ちか》いです',
    en: 'Nobody is waiting before you',
  },
  roughly: {
    ja: 'およそ {minutes}分（この30分の進み方から。順番どおりとは限りません）',
    easy: 'だいたい {minutes}分《ふん》です（かわる ことが あります）',
    en: 'Roughly {minutes} min, judging by the last half hour; not strictly in order',
  },
  paceUnknown: {
    ja: '班を組む作業がまだ進んでいないため、時間の目安は出せません。',
    easy: '時間《じかん》は まだ わかりません。',
    en: 'Teams are not being formed yet, so no time can be given.',
  },
  missing: { ja: '出発の前に', easy: '出発《しゅっぱつ》の 前《まえ》に', en: 'Before you leave' },
  insurance: {
    ja: 'ボランティア活動保険を受付で確認してください（加入もできます）。',
    easy: '受付《うけつけ》で ボランティアの 保険《ほけん》に 入《はい》ってください。',
    en: 'Please see reception about volunteer insurance; you can join there.',
  },
  guardian: {
    ja: '保護者の同意が必要です。受付の人に声をかけてください。',
    easy: 'おとうさん・おかあさんの「いいです」が いります。受付《うけつけ》に 言《い》ってください。',
    en: 'A guardian’s consent is needed. Please speak to reception.',
  },
  callCenter: { ja: '本部に電話する', easy: 'センターに 電話《でんわ》する', en: 'Call the center' },
  callNotHousehold: {
    ja: '依頼者には直接電話しません。連絡は本部へ。',
    easy: 'その家《いえ》には 電話《でんわ》しません。センターに 電話《でんわ》してください。',
    en: 'Do not call the household. Call the center.',
  },
  connecting: { ja: 'つないでいます', easy: 'つないでいます', en: 'Connecting' },
  cannotReach: {
    ja: 'センターにつながりません',
    easy: 'センターに つながりません',
    en: 'The center cannot be reached',
  },
  cannotReachMore: {
    ja: 'センターのWi-Fiにつながっているか確かめてください。つながると、このページが自分で動きます。',
    easy: 'センターの Wi-Fiを 見《み》てください。つながると うごきます。',
    en: 'Please check that you are on the center’s Wi-Fi. This page goes on by itself.',
  },
  whoseTitle: {
    ja: 'ご本人の確認をお願いします',
    easy: 'あなたの ページですか',
    en: 'Is this your page?',
  },
  whoseMore: {
    ja: 'このページは、別のスマートフォンか別のアプリで開かれています。受付番号と生年月日を1度だけ入れると、ここでも使えます。',
    easy: 'この ページは ほかの スマートフォンか アプリで ひらいています。番号《ばんごう》と 生《う》まれた日《ひ》を 1回《かい》だけ 入《い》れてください。',
    en: 'This page was opened on another phone or in another app. Enter your number and date of birth once to use it here too.',
  },
  whoseBirthDate: { ja: '生年月日', easy: '生《う》まれた日《ひ》', en: 'Date of birth' },
  whoseBoth: {
    ja: '受付番号と生年月日を、数字で入れてください。',
    easy: '番号《ばんごう》と 生《う》まれた日《ひ》を 数字《すうじ》で 入《い》れてください。',
    en: 'Please enter your number and your date of birth in digits.',
  },
  whoseOpen: { ja: 'ページを開く', easy: 'ページを ひらく', en: 'Open the page' },
  whoseHelp: {
    ja: '番号がわからないときは、受付の人に声をかけてください。',
    easy: 'わからない ときは 受付《うけつけ》で 聞《き》いてください。',
    en: 'If you do not know your number, please ask at reception.',
  },
  validForDay: {
    ja: 'このページは、この活動日だけのものです。次の活動日が始まると使えなくなります。',
    easy: 'この ページは きょうだけの ものです。つぎの 日《ひ》は つかえません。',
    en: 'This page is for this day only. It ends when the next day of activity begins.',
  },
  dayOver: {
    ja: 'きょうの活動は終わりました',
    easy: 'きょうは おわりました',
    en: 'Today’s activity is over',
  },
  dayOverMore: {
    ja: 'ありがとうございました。けがや体調の変化に気づいたら、本部に電話してください。このページの内容は消えています。',
    easy: 'ありがとうございました。けがや 体《からだ》の ぐあいが わるい ときは 電話《でんわ》してください。',
    en: 'Thank you. If you notice an injury or feel unwell, please call the center. What this page showed is gone.',
  },
  deadLink: {
    ja: 'このページはもう使えません',
    easy: 'このページは もう つかえません',
    en: 'This page is no longer valid',
  },
  deadLinkMore: {
    ja: '新しいページに変わったか、別の日のページです。受付で新しいコードをもらうか、下から受付してください。',
    easy: 'あたらしい ページに かわりました。受付《うけつけ》で 聞《き》いてください。',
    en: 'It was replaced or belongs to another day. Ask at reception, or check in below.',
  },
  toReception: { ja: '受付のページへ', easy: '受付《うけつけ》の ページへ', en: 'To the check-in page' },
  sound: { ja: '音と振動', easy: '音《おと》', en: 'Sound' },
  on: { ja: '入', easy: 'オン', en: 'On' },
  off: { ja: '切', easy: 'オフ', en: 'Off' },
} satisfies PhoneTexts
