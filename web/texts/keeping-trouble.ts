import { clockOf, timeZone } from '#shared/core/time.ts'
import type { DiskRoom, Recovery, StopReason } from '#shared/keeping/keeping-state.ts'

/** What stands across every desk when something is wrong with the file or its disk: what is safe, and what to do. */
export const stoppedTexts: Record<StopReason, { title: string; words: string }> = {
  ioError: {
    title: '書き込み停止。読むことはできます。',
    words:
      'ディスクに書き込めませんでした。ここまでに保存された記録は残っています。新しいことは紙に控え、立ち上げ直してください。データを確かめてから再開します。',
  },
  damaged: {
    title: '書き込み停止。データに傷が見つかりました。',
    words: '新しいことは紙に控え、立ち上げ直してください。確かめたうえで、最後の正常な控えから戻せます。',
  },
  folderGone: {
    title: '書き込み停止。データのフォルダが見つかりません。',
    words:
      'フォルダが移されたか、USBメモリが抜かれました。「済」と出た操作はその中にあります。新しいことは紙に控え、元の場所に戻してから、立ち上げ直してください。',
  },
  handedOver: {
    title: '引き継ぎ済みです（閲覧のみ）。',
    words:
      '記録は新しい本部のパソコンで続いています。新しいポスターのアドレスへ移ってください。この端末に残っている入力も持っていけます。',
  },
}

export const roomTexts: Record<Exclude<DiskRoom, 'enough'>, { title: string; words: string }> = {
  low: {
    title: 'ディスクの空きが 2 GB より少なくなりました。',
    words: '大きなファイルを移すか消して、空きを作ってください。',
  },
  veryLow: {
    title: 'ディスクの空きが 500 MB より少なくなりました。',
    words: 'なくなると保存できません。大きなファイルを移すか消して、いま空きを作ってください。',
  },
  full: {
    title: '空き容量がありません。いまは閲覧のみです。',
    words:
      '大きなファイルを移すか消して、いま空きを作ってください。押した操作は各機器に残っていて、空きができると自動で送られます。',
  },
}

export const keepingTroubleTexts = {
  restart: 'もう一度立ち上げる',
  restarting: '立ち上げ直しています。つながるまでこのままお待ちください。',
  release: '予備の 64 MB を空ける',
  recovered: ({ at, lastAct, lost }: Recovery) =>
    `停電または異常終了から復帰 ${clockOf(at, timeZone)}。${lastAct ? `最後の記録 ${clockOf(lastAct, timeZone)}。` : ''}失われた記録 ${lost}`,
  recoveredWords: '各機器に残っていた操作は、つながると送られます。',
  lostWords: 'パソコンのディスクが最後の記録を守れませんでした。直前の操作が入っているか、見直してください。',
  seen: '確かめた',
} as const
