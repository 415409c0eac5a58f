import type { PhoneTexts } from '#shared/texts/text.ts'

/** The page of ボランティア登録 on a phone. What stands in braces is filled in. */
export const registrationTexts = {
  title: { ja: 'ボランティア登録', easy: 'ボランティアの とうろく', en: 'Volunteer registration' },
  what: {
    ja: 'ふだんから登録しておくと、災害のときの受付が早くすみます。登録だけでは、活動の予約や受付にはなりません。',
    easy: 'とうろくを して おくと、さいがいの とき はやく てつだえます。とうろくは、よやくや うけつけでは ありません。',
    en: 'Register in ordinary times and checking in is quick when a disaster comes. Registering is neither a reservation nor a check-in.',
  },
  notReady: {
    ja: 'まだ登録の準備ができていません。センターに声をかけてください。',
    easy: 'まだ じゅんびが できていません。スタッフに きいて ください。',
    en: 'Registration is not ready yet. Please ask the center.',
  },
  canTitle: { ja: 'できること', easy: 'できる こと', en: 'What you can do' },
  wishTitle: { ja: '活動の希望', easy: 'てつだえる ひ・ばしょ', en: 'When and where' },
  vehicle: { ja: '活動に使える車', easy: 'つかえる くるま', en: 'A vehicle you can use' },
  'vehicle.none': { ja: 'なし', easy: 'ない', en: 'None' },
  areas: {
    ja: '活動できる地区（どこでもよければ、選ばない）',
    easy: 'てつだえる ばしょ（どこでも いい ときは えらばない）',
    en: 'Areas (leave empty for anywhere)',
  },
  days: {
    ja: '活動できる曜日（いつでもよければ、選ばない）',
    easy: 'てつだえる ひ（いつでも いい ときは えらばない）',
    en: 'Days (leave empty for any day)',
  },
  am: { ja: '午前', easy: 'ごぜん', en: 'am' },
  pm: { ja: '午後', easy: 'ごご', en: 'pm' },
  tools: { ja: '持っている道具', easy: 'もっている どうぐ', en: 'Tools you have' },
  otherTools: { ja: 'ほかの道具（、で区切る）', easy: 'ほかの どうぐ', en: 'Other tools (separate by commas)' },
  languages: {
    ja: '日本語のほかに話せることば（、で区切る）',
    easy: 'はなせる ことば',
    en: 'Languages you speak besides Japanese (separate by commas)',
  },
  emergencyHint: {
    ja: 'けがや急病のときに、こちらから電話する人です。',
    easy: 'けがや びょうきの とき、スタッフが でんわする ひとです。',
    en: 'Whom we call if you are hurt or ill.',
  },
  consent: {
    ja: '個人情報の取り扱いを読み、同意して登録する',
    easy: 'よみました。はい、いいです。',
    en: 'I have read how my data is used and agree',
  },
  consentRead: { ja: '個人情報の取り扱いを読む', easy: 'たいせつな ことを よむ', en: 'Read how your data is used' },
  submit: { ja: '登録する', easy: 'とうろくする', en: 'Register' },
  doneTitle: { ja: '登録しました', easy: 'とうろくが できました', en: 'You are registered' },
  number: { ja: '登録番号', easy: 'とうろく ばんごう', en: 'Registration number' },
  keep: {
    ja: 'このページのリンクを保存してください。内容の確認・更新・退会ができます。災害のときは、下のQRを受付で見せると早くすみます。',
    easy: 'この ページの リンクを のこして ください。なおしたり、やめたり できます。さいがいの ときは、うけつけで QRを みせて ください。',
    en: 'Keep the link to this page: you can see, renew or end your registration here. In a disaster, show the code below at reception.',
  },
  link: { ja: '自分の登録のページ', easy: 'じぶんの とうろくの ページ', en: 'Your registration page' },
  active: {
    ja: '{year}年度の登録は有効です。',
    easy: '{year}ねんどの とうろくが あります。',
    en: 'Registered for fiscal year {year}.',
  },
  due: {
    ja: '{year}年度の更新がまだです。下の内容を確かめて、更新してください。',
    easy: '{year}ねんどの とうろくが まだです。したを みて、あたらしく して ください。',
    en: 'Not yet renewed for fiscal year {year}. Please check the form below and renew.',
  },
  withdrawn: { ja: '退会しています。', easy: 'とうろくを やめて います。', en: 'You have left the roster.' },
  renewTitle: { ja: '内容を確かめて更新する', easy: 'なおす・あたらしく する', en: 'Check and renew' },
  renewHint: {
    ja: '電話・メール・住所・緊急連絡先は、変わったときだけ入れてください。空欄なら、前のままです。',
    easy: 'でんわ・メール・じゅうしょ・きんきゅうの れんらくさきは、かわった ときだけ かいて ください。',
    en: 'Fill in phone, e-mail, address and emergency contact only if they have changed.',
  },
  renew: { ja: 'この内容で更新する', easy: 'これで あたらしく する', en: 'Renew with this' },
  renewed: { ja: '更新しました。', easy: 'あたらしく なりました。', en: 'Renewed.' },
  leaveTitle: { ja: '退会する', easy: 'とうろくを やめる', en: 'Leave the roster' },
  leaveHint: {
    ja: '退会すると、登録の連絡は届かなくなります。災害のときの受付は、登録がなくてもできます。',
    easy: 'やめると、れんらくは きません。さいがいの とき、うけつけは できます。',
    en: 'You will not be contacted any more. In a disaster you can still check in.',
  },
  leave: { ja: '退会する', easy: 'やめる', en: 'Leave' },
  again: { ja: '登録のページへ', easy: 'とうろくの ページへ', en: 'To the registration page' },
  sending: { ja: '送っています…', easy: 'おくっています…', en: 'Sending…' },
  posterTitle: { ja: 'ボランティア登録のご案内', easy: 'ボランティアの とうろく', en: 'Register as a volunteer' },
  posterScan: {
    ja: 'スマートフォンのカメラで読んでください（センターのWi-Fiにつないで使います）',
    easy: 'スマートフォンで よんで ください',
    en: 'Scan with your phone',
  },
} satisfies PhoneTexts
