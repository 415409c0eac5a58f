/** The paper that goes with a center to another laptop. */
export const handOverSheetTexts = {
  title: '引き継ぎ票',
  printedAt: (at: string) => `印刷 ${at}`,
  secret: 'この紙はかぎです。引き継ぎファイルとは別に運び、終わったら細かくして捨ててください。',
  steps: [
    '引き継ぎファイルをUSBメモリーに写し、新しいパソコンに差します。',
    '新しいパソコンで ささえ をはじめ、「引き継ぎファイルから始める」を押して、下のことばを入れます。',
    '出てきた「最後の番号」と「しるし」が、この紙と同じことを確かめます。',
    'アドレスが変わるときは、新しいポスターを貼り、各機器で開いている画面の「アドレスが変わったとき」に入れます。',
  ],
  code: '開くことば',
  contents: '中身',
  file: 'ファイル',
  seq: '最後の番号',
  lastAt: '最後の記録',
  head: 'しるし',
  looks: '見た記録の控え番号',
  epoch: '引き継ぎの回数',
  persons: '人',
  attendances: '参加の記録',
  needs: 'ニーズ',
  teams: '班',
  address:
    '新しいパソコンを、いまと同じアドレス（同じWi-Fiの同じIPアドレス）にすると、スマートフォンはそのまま使えます。',
} as const
