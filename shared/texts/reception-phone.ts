import type { PhoneTexts } from '#shared/texts/text.ts'
import type { MistakeReason } from '#shared/volunteers/reception-form.ts'

/** The reception page on a phone. What stands in braces is filled in. */
export const receptionTexts = {
  title: { ja: 'ボランティア受付', easy: 'ボランティアの うけつけ', en: 'Volunteer check-in' },
  hours: {
    ja: '今日の受付 {from}〜{to}',
    easy: 'きょうの うけつけ {from}から {to}まで',
    en: 'Check-in today {from}–{to}',
  },
  placesLeft: { ja: '残り{count}人', easy: 'あと {count}にん', en: '{count} places left' },
  keptForReserved: {
    ja: '予約した人の場所は空けてあります。予約のときと同じ電話番号・生年月日で、このまま受付してください。',
    easy: 'よやくした ひとの ばしょは あります。よやくと おなじ でんわばんごうと うまれた ひで うけつけを してください。',
    en: 'Places are kept for people with a reservation. If you have one, check in here with the same phone number and date of birth.',
  },
  full: {
    ja: '今日の募集人数（{capacity}人）に達しました。下の受付をすると、キャンセル待ちに入ります。空きが出たら、番号順にお知らせします。',
    easy: 'きょうは {capacity}にんで いっぱいです。したの うけつけを すると、あきを まつ れつに はいります。あいたら、ばんごうの じゅんに おしらせします。',
    en: 'Today’s {capacity} places are taken. If you check in below, you join the waiting list. When a place is free, people are called in order.',
  },
  notReady: {
    ja: 'まだ受付の準備ができていません。受付の人に声をかけてください。',
    easy: 'まだ うけつけの じゅんびが できていません。スタッフに きいてください。',
    en: 'Check-in is not ready yet. Please ask the staff.',
  },
  closed: {
    ja: 'いまはスマートフォンで受付できません（受付 {from}〜{to}）。受付の人に声をかけてください。',
    easy: 'いま スマートフォンの うけつけは できません（{from}から {to}まで）。スタッフに きいてください。',
    en: 'Check-in by phone is closed now (open {from}–{to}). Please ask the staff.',
  },
  purpose: {
    ja: 'ここに入れたことは、今日の活動の連絡、保険、けがや急病のときの対応だけに使います。健康と緊急連絡先は、受付と救護の人だけが見ます。',
    easy: 'ここに かいた ことは、きょうの れんらくと ほけん、けがや びょうきの ときだけ つかいます。からだの ことと きんきゅうの れんらくさきは、うけつけと きゅうごの ひとだけが みます。',
    en: 'What you enter is used only for today’s activity, insurance, and in case of injury or illness. Health and emergency contact are seen only by reception and first aid.',
  },
  languageFirst: {
    ja: '言語は、先に選んでください。あとから変えると、入れたことが消えます。',
    easy: 'ことばは さきに えらんで ください。あとで かえると、かいた ことが きえます。',
    en: 'Please choose your language first. Changing it later clears what you have entered.',
  },
  required: { ja: '必須', easy: 'ひつよう', en: 'required' },
  optional: { ja: '任意', easy: 'かかなくて いい', en: 'optional' },

  againTitle: { ja: '前に来たことがある方', easy: 'まえに きたことが ある ひと', en: 'I have been here before' },
  againHint: {
    ja: '体調・保険・緊急連絡先の3つだけ確かめます。',
    easy: 'からだの ちょうし、ほけん、きんきゅうの れんらくさきの 3つだけ ききます。',
    en: 'Only three things to confirm: health, insurance, emergency contact.',
  },
  againKnown: {
    ja: 'この電話で前に受付した方は、お名前などを入れる必要はありません。',
    easy: 'この でんわで まえに うけつけを した ひとは、なまえを かかなくて いいです。',
    en: 'If you checked in on this phone before, there is no need to enter your name again.',
  },
  againOther: {
    ja: '別の人として受付する',
    easy: 'ほかの ひとが うけつけを する',
    en: 'Check in somebody else',
  },
  ownPage: {
    ja: 'この電話では、今日の受付がすんでいます。',
    easy: 'この でんわでは、きょうの うけつけが おわっています。',
    en: 'Somebody has already checked in on this phone today.',
  },
  ownPageLink: { ja: '自分のページを開く', easy: 'じぶんの ページを ひらく', en: 'Open your page' },
  oldPage: {
    ja: 'まえのアドレスの画面が残っている方へ',
    easy: 'まえの ページが のこっている ひとへ',
    en: 'If a page of the old address is still open',
  },
  oldPageMore: {
    ja: 'まえに別のアドレスで開いた画面があるときは、閉じないでください。その画面の「センターのアドレスが変わったとき」を押し、{host} と入れると、送っていないものもこちらへ移ります。画面がもうないときは、このまま受付してください。',
    easy: 'べつの アドレスの ページが ある ときは、とじないでください。まえの ページで「センターの アドレスが かわった とき」を おして、{host} と かいてください。ページが もう ない ひとは、ここで うけつけを してください。',
    en: 'If you have a page of another address, keep it open, press “If the center has a new address” there and type {host}: what was not sent yet comes along. If that page is gone, just check in here.',
  },

  nameTitle: { ja: 'お名前', easy: 'なまえ', en: 'Name' },
  name: { ja: '氏名', easy: 'なまえ', en: 'Full name' },
  nameKana: { ja: 'ふりがな', easy: 'なまえの よみかた（ひらがな）', en: 'How to read it (kana or letters)' },
  contactTitle: { ja: '連絡先', easy: 'れんらくさき', en: 'Contact' },
  phone: { ja: '電話番号（携帯）', easy: 'でんわばんごう', en: 'Phone number' },
  phoneHint: {
    ja: 'ハイフンはあってもなくてもかまいません。',
    easy: 'れい：090-1234-5678',
    en: 'A Japanese number, e.g. 090-1234-5678',
  },
  birthDate: { ja: '生年月日', easy: 'うまれた ひ', en: 'Date of birth' },
  birthDateHint: {
    ja: '例：1990/4/1、平成2年4月1日、H2.4.1',
    easy: 'れい：1990/4/1（ねん/つき/ひ）',
    en: 'Year/month/day, e.g. 1990/4/1',
  },
  understood: { ja: '{date}', easy: '{date}', en: '{date}' },
  sex: { ja: '性別', easy: 'せいべつ', en: 'Sex' },
  'sex.female': { ja: '女性', easy: 'おんな', en: 'Female' },
  'sex.male': { ja: '男性', easy: 'おとこ', en: 'Male' },
  'sex.notSaid': { ja: '回答しない', easy: 'こたえない', en: 'Prefer not to say' },

  guardianTitle: {
    ja: '18歳未満の方：保護者の同意',
    easy: '18さいより わかい ひと：おやの ゆるし',
    en: 'Under 18: a guardian’s consent',
  },
  guardianHint: {
    ja: '中学生・高校生は保護者の同意、小学生以下は保護者の同伴が必要です。わからないときは受付で確かめます。',
    easy: 'ちゅうがくせい・こうこうせいは おやの ゆるしが ひつようです。しょうがくせいは おやと いっしょに きてください。',
    en: 'Junior and senior high pupils need a guardian’s approval; primary pupils must come with a guardian.',
  },
  'guardian.given': { ja: '同意をもらっている', easy: 'いいと いわれた', en: 'Approved' },
  'guardian.accompanied': { ja: '保護者が一緒に活動する', easy: 'おやと いっしょ', en: 'A guardian comes along' },
  'guardian.missing': { ja: 'まだ', easy: 'まだ', en: 'Not yet' },

  emergencyTitle: {
    ja: '緊急のときの連絡先',
    easy: 'きんきゅうの ときの れんらくさき',
    en: 'Emergency contact',
  },
  emergencyHint: {
    ja: 'けがや急病のときに、こちらから電話する人です。',
    easy: 'けがや びょうきの とき、スタッフが でんわする ひとです。',
    en: 'Whom we call if you are hurt or ill.',
  },
  emergencyName: { ja: '連絡先の方の氏名', easy: 'その ひとの なまえ', en: 'Their name' },
  emergencyRelation: { ja: '続柄（夫、母など）', easy: 'かんけい（おっと、はは など）', en: 'Relation (e.g. mother)' },
  emergencyPhone: { ja: '連絡先の電話番号', easy: 'その ひとの でんわばんごう', en: 'Their phone number' },
  emergencySame: { ja: '前と同じ', easy: 'まえと おなじ', en: 'Same as before' },
  emergencyChanged: {
    ja: '変わったときだけ、下に入れてください。',
    easy: 'ちがう ときだけ、したに かいてください。',
    en: 'Fill in below only if it has changed.',
  },

  insuranceTitle: { ja: 'ボランティア活動保険', easy: 'ボランティアの ほけん', en: 'Volunteer insurance' },
  insurance: {
    ja: '今年度の保険に入っていますか',
    easy: 'ことしの ほけんに はいっていますか',
    en: 'Are you insured this year?',
  },
  'insurance.asBefore': { ja: '前と同じ', easy: 'まえと おなじ', en: 'Same as before' },
  'insurance.naturalDisaster': {
    ja: '天災・地震補償プラン',
    easy: 'はいっている（てんさいプラン）',
    en: 'Yes, natural-disaster plan',
  },
  'insurance.basic': {
    ja: '基本プラン（プランがわからないときも）',
    easy: 'はいっている（きほんプラン、わからない）',
    en: 'Yes, basic plan (or not sure)',
  },
  'insurance.none': { ja: '入っていない', easy: 'はいっていない', en: 'No' },
  insuranceHint: {
    ja: '入っていなくても受付できます。受付の窓口で、その場で申し込めます。保険料や始まる時刻は窓口で説明します。',
    easy: 'はいっていなくても だいじょうぶです。うけつけで もうしこめます。',
    en: 'You can check in without it: the reception desk helps you join on the spot.',
  },
  insuranceEarthquake: {
    ja: '今回の災害では「天災・地震補償プラン」が必要です。',
    easy: 'こんかいは「てんさいプラン」が ひつようです。',
    en: 'For this disaster the natural-disaster plan is needed.',
  },
  joinedOn: { ja: '加入した日（わかれば）', easy: 'はいった ひ（わかれば）', en: 'Date joined (if known)' },

  healthTitle: { ja: '今日の体調', easy: 'きょうの からだの ちょうし', en: 'Health today' },
  health: { ja: '体調はいかがですか', easy: 'からだの ちょうしは どうですか', en: 'How do you feel?' },
  'health.good': { ja: '良好', easy: 'いい', en: 'Fine' },
  'health.concern': { ja: '気になるところがある', easy: 'しんぱいが ある', en: 'I have a concern' },
  healthNote: {
    ja: '気になること・できない作業（書ける範囲で）',
    easy: 'しんぱいな こと、できない しごと',
    en: 'Concern, or work you cannot do',
  },
  healthNoteHint: {
    ja: '受付と救護の人だけが見ます。受付で少しお話をうかがいます。',
    easy: 'うけつけと きゅうごの ひとだけが みます。',
    en: 'Only reception and first aid see this.',
  },

  moreTitle: { ja: '資格・特技・車など', easy: 'できる こと・くるま など', en: 'Skills, vehicle and more' },
  skills: { ja: '資格・特技', easy: 'できる こと', en: 'Skills' },
  licences: { ja: '運転免許', easy: 'うんてん めんきょ', en: 'Driving licences' },
  vehicle: { ja: '今日、車で来ましたか', easy: 'きょう くるまで きましたか', en: 'Did you come by car today?' },
  'vehicle.none': { ja: '車ではない', easy: 'くるまでは ない', en: 'No' },
  'vehicle.car': { ja: '乗用車', easy: 'くるま', en: 'Car' },
  'vehicle.keiTruck': { ja: '軽トラック', easy: 'けいトラック', en: 'Kei truck' },
  'vehicle.van': { ja: 'ワゴン・バン', easy: 'ワゴン・バン', en: 'Van' },
  experience: {
    ja: '災害ボランティアの経験がある',
    easy: 'さいがい ボランティアを したことが ある',
    en: 'I have been a disaster volunteer before',
  },
  affiliation: { ja: '所属（団体・会社・学校）', easy: 'がっこう・かいしゃ・グループ', en: 'Group, company or school' },
  postalCode: { ja: '郵便番号', easy: 'ゆうびんばんごう', en: 'Postal code' },
  address: { ja: '住所', easy: 'すんでいる ところ', en: 'Address' },
  email: { ja: 'メールアドレス', easy: 'メールアドレス', en: 'E-mail' },

  consentTitle: { ja: '同意', easy: 'やくそく', en: 'Consent' },
  consent: {
    ja: '約束を読み、同意して受付する',
    easy: 'やくそくを よみました。はい、いいです。',
    en: 'I have read the rules and agree',
  },
  consentRead: { ja: '約束を読む', easy: 'やくそくを よむ', en: 'Read the rules' },
  submit: { ja: '受付する', easy: 'うけつけを する', en: 'Check in' },
  submitList: { ja: 'キャンセル待ちに入る', easy: 'あきを まつ', en: 'Join the waiting list' },

  fixThese: {
    ja: '直すところがあります',
    easy: 'なおす ところが あります',
    en: 'Please correct the following',
  },
  doneTitle: { ja: '受付しました', easy: 'うけつけが できました', en: 'You are checked in' },
  doneNumber: { ja: '受付番号', easy: 'うけつけ ばんごう', en: 'Your number' },
  doneListed: {
    ja: 'キャンセル待ちです。空きが出たら、番号順にお知らせします。',
    easy: 'いま、あきを まっています。あいたら おしらせします。',
    en: 'You are on the waiting list. People are called in order.',
  },
  doneNext: {
    ja: 'これからのことは、あなたのページに出ます。開いたままにしておいてください。',
    easy: 'つぎの ことは、あなたの ページに でます。ひらいたままに してください。',
    en: 'What comes next appears on your own page. Please keep it open.',
  },
  sending: { ja: '送っています…', easy: 'おくっています…', en: 'Sending…' },
} satisfies PhoneTexts

