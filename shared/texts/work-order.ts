/** What the work order says of a need's conditions. */
export const text = {
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
