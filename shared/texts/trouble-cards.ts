/** こまったら: what is safe, what to do now, whom to call. The same words on screen, on paper and behind each error. */
export interface TroubleCard {
  title: string
  /** What people see or say when it happens; by these the card is found. */
  alsoCalled: string
  safe: string
  /** At most three. */
  steps: readonly string[]
  call: string
}

const callLead = '統括'

export const troubleCards = {
  noWifi: {
    title: 'Wi-Fi が切れた',
    alsoCalled: 'ネット 無線 ルーター 電波 つながらない 圏外',
    safe: '届いた記録は本部のパソコンにあります。押した操作は各機器に残り、つながると送られます。',
    steps: [
      'そのまま使い続け、ページを閉じない。',
      'ルーターの電源とランプを見て、電源を入れ直す（2分待つ）。',
      '5分たっても戻らなければ、本部のパソコンのそばの1台に入力を集める。',
    ],
    call: 'ルーターを用意した人、または統括',
  },
  noLine: {
    title: '画面が「接続なし」',
    alsoCalled: '古い 灰色 現在 送信待ち 更新されない とまった',
    safe: '画面は書いてある時刻のものです。送信待ちの操作は消えません。',
    steps: [
      'ほかの機器も同じか見る。全部なら「Wi-Fi が切れた」へ。',
      'その機器の Wi-Fi がセンターのものか確かめ、「インターネットなし」でも接続を保つ。',
      '送信待ちが 0 になるまで、そのページを閉じない。',
    ],
    call: callLead,
  },
  powerCut: {
    title: '停電した',
    alsoCalled: '電気 ブレーカー 落ちた 電源 異常終了 復帰',
    safe: '「済」と出た操作は、すべて残っています。',
    steps: [
      'ノートパソコンなら電池で続ける。切れていたら、電源が戻ってから入れる。',
      'ささえ を始める。データはひとりでに確かめられ、失われた記録の数が出る。',
      '数が 0 でなければ、その時刻のあとの紙とスマートフォンを確かめる。',
    ],
    call: callLead,
  },
  closedLaptop: {
    title: 'PC を閉じてしまった・スリープした',
    alsoCalled: 'ふた 眠る 休止 ノートパソコン 電源ボタン',
    safe: '記録は残っています。閉じている間の操作は、各機器に残っています。',
    steps: [
      'ふたを開け、センターの画面が動くのを待つ。',
      '「スリープしていました」の時間を見て、その間の送信待ちが届いたか確かめる。',
      '電源の設定で、スリープとふたを閉じたときの動作を「何もしない」にする。',
    ],
    call: callLead,
  },
  writingStopped: {
    title: '「書き込み停止」と出た',
    alsoCalled: '保存できない 閲覧のみ ディスク エラー 遅い',
    safe: 'それまでに保存された記録は残り、読むことはできます。',
    steps: [
      '新しいことは紙に、時刻といっしょに書く。',
      '「もう一度立ち上げる」を押す。データを確かめてから再開する。',
      'くり返し出るときは、「別の PC で始める」へ。',
    ],
    call: '統括、パソコンに詳しい人',
  },
  noRoom: {
    title: '容量がない',
    alsoCalled: 'ディスク 空き いっぱい 満杯 GB 保存できない',
    safe: '保存された記録はそのままです。押した操作は各機器に残り、空きができると送られます。',
    steps: [
      '急ぐときは「予備の64 MBを空ける」を押す。',
      'センターと関係のない大きなファイル（動画など）を、移すか消す。',
      'ささえ のフォルダの中のものは消さない。',
    ],
    call: callLead,
  },
  damaged: {
    title: 'データに傷',
    alsoCalled: '壊れた 開けない 破損 控え 復元',
    safe: '傷のあるデータは消さずに取ってあります。確かめた控えは別にあります。',
    steps: [
      '何も消さず、新しいことは紙に書く。',
      '出ている画面で「最後の正常な控えで再開」を選ぶ。',
      '各機器のページを開いたままにする。控えにない操作が、もう一度送られる。',
    ],
    call: '統括、パソコンに詳しい人',
  },
  handOver: {
    title: 'USB で引き継ぐ・控えをとる',
    alsoCalled: 'バックアップ 交代 渡す メモリ スティック 控え コピー',
    safe: '控えは暗号で守られています。USBメモリを落としても、中は読まれません。',
    steps: [
      '「控えと引き継ぎ」で控えをとり、「確かめた」と出るのを待つ。',
      '引き継ぐときは、引き継ぎファイルを作り、引き継ぎの紙を印刷する。',
      'USBメモリと紙は、別々に運ぶ。',
    ],
    call: callLead,
  },
  otherLaptop: {
    title: '別の PC で始める',
    alsoCalled: '故障 壊れた 盗まれた 予備 入れ替え 2か所目 引き継ぎ',
    safe: '引き継いだあとの記録は、新しいほうだけにたまります。古いほうは閲覧のみになります。',
    steps: [
      '新しいパソコンで ささえ を始め、「引き継ぎファイルから始める」か、控えと「復旧の紙」で開く。',
      '新しいポスターを印刷して貼り替える。',
      '各機器で「アドレスが変わったとき」を押す。画面がなければ新しい QR を読む。',
    ],
    call: '統括、パソコンに詳しい人',
  },
  posterQr: {
    title: 'QR がおかしい・貼り替え',
    alsoCalled: 'ポスター 住所 アドレス 読めない 偽 シール 別のページ',
    safe: '記録に影響はありません。',
    steps: [
      'ポスターの下の文字と、本部の画面の住所を見くらべる。上に貼られていないか、さわって確かめる。',
      '違っていたら、すぐはがす。読んだ人に、何も入力しないよう伝える。',
      '統括の「ポスター」から印刷して貼り替える。',
    ],
    call: callLead,
  },
  lostDevice: {
    title: '端末をなくした（班リーダーの電話）',
    alsoCalled: 'スマートフォン 紛失 盗難 タブレット 落とした リンク',
    safe: '届いた記録は残っています。その端末には、いまの班の分しか入っていません。',
    steps: [
      '受付でその人の「個人のページを出し直す」。前のページは、すぐ使えなくなる。',
      'デスクの端末なら、統括が担当者のバッジを出し直す。',
      'なくした時刻と端末を、経過記録に書く。',
    ],
    call: callLead,
  },
  deletedByMistake: {
    title: '間違えて消した・間違えて押した',
    alsoCalled: '取り消し 元に戻す やり直し 消えた 誤操作',
    safe: '押したことはすべて経過記録に残っています。',
    steps: [
      'すぐなら「元に戻す」（Alt+Z）。',
      '過ぎたら、その人や依頼を開いて、取り消しや戻すボタンを探す。',
      'なければ、時刻と正しい内容を統括に伝える。控えから戻すのは最後の手段。',
    ],
    call: callLead,
  },
  clock: {
    title: 'PC の時計がおかしい',
    alsoCalled: '時刻 日付 ずれ 戻った 進んだ 電池',
    safe: '記録の順は変わりません。センターは前の時刻のまま続けています。',
    steps: [
      '電話などで正しい時刻を確かめる。',
      'PC が正しければ「PC の時刻が正しい」を押す。違えば、パソコンの設定で時計を直す。',
      '直すと、ひとりでに元に戻る。毎朝ずれるなら、内蔵の電池が切れている。',
    ],
    call: callLead,
  },
  newVersion: {
    title: '「新しい版です」と出た',
    alsoCalled: '更新 再読み込み バージョン アップデート',
    safe: '書きかけの文字は、読み込み直しても残ります。',
    steps: [
      '「入力を残して更新」を押す。',
      '書きかけの画面を開き、残っているか確かめてから続ける。',
      '白い画面になったら、もう一度読み込み直す（F5）。',
    ],
    call: callLead,
  },
  plainLine: {
    title: '通信の暗号がない',
    alsoCalled: 'http 盗み見 セキュリティ 鍵マーク 保護されていない通信',
    safe: 'データの入ったファイルと控えは暗号で守られています。守られないのは、Wi-Fi の中を通る間です。',
    steps: [
      'Wi-Fi にパスワードをかけ、壁に貼るのは受付用だけにする。',
      '依頼者の電話番号などは、本部のパソコンそのもので扱うか、担当者の機器を https にする（アドレスのあとに /https をつけて開く）。',
      '知らない人がつないでいると思ったら、Wi-Fi のパスワードを変える。',
    ],
    call: callLead,
  },
  accessLog: {
    title: '閲覧の記録',
    alsoCalled: '個人情報 のぞき見 だれが見た 改ざん',
    safe: '見た記録は消せません。書きかえると、あとがわかります。',
    steps: [
      '統括の画面で、だれが・いつ・何を見たかを確かめる。',
      '引き継ぎの紙に印刷された「確かめの文字」と見くらべる。',
      '合わないときは、控えを1つ取っておき、何も消さない。',
    ],
    call: '統括、区社協の事務局',
  },
  paper: {
    title: '全部だめ → 紙様式へ',
    alsoCalled: 'あきらめる 紙 手書き 動かない 予備の束',
    safe: 'それまでの記録はファイルと控えにあります。',
    steps: [
      '印刷済みの束を出す: 受付票、ニーズ票、調査票、活動依頼書、出発・帰着の記録、名札。',
      '受付番号は 901 から振り、時刻を必ず書く。',
      '再開したら、紙の時刻を入れて、まとめて入力する。',
    ],
    call: callLead,
  },
} as const satisfies Record<string, TroubleCard>

export type TroubleCardName = keyof typeof troubleCards

export const troubleCardTexts = {
  title: 'こまったら',
  open: 'こまったら',
  search: '困っていることをさがす',
  found: (count: number) =>
    count === 0 ? '見つかりません。ほかの言葉でさがすか、統括に聞いてください。' : `${count}件`,
  safe: '大丈夫なこと',
  now: 'いますること',
  call: '呼ぶ人',
  print: 'A4 に印刷',
  printedAt: (at: string) => `印刷 ${at}`,
  page: (page: number, pages: number) => `${pages}枚のうち ${page}枚目`,
  keep: 'この束は、電源がなくても読めるように、受付と本部の机に置いてください。',
} as const

/** Wide and narrow, capital and small letters are the same to whoever is looking for help. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ')

/** The cards that hold every word that was typed; all of them where nothing was. */
export function findCards(words: string): TroubleCardName[] {
  const asked = plain(words).trim().split(' ').filter(Boolean)
  const names = Object.keys(troubleCards) as TroubleCardName[]
  return names.filter((name) => {
    const { title, alsoCalled, safe, steps } = troubleCards[name]
    const whole = plain([title, alsoCalled, safe, ...steps].join(' '))
    return asked.every((word) => whole.includes(word))
  })
}
