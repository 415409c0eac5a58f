import type { AutostartState } from '#shared/keeping/autostart.ts'

/** Starting by itself: the same words on the laptop's screen and in the terminal. */
export const autostartTexts = {
  title: 'サインインしたら、ひとりでに始める',
  words:
    '停電のあとや朝、このパソコンにサインインするだけで、センターが立ち上がります。画面には何も出ません。いつものアドレスを開いてください。',
  states: {
    on: 'サインインすると、ひとりでに始まります。',
    off: 'ひとりでには始まりません。',
    elsewhere: '別のフォルダの ささえ、または別の設定で、ひとりでに始まるようになっています。',
    foreign: '同じ名前の、ささえのものではないファイルがあります。そのままにしてあります。',
    impossible: 'このパソコンでは、ここから設定できません。',
  } satisfies Record<AutostartState, string>,
  turnOn: 'ひとりでに始める',
  turnHere: 'このフォルダで、ひとりでに始める',
  turnOff: 'ひとりでに始めるのをやめる',
  elsewhere: 'この設定は、本部のパソコンの画面でだけできます。',
} as const
