/** The page that stands in the place of the center while its data cannot be opened: what happened and what is safe. */
interface TroubleText {
  title: string
  /** One sentence on what happened. */
  what: string
  /** One on what is safe. */
  safe: string
}

const untouched = 'データには手を加えていません。'

export const troubleTexts = {
  missing: {
    title: 'データが見つかりません',
    what: 'このパソコンで続けていたセンターのデータが、ここにはありません。',
    safe: '新しいデータは作っていません。フォルダを移した、別のドライブに入れた、という場合は、その場所で開けます。',
  },
  older: {
    title: '前に記録したものが、このデータには入っていません',
    what: 'このパソコンで最後に記録したときより古いデータが置かれています。',
    safe: untouched,
  },
  keyMissing: {
    title: '開くためのかぎが、このパソコンにありません',
    what: 'データは暗号で守られています。別のパソコンで作られたか、このパソコンの設定が消えています。',
    safe: `${untouched}「復旧の紙」があれば、ここで開けます。`,
  },
  locked: {
    title: '統括のバッジで開きます',
    what: 'このセンターは、立ち上げ直すたびに統括のバッジを読ませる設定です。',
    safe: 'データは守られています。バッジがなければ「復旧の紙」でも開けます。PINでは開きません。',
  },
  unreadable: {
    title: 'データを開けません',
    what: 'このパソコンのかぎと合わないか、ファイルのはじめが傷んでいます。',
    safe: `${untouched}別のパソコンのデータなら「復旧の紙」で、傷んでいるなら控えから再開できます。`,
  },
  damaged: {
    title: 'データに傷があります',
    what: '読めない部分が見つかりました。正しいものとして使うことはしません。',
    safe: '傷のあるデータは消さずに取っておきます。控えから再開すると、そのあとの分は各機器に残っている操作から戻せます。',
  },
  newer: {
    title: '新しい版のデータです',
    what: 'このデータは、いま動かしている ささえ より新しい版で使われました。',
    safe: `${untouched}ささえ を新しい版にして、立ち上げ直してください。下の控えから再開すると、新しい版で記録した分は入りません。`,
  },
  ioError: {
    title: 'ディスクを読めません',
    what: 'データのあるディスクが、読み書きに失敗しています。',
    safe: `${untouched}ケーブルや差し込みを確かめ、だめなら控えのあるフォルダから再開してください。`,
  },
  unwritable: {
    title: 'データのフォルダに書き込めません',
    what: '読み取り専用になっているか、書き込みの許可がないか、ドライブがつながっていません。記録を残せないので、始めていません。',
    safe: `${untouched}差し込みや許可を直して「もう一度確かめる」を押してください。直せないときは、フォルダごと書き込める場所に写して、その場所を下に入れます。`,
  },
  network: {
    title: 'ネットワーク上のフォルダです',
    what: 'データのフォルダがほかの機器の上にあります。線が切れると記録を失うおそれがあるため、ここでは始めません。',
    safe: `${untouched}フォルダごとこのパソコンの中に写して、その場所を下に入れてください。`,
  },
  cloud: {
    title: 'クラウドと同期するフォルダです',
    what: '同期のソフトが、使っている最中のファイルを書きかえることがあります。記録が壊れるおそれがあるため、ここでは始めません。',
    safe: `${untouched}フォルダごと同期しない場所に写して、その場所を下に入れてください。`,
  },
  removable: {
    title: 'USBメモリなどの中のフォルダです',
    what: '抜けたり、停電で最後の記録を失ったりしやすい場所です。',
    safe: `${untouched}フォルダごとこのパソコンの中に写して、その場所を下に入れると安全です。`,
  },
} as const satisfies Record<string, TroubleText>

export const troublePageTexts = {
  folder: 'データのフォルダ',
  again: 'もう一度確かめる',
  wordsTitle: '「復旧の紙」で開く',
  wordsLabel: '紙に書かれた4行(QRを読ませても入ります)',
  wordsButton: 'この文字で開く',
  badgeTitle: 'バッジで開く',
  badgeLabel: 'ここを押してから、バッジのQRをスキャナーで読むか、文字を打ってください',
  badgeButton: '開く',
  backupsTitle: '控えから再開する',
  backup: (day: string, clock: string, acts: number) => `${day} ${clock} の控え(記録 ${acts}件まで)`,
  latest: '最後の正常な控え',
  restoreButton: (clock: string) => `${clock} の控えで再開`,
  noBackups: 'このフォルダに控えはありません。USBメモリなどにある控えは「別の場所をさがす」で開けます。',
  knownTitle: 'このパソコンが覚えているセンター',
  known: (name: string, day: string, clock: string) => `${name}(最後の記録 ${day} ${clock})`,
  openThere: 'その場所で開く',
  notThere: 'この場所にも、いまはありません',
  folderTitle: '別の場所をさがす',
  folderLabel: 'データのあるフォルダ(例: D:\\sasae\\data)',
  folderButton: 'このフォルダで開く',
  older: (lost: number) => `入っていない記録: ${lost}件`,
  acceptOlder: '古いデータのまま再開する',
  acceptPlace: '承知のうえで、ここで続ける',
  newTitle: 'はじめからやり直すとき',
  newLink: 'まったく新しいセンターを始める…',
  newQuestion: '何も入っていないセンターを始めますか',
  newWords: 'これまでの名簿や依頼は引き継がれません。いまあるデータは消さず、別の名前で残します。',
  newConfirm: 'これまでのデータを使わずに始めることを、責任者と確かめました',
  newButton: '新しいセンターを始める',
  back: 'もどる',
  opened: '開きました。画面が変わるまでお待ちください。',
  elsewhere: '本部のパソコンで準備をしています。しばらくしてから、もう一度ひらいてください。',
  elsewhereEasy: 'じゅんびを しています。すこし まって、もういちど ひらいてください。',
  elsewhereEn: 'The center is being started. Please try again in a few minutes.',
  complaints: {
    wrongLine: (line: number) => `${line}行目に読み違いがあります。紙と見くらべて、もう一度入れてください。`,
    otherKey: 'この紙は別のセンターのものです。かぎが合いません。',
    wrongBadge: 'このバッジでは開きません。統括のバッジか、「復旧の紙」を使ってください。',
    notABadge: 'バッジの文字ではないようです。PINでは開きません。バッジのQRを読ませてください。',
    noFolder: 'そのフォルダにデータがありません。場所を確かめてください。',
    unwritable: 'そのフォルダにも書き込めません。別の場所にしてください。',
    copiesFound: 'この場所にあった控えを、「控えから再開する」に出しました。',
    noRestore: 'この控えは使えませんでした。ひとつ前の控えを試してください。',
    unconfirmed: '始める前に、確かめた印をつけてください。',
  },
} as const
