/** What the work order says of a need's conditions. */
export const cautionTexts = {
  sticker: {
    red: '応急危険度判定: 赤（危険）。許された場所のほかには入らない',
    yellow: '応急危険度判定: 黄（要注意）。余震のときはすぐ離れる',
  },
  fallingObject: '落ちる物・倒れる物の注意の貼り紙あり',
  roofWork: '屋根の作業の相談あり。ボランティアは屋根に上がらない',
  noElectricity: '電気は使えません',
  noWater: '水道は使えません（飲み水を持っていく）',
  noParking: '駐車する場所がありません',
} as const

/** The kinds of work, as wall and sheet call them. */
export const categoryWords: Readonly<Record<string, string>> = {
  mudRemoval: '土砂撤去',
  carryingOut: '運び出し',
  cleaning: '清掃',
  tidyingUp: '片付け',
  waterCarrying: '水くみ',
  other: 'その他',
}

/** The words of the sheet itself (活動依頼書兼報告書). */
export const sheetTexts = {
  title: '活動依頼書 兼 報告書',
  void: '無効',
  number: '番号-版',
  printedAt: '印刷',
  returnBy: (clock: string) => `帰着 ${clock} まで`,
  place: '場所',
  people: '班',
  work: '作業',
  tools: '資機材',
  ownEquipment: '団体の車両・道具',
  cautions: '注意',
  contact: '本部',
  leader: 'リーダー',
  members: (count: number) => `全${count}人:`,
  reason: '特記',
  again: '完了後の再派遣',
  none: 'なし',
  approximate: '点線の丸は町の代表点です。詳しい場所は本部に電話で確かめてください。',
  withheld: (phone: string) => `場所は紙に書きません。本部 ${phone} に電話で聞いてください。`,
  nameWithheld: '（お名前は伏せています）',
  workWithheld: '（くわしい内容は伏せています。着いたら本人に聞いてください）',
  careHint: '配慮',
  contactHint: '困ったとき・頼まれごとが増えたとき・遅れるとき',
  standing: '依頼にない作業は引き受けず、本部に電話してください。いつでもやめてかまいません。',
  handBack: '帰着したら、この紙を帰着の受付へ',
  report: {
    title: '活動報告（リーダーが書きます）',
    times: '時刻・人数',
    timeLine: '着手　　　：　　　　終了　　　：　　　　活動した人　　　人',
    outcome: '進み具合',
    outcomes: ['完了', '継続（続きがある）'],
    workDone: 'した作業',
    remaining: '残った作業',
    next: '次回の人数　　　人　　資機材',
    household: '依頼者の様子',
    householdStates: ['変わりない', '気になることがある'],
    safety: 'けが・ヒヤリ',
    safetyStates: ['なし', 'けが', 'ヒヤリハット', '体調不良'],
  },
} as const
