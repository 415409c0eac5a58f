/** Whose facts the map and the town list carry; shown wherever they are drawn (CC BY 4.0 and the ministry's terms ask for it). */
export const placeSources =
  '町名：国土交通省 位置参照情報（Geolonia 住所データ、CC BY 4.0） 区の形：国土数値情報（行政区域データ） 避難所：国土地理院'

/** The same in a few words, for the corner of a map or a printed sketch. */
export const placeSourcesShort = '出典：国土交通省・国土地理院・Geolonia'