export const mistakeTexts: PhoneTexts<MistakeReason> = {
  groupNameMissing: {
    ja: '団体の名前を入れてください。',
    easy: 'グループの なまえを かいてください。',
    en: 'Please enter the name of the group.',
  },
  headcountUnfit: {
    ja: '人数は数字で入れてください（個人は5人まで、団体は200人まで）。',
    easy: 'にんずうを すうじで かいてください（ひとは 5にん、グループは 200にん まで）。',
    en: 'Please enter how many people as a number (up to 5, a group up to 200).',
  },
  usualHeadcountUnfit: {
    ja: 'ふだんの人数を数字で入れてください（1人から500人まで）。',
    easy: 'にんずうを すうじで かいてください（500にん まで）。',
    en: 'Please enter the usual number of people (1 to 500).',
  },
  vehiclesUnfit: {
    ja: '車は、台数と定員（合計）の両方を数字で入れてください。',
    easy: 'くるまは、なんだいか と なんにん のれるか を かいてください。',
    en: 'For vehicles, please enter both how many and how many seats.',
  },
  nameMissing: { ja: '氏名を入れてください。', easy: 'なまえを かいてください。', en: 'Please enter your name.' },
  kanaMissing: {
    ja: 'ふりがなを入れてください。',
    easy: 'なまえの よみかたを かいてください。',
    en: 'Please enter how your name is read.',
  },
  kanaUnfit: {
    ja: 'ふりがなは、ひらがなかカタカナ（またはローマ字）で入れてください。',
    easy: 'ひらがなか カタカナで かいてください。',
    en: 'Please use kana or Latin letters here.',
  },
  phoneMissing: {
    ja: '電話番号を入れてください。お持ちでないときは、受付の窓口で受付できます。',
    easy: 'でんわばんごうを かいてください。ない ときは、スタッフに いってください。',
    en: 'Please enter a phone number. If you have none, please go to the reception desk.',
  },
  phoneUnfit: {
    ja: '電話番号の桁数を確かめてください（例：090-1234-5678）。',
    easy: 'でんわばんごうを もういちど みてください（れい：090-1234-5678）。',
    en: 'Please check the phone number (e.g. 090-1234-5678).',
  },
  birthDateMissing: {
    ja: '生年月日を入れてください。',
    easy: 'うまれた ひを かいてください。',
    en: 'Please enter your date of birth.',
  },
  dateUnfit: {
    ja: '日付として読めません。1990/4/1 や 平成2年4月1日 のように入れてください。',
    easy: '1990/4/1 のように かいてください。',
    en: 'Please write the date like 1990/4/1 (year/month/day).',
  },
  dateNotInCalendar: {
    ja: 'カレンダーにない日付です。確かめてください。',
    easy: 'その ひは ありません。もういちど みてください。',
    en: 'There is no such day. Please check.',
  },
  eraOutOfRange: {
    ja: '元号と年が合いません。確かめてください。',
    easy: '1990/4/1 のように かいてください。',
    en: 'The era and the year do not fit. Please check.',
  },
  dateInFuture: {
    ja: '先の日付になっています。確かめてください。',
    easy: 'まだ きていない ひです。もういちど みてください。',
    en: 'This date is in the future. Please check.',
  },
  tooOld: {
    ja: '生年月日の年を確かめてください。',
    easy: 'うまれた としを もういちど みてください。',
    en: 'Please check the year.',
  },
  healthMissing: {
    ja: '今日の体調を選んでください。',
    easy: 'からだの ちょうしを えらんでください。',
    en: 'Please say how you feel today.',
  },
  insuranceMissing: {
    ja: '保険について選んでください。',
    easy: 'ほけんの ことを えらんでください。',
    en: 'Please answer the question on insurance.',
  },
  emergencyNameMissing: {
    ja: '緊急連絡先の氏名を入れてください。',
    easy: 'きんきゅうの れんらくさきの なまえを かいてください。',
    en: 'Please enter the name of your emergency contact.',
  },
  emergencyPhoneMissing: {
    ja: '緊急連絡先の電話番号を入れてください。',
    easy: 'きんきゅうの れんらくさきの でんわばんごうを かいてください。',
    en: 'Please enter the phone number of your emergency contact.',
  },
  emailUnfit: {
    ja: 'メールアドレスの形を確かめてください。',
    easy: 'メールアドレスを もういちど みてください。',
    en: 'Please check the e-mail address.',
  },
  tooLong: {
    ja: '長すぎます。短くしてください。',
    easy: 'ながすぎます。みじかく してください。',
    en: 'This is too long. Please shorten it.',
  },
  consentMissing: {
    ja: '約束を読んで、同意の欄に印をつけてください。',
    easy: 'やくそくを よんで、しるしを つけてください。',
    en: 'Please read the rules and tick the box.',
  },
}

