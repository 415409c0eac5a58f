/** One of the ward's 44 town names, which 丁目 divide into 101 towns. */
export interface TownBase {
  /** Stable stem of the town ids. */
  slug: string
  name: string
  /** Reading in hiragana, for search; the city's own reading where two are heard (おつとも, しょうわまち). */
  kana: string
}

/**
 * The 44 town names of 横浜市金沢区 in the order of their readings.
 * Names: 国土交通省 位置参照情報 by way of Geolonia 住所データ v1 (2023-11). Readings: the ordinary ones of the ward.
 */
export const townBases: readonly TownBase[] = [
  { slug: 'asahina-cho', name: '朝比奈町', kana: 'あさひなちょう' },
  { slug: 'umi-no-koen', name: '海の公園', kana: 'うみのこうえん' },
  { slug: 'okawa', name: '大川', kana: 'おおかわ' },
  { slug: 'otsutomo-cho', name: '乙舳町', kana: 'おつともちょう' },
  { slug: 'katabuki', name: '片吹', kana: 'かたぶき' },
  { slug: 'kanazawa-cho', name: '金沢町', kana: 'かなざわちょう' },
  { slug: 'kamariya-cho', name: '釜利谷町', kana: 'かまりやちょう' },
  { slug: 'kamariya-nishi', name: '釜利谷西', kana: 'かまりやにし' },
  { slug: 'kamariya-higashi', name: '釜利谷東', kana: 'かまりやひがし' },
  { slug: 'kamariya-minami', name: '釜利谷南', kana: 'かまりやみなみ' },
  { slug: 'sachiura', name: '幸浦', kana: 'さちうら' },
  { slug: 'shiba-cho', name: '柴町', kana: 'しばちょう' },
  { slug: 'showa-machi', name: '昭和町', kana: 'しょうわまち' },
  { slug: 'shiraho', name: '白帆', kana: 'しらほ' },
  { slug: 'susaki-cho', name: '洲崎町', kana: 'すさきちょう' },
  { slug: 'seto', name: '瀬戸', kana: 'せと' },
  { slug: 'takafunedai', name: '高舟台', kana: 'たかふねだい' },
  { slug: 'daido', name: '大道', kana: 'だいどう' },
  { slug: 'teramae', name: '寺前', kana: 'てらまえ' },
  { slug: 'deiki', name: '泥亀', kana: 'でいき' },
  { slug: 'tomioka-nishi', name: '富岡西', kana: 'とみおかにし' },
  { slug: 'tomioka-higashi', name: '富岡東', kana: 'とみおかひがし' },
  { slug: 'torihama-cho', name: '鳥浜町', kana: 'とりはまちょう' },
  { slug: 'nagahama', name: '長浜', kana: 'ながはま' },
  { slug: 'namiki', name: '並木', kana: 'なみき' },
  { slug: 'nishishiba', name: '西柴', kana: 'にししば' },
  { slug: 'nokendai', name: '能見台', kana: 'のうけんだい' },
  { slug: 'nokendai-dori', name: '能見台通', kana: 'のうけんだいどおり' },
  { slug: 'nokendai-higashi', name: '能見台東', kana: 'のうけんだいひがし' },
  { slug: 'nokendai-mori', name: '能見台森', kana: 'のうけんだいもり' },
  { slug: 'nojima-cho', name: '野島町', kana: 'のじまちょう' },
  { slug: 'hakkeijima', name: '八景島', kana: 'はっけいじま' },
  { slug: 'higashi-asahina', name: '東朝比奈', kana: 'ひがしあさひな' },
  { slug: 'hirakata-cho', name: '平潟町', kana: 'ひらかたちょう' },
  { slug: 'fukuura', name: '福浦', kana: 'ふくうら' },
  { slug: 'horiguchi', name: '堀口', kana: 'ほりぐち' },
  { slug: 'machiya-cho', name: '町屋町', kana: 'まちやちょう' },
  { slug: 'mizuki-cho', name: 'みず木町', kana: 'みずきちょう' },
  { slug: 'mutsuura', name: '六浦', kana: 'むつうら' },
  { slug: 'mutsuura-cho', name: '六浦町', kana: 'むつうらちょう' },
  { slug: 'mutsuura-higashi', name: '六浦東', kana: 'むつうらひがし' },
  { slug: 'mutsuura-minami', name: '六浦南', kana: 'むつうらみなみ' },
  { slug: 'yatsu-cho', name: '谷津町', kana: 'やつちょう' },
  { slug: 'yanagi-cho', name: '柳町', kana: 'やなぎちょう' },
]
