/** What `npx sasae …` says in the terminal. */
export const commandLineTexts = {
  usage: [
    'つかいかた:',
    '  npx sasae backup [--data フォルダ] [--to フォルダ]     いまの控えをとる',
    '  npx sasae doctor [--data フォルダ]     元気ですか（終わりの番号: 0 元気・1 気をつける・2 手当てが要る）',
    '  npx sasae restore 控えのファイル [--data フォルダ]     控えから戻す（ささえを終わらせてから）',
    '  npx sasae restore 控えのフォルダ [--data フォルダ]     そのフォルダのいちばん新しい控えまで戻す',
    '  npx sasae autostart on|off|status [--data フォルダ] [--port 番号]     サインインしたら、ひとりでに始める',
  ].join('\n'),
  noData: (folder: string) =>
    `「${folder}」に ささえ のデータがありません。--data でデータのフォルダを指定してください。`,
  noKey: (path: string) =>
    `このパソコンに開くためのかぎがありません（${path}）。データを作ったパソコンで行ってください。`,
  backedUp: (path: string) => `控えをとり、読み直して確かめました: ${path}`,
  keyLocked:
    'かぎがバッジで閉じてあります。ささえ をはじめて、バッジで開いてから、統括の画面の「控え」で行ってください。',
  running: (port: number) =>
    `このデータは、もう動いている ささえ が使っています（http://localhost:${port}）。動いているあいだは、ここからは戻せません。統括の画面の「控え」で戻すか、ささえ を終わらせて（Ctrl+C）から、もう一度実行してください。何も変えていません。`,
  askWords:
    'このパソコンには、控えを開くかぎがありません。「復旧の紙」の4行を続けて（またはQRの文字を）入れて、Enter を押してください: ',
  passedOver: (name: string, why: string) => `「${name}」までは戻せませんでした。${why}`,
  restoredTo: (name: string) => `「${name}」まで戻しました。`,
  before: 'いままで',
  noBefore: 'いままでのデータは、ないか、読めませんでした。',
  after: '戻したあと',
  last: (seq: number, at: string, head: string) => `  最後の番号 ${seq}  ${at}  しるし ${head}`,
  counts: (of: { persons: number; attendances: number; needs: number; teams: number }) =>
    `  人 ${of.persons}  参加 ${of.attendances}  ニーズ ${of.needs}  班 ${of.teams}`,
  missing: (count: number) => `控えのあとの ${count}件は、この24時間に使った端末をつなぐと、端末から送り直されます。`,
  aside: (path: string) => `いままでのファイルは残してあります: ${path}`,
} as const