/** The skills of the form: stored in Japanese, said in the language of the page. */
export const skillTexts: PhoneTexts = {
  スコップ: { ja: 'スコップ', easy: 'スコップ', en: 'Shovel' },
  一輪車: { ja: '一輪車', easy: 'いちりんしゃ', en: 'Wheelbarrow' },
  チェーンソー: { ja: 'チェーンソー', easy: 'チェーンソー', en: 'Chainsaw' },
  高圧洗浄機: { ja: '高圧洗浄機', easy: 'みずで あらう きかい', en: 'Pressure washer' },
  発電機: { ja: '発電機', easy: 'はつでんき', en: 'Generator' },
  バール: { ja: 'バール', easy: 'バール', en: 'Crowbar' },
  軽トラック: { ja: '軽トラック', easy: 'けいトラック', en: 'Kei truck' },
  '看護・医療': { ja: '看護・医療', easy: 'かんご・いりょう', en: 'Nursing, medicine' },
  介護: { ja: '介護', easy: 'かいご', en: 'Care work' },
  '建築・大工': { ja: '建築・大工', easy: 'だいく', en: 'Carpentry, building' },
  電気工事: { ja: '電気工事', easy: 'でんき こうじ', en: 'Electrical work' },
  '土木・重機': { ja: '土木・重機', easy: 'どぼく・おおきな きかい', en: 'Civil works, machines' },
  力仕事: { ja: '力仕事', easy: 'おもい ものを はこぶ', en: 'Heavy lifting' },
  'パソコン・事務': { ja: 'パソコン・事務', easy: 'パソコン・じむ', en: 'Office work' },
  '手話・要約筆記': { ja: '手話・要約筆記', easy: 'しゅわ', en: 'Sign language' },
  通訳: { ja: '通訳', easy: 'つうやく', en: 'Interpreting' },
  土地勘がある: { ja: '土地勘がある', easy: 'この まちを よく しっている', en: 'I know this area' },
  普通: { ja: '普通', easy: 'ふつう', en: 'Car' },
  準中型: { ja: '準中型', easy: 'じゅんちゅうがた', en: 'Semi-medium' },
  中型: { ja: '中型', easy: 'ちゅうがた', en: 'Medium' },
  大型: { ja: '大型', easy: 'おおがた', en: 'Large' },
  二輪: { ja: '二輪', easy: 'バイク', en: 'Motorcycle' },
}
